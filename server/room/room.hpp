// One workshop being held: its state, who is connected, and what each of them is sent. A command
// goes judge → log; only its record coming back changes the state (fold) and tells the outcome.
// Synchronous; the actions are in the order to carry out.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "server/budgets/peer_buckets.hpp"
#include "server/room/audience.hpp"
#include "server/room/events.hpp"
#include "server/room/identity.hpp"
#include "server/room/messages.hpp"
#include "server/room/presence.hpp"
#include "server/room/random.hpp"
#include "server/room/session.hpp"
#include "shared/session/command.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/state.hpp"

namespace quorate::room {

// Sends to many in slices, so that a large room does not hold up a small one.
inline constexpr std::size_t kSendsInARow = 128;
inline constexpr std::int64_t kPresenceMs = 1000;

class Room {
 public:
  using Actions = std::vector<Action>;

  // What was given out for an append in the time of another room must not be taken for one of this
  // room's: `life` was no other room's. `random` outlives this.
  Room(std::string workshop, std::uint64_t life, const Random& random);

  // Somebody said who they are. Welcomed now, or once the room has caught up with its log.
  void greet(const Now& now, ConnectionId connection, const Hello& hello, Identity identity,
             std::string_view code, Actions& actions);
  // P3.14. In front of whatever else is about to be judged, so that its record comes first.
  void close_when_due(const Now& now, Actions& actions);
  // P3.5: whether a command is within the budgets of who sent it, and a join within that of the
  // address it comes from. Who is beyond them is told, and sends it again later.
  bool may_command(const Now& now, ConnectionId connection, const CommandRequest& request,
                   Actions& actions);
  bool may_join(const Now& now, ConnectionId connection, const budgets::Peer& peer,
                const CommandRequest& request, Actions& actions);
  // What a command came to before, what it comes to without a record (P3.15), or why it is refused;
  // else what is to be logged, by take().
  tl::expected<session::Command, session::Outcome> judge(ConnectionId connection,
                                                         CommandRequest& request) const;
  void tell_outcome(ConnectionId connection, const CommandRequest& request,
                    const session::Outcome& outcome, Actions& actions) const;
  void take(const Now& now, ConnectionId connection, const CommandRequest& request,
            const session::Command& command, Actions& actions);
  void leave(const Now& now, ConnectionId connection);

  void stored(const Now& now, const log::Record& record, Actions& actions);
  void caught_up(const Now& now, Actions& actions);
  void appended(const Now& now, std::uint64_t ticket, std::optional<log::Failure> failure,
                Actions& actions);
  // With the code the join key has changed: who came by the old one and is not in, has to go.
  void code_changed(const Now& now, const std::string& code, Actions& actions);
  // The links of this role that were given out open nothing any more.
  void reissued(session::Role role, Actions& actions) const;
  void tick(const Now& now, Actions& actions);

  // When `tick` wants to be called; nothing when there is nothing to do.
  std::optional<std::int64_t> due() const;
  std::vector<ConnectionId> connections() const;
  bool empty() const { return members_.empty() && greetings_.empty(); }

 private:
  struct Member {
    Identity identity;
    session::Role sees;  // whose view: `anonymous` until a participant has joined
    std::string code;
    int under_way = 0;
  };
  struct Greeting {
    ConnectionId connection;
    Hello hello;
    Identity identity;
    std::string code;
  };
  struct FanOut {
    Message message;
    const Audience* audience;  // whom it is for
    bool replaces;             // an older one that is still queued
    std::vector<ConnectionId> to;
    std::size_t next = 0;
  };
  static constexpr std::size_t kAudiences = 4;
  using CommandKey = std::pair<std::string, std::string>;  // actor and command id
  struct UnderWay {
    std::string kind;
    std::vector<ConnectionId> askers;
  };

  void welcome(const Now& now, Greeting greeting, Actions& actions);
  void send_welcome(const Now& now, ConnectionId connection, const Member& member, bool with_view,
                    Actions& actions);
  void look_again(const Now& now, const std::string& participant, Actions& actions);
  void append(const Now& now, const Identity& who, const std::string& id, const std::string& kind,
              const session::Command& command, Actions& actions);
  void arm_closing(const Now& now);
  session::Command completed(session::Command command) const;
  bool is_saved(const Identity& who, const session::Command& command) const;
  void send_outcome(ConnectionId connection, const std::string& command_id,
                    const session::Outcome& outcome, Actions& actions) const;
  void resolve(const CommandKey& key, const session::Outcome& outcome, Actions& actions);
  void seat(ConnectionId connection, Member& member);
  void unseat(const Now& now, ConnectionId connection, const Member& member);
  Own own(const Identity& who) const;
  std::optional<protocol::CloseCode> shut_out(const Identity& who) const;
  void shut_out_strangers(const Now& now, Actions& actions);
  Audience& audience(session::Role role);
  void mark(std::int64_t flush_at_ms);
  void mark_presence(const Now& now);
  void advance_next();
  void tell_presence();
  void fan_out(const Audience& audience, Message message, bool replaces);
  void send_slice(Actions& actions);

  std::string workshop_;
  const Random& random_;
  session::State state_;
  // No other room of this workshop had it, of whichever copy of the log it was made: who comes with
  // the view of another history gets this one's whole.
  std::int64_t epoch_ = 0;
  bool caught_up_ = false;
  std::vector<Greeting> greetings_;  // while catching up
  std::map<ConnectionId, Member> members_;
  std::map<std::string, ConnectionId, std::less<>> newest_;  // of each participant id
  // Phones first: their views are small, and a hall does not wait for a desk's to be made.
  std::array<Audience, kAudiences> audiences_;
  std::size_t advanced_ = kAudiences;  // so many of these are done by the flush under way
  std::map<CommandKey, UnderWay> under_way_;
  std::map<std::uint64_t, CommandKey> tickets_;
  std::uint64_t next_ticket_;
  budgets::Buckets<std::string> persons_{budgets::kCommands, budgets::kRemembered};
  budgets::Bucket facilitators_;
  budgets::Bucket cofacilitators_;
  budgets::Bucket everybody_;  // but the desks: nobody keeps them from acting
  budgets::PeerBuckets joins_{budgets::kJoins};
  std::optional<std::int64_t> closing_at_ms_;  // steady; nothing while there is nothing to close
  std::optional<CommandKey> closing_;          // the server's own close, on its way to the log
  std::optional<std::int64_t> flush_at_ms_;
  std::optional<std::int64_t> presence_at_ms_;
  Presence presence_;
  std::deque<FanOut> fan_outs_;
};

}  // namespace quorate::room

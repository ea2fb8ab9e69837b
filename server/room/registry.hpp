// All rooms of this process and the connections in them: the one way in and out. Synchronous and
// deterministic: same events, same random bytes, same actions. Owned and called by one thread.
//
// An exception costs the room that an event was changing, whole, or the connection whose message
// did not get as far (README.md). One from neither leaves on(), and what is in here may be half
// changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/log/directory.hpp"
#include "server/room/events.hpp"
#include "server/room/random.hpp"
#include "server/room/room.hpp"
#include "server/room/session.hpp"
#include "server/room/wakes.hpp"

namespace quorate::room {

inline constexpr std::int64_t kSweepMs = 1000;            // between two looks for who is silent
inline constexpr std::int64_t kIdleRoomMs = 10 * 60'000;  // a room with nobody in it is let go
inline constexpr std::int64_t kOutOfServiceMs = 5000;  // before a room that failed is tried again

class Registry {
 public:
  // `directory` outlives this.
  Registry(const log::Directory& directory, Random random);
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  // Actions are in the order to carry them out. After a Disconnect action nothing more is sent to
  // that connection, and what it still says is ignored.
  std::vector<Action> on(const Now& now, const Event& event);

  std::size_t connections() const { return connections_.size(); }
  std::size_t rooms() const { return rooms_.size(); }

 private:
  struct Connection {
    Session session;
    std::string workshop;
    budgets::Peer peer;
    // In `silences_`: no later than the session's deadline, which moves with every message.
    std::int64_t look_at_ms;
  };
  struct Entry {
    Room room;
    std::optional<std::int64_t> empty_since_ms;
    std::int64_t look_at_ms;  // in `dues_`
  };
  using Rooms = std::map<std::string, Entry, std::less<>>;
  struct Handler;  // one overload an event
  using Actions = std::vector<Action>;

  void request(const Now& now, ConnectionId id, const Connection& from, Request request,
               Actions& actions);
  void greet(const Now& now, ConnectionId id, const std::string& workshop, const Hello& hello,
             Actions& actions);
  void judge_and_take(const Now& now, ConnectionId id, const Connection& from,
                      CommandRequest& command, Actions& actions);
  Room* change(const Now& now, std::string_view workshop);
  void file(const Now& now);
  void erase(Rooms::iterator room);
  void recover(const Now& now, const Event& event, const char* reason, Actions& actions);
  void take_out(const Now& now, const char* reason, Actions& actions);
  bool out_of_service(const Now& now, const std::string& workshop);
  void drop(const Now& now, ConnectionId id);
  void drop_closed(const Now& now, const Actions& actions);
  void look_at_room(const Now& now, std::string_view workshop, Actions& actions);
  void sweep(const Now& now, Actions& actions);
  void arm(const Now& now, Actions& actions);

  const log::Directory& directory_;
  Random random_;
  Rooms rooms_;
  Wakes<std::string_view> dues_;             // of rooms, by their keys in `rooms_`
  Rooms::iterator changing_ = rooms_.end();  // what the event under way may leave half changed
  Rooms::iterator unfiled_ = rooms_.end();   // looked at last; its place in `dues_` may be wrong
  std::map<std::string, std::int64_t> out_until_ms_;  // of workshops whose rooms failed lately
  std::uint64_t rooms_made_ = 0;
  std::map<ConnectionId, Connection> connections_;
  Wakes<ConnectionId> silences_;
  std::optional<std::int64_t> armed_at_ms_;  // of the wake asked for last
  std::int64_t swept_at_ms_ = 0;
};

}  // namespace quorate::room

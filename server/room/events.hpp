// What the rooms are told and what they want done. The rooms do no I/O: a driver (the server's, or
// a simulation) turns sockets, log and clock into events and carries the actions out in order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/budgets/address.hpp"
#include "server/budgets/budget.hpp"
#include "server/log/log.hpp"
#include "server/ops/security_log.hpp"
#include "shared/protocol/close_code.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/role.hpp"

namespace quorate::room {

// Given by the driver, never used twice in a process.
using ConnectionId = std::uint64_t;

// A text message, or what many get of it. Encoded once, shared by everybody who gets it.
using Message = std::shared_ptr<const std::string>;

struct Now {
  std::int64_t steady_ms = 0;  // monotonic, for deadlines
  std::int64_t wall_ms = 0;    // since 1970, for records
};

// --- events ---

struct Connected {
  ConnectionId connection;
  std::string workshop;  // 32 hex, from the socket's path; may be unknown
  budgets::Peer peer{};  // whose it is
};
struct Received {
  ConnectionId connection;
  std::string_view text;  // valid during the call
};
// Too long or not text: the channel could not hand it over.
struct Unreadable {
  ConnectionId connection;
  protocol::CloseCode code;  // too_large or bad_message
};
struct Disconnected {
  ConnectionId connection;
};
struct Stored {  // from the subscription asked for
  const std::string& workshop;
  std::uint64_t position;
  const log::Record& record;
};
struct CaughtUp {
  const std::string& workshop;
};
struct Unreachable {  // the subscription broke: the room is dropped, its connections told to come
                      // back
  const std::string& workshop;
};
struct Appended {
  const std::string& workshop;
  std::uint64_t ticket;
  std::optional<log::Failure> failure;
};
// The directory has another join code and key for this workshop: desks and walls are told, and who
// came by the old ones and has not joined is closed.
struct CodeChanged {
  std::string workshop;
  std::string code;
};
// The directory has another token for this role: connections by the old one are closed.
struct Reissued {
  std::string workshop;
  session::Role role;
};
struct Woken {};     // the time of the last Wake has come
struct ShutDown {};  // tell everybody to come back

using Event = std::variant<Connected, Received, Unreadable, Disconnected, Stored, CaughtUp,
                           Unreachable, Appended, CodeChanged, Reissued, Woken, ShutDown>;

// --- actions ---

struct Send {
  ConnectionId connection;
  Message message;
  // A whole state (presence): an older one of these that is still queued may be dropped for it.
  bool replaces = false;
  // What this connection alone gets of the text, before and after what others get too.
  std::string before{};
  std::string after{};
};
inline std::size_t size_of(const Send& send) {
  return send.before.size() + send.message->size() + send.after.size();
}
// A connection that is no stranger's from now on: it has joined, or is a desk or a wall. Before
// what is sent to it as such.
struct Seated {
  ConnectionId connection;
  session::Role role;
};
struct Disconnect {
  ConnectionId connection;
  protocol::CloseCode code;
};
struct Append {
  std::string workshop;
  std::uint64_t ticket;
  std::vector<log::Record> batch;
};
struct Subscribe {
  std::string workshop;
};
struct Unsubscribe {
  std::string workshop;
};
struct Wake {
  std::int64_t at_steady_ms;  // replaces the wake asked for before; a time past means: at once, but
                              // after what else is waiting on the executor
};

struct Trouble {         // for the operator's log
  std::string sentence;  // without a full stop; nothing of a record or a message is in it
};

struct Noticed {  // for the operator's security log
  ops::SecurityEvent event;
};

struct Met {  // likewise: somebody asked for more than this budget holds
  budgets::Budget budget;
};

// What a command came to, for those who count: once for each time that it was sent.
struct Resolved {
  std::string kind;  // as it was sent: perhaps none that there is
  std::optional<session::Refusal> refused;
};

using Action = std::variant<Send, Seated, Disconnect, Append, Subscribe, Unsubscribe, Wake, Trouble,
                            Noticed, Met, Resolved>;

}  // namespace quorate::room

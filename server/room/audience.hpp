// The connections that see the same view of a room, and the deltas that keep them on it. Every
// member is at `offset`: a newcomer is welcomed with the view that was sent last. The offset counts
// the changes of this view and nothing else: it tells nobody how much the others did (P4.1).
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "server/room/events.hpp"
#include "shared/json/value.hpp"
#include "shared/session/role.hpp"
#include "shared/session/state.hpp"

namespace quorate::room {

class Audience {
 public:
  explicit Audience(session::Role role) : role_(role) {}

  void add(ConnectionId connection, const session::State& state);
  void remove(ConnectionId connection) { members_.erase(connection); }

  // Moves everybody to the state as it is now. The delta for them, when they see a difference.
  std::optional<Message> advance(const session::State& state);

  const std::set<ConnectionId>& members() const { return members_; }
  // The view as everybody here gets it: encoded once, however many come.
  const Message& view();
  std::uint64_t offset() const { return offset_; }

 private:
  // What turns the view into the one of now; nothing when they are the same.
  std::optional<json::Value> look(const session::State& state);

  session::Role role_;
  std::set<ConnectionId> members_;
  json::Value view_ = json::Value::object();
  Message encoded_;  // null until somebody needs it
  std::uint64_t offset_ = 0;
  std::uint64_t seen_ = 0;  // the state's offset when the view was last made of it
};

}  // namespace quorate::room

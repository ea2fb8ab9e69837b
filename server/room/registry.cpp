#include "server/room/registry.hpp"

#include <algorithm>

#include "server/room/identity.hpp"
#include "server/room/messages.hpp"

namespace quorate::room {

using protocol::CloseCode;

struct Registry::Handler {
  Registry& self;
  const Now& now;
  Actions& actions;

  void operator()(const Connected& event) const {
    self.connections_.emplace(event.connection, Connection{Session(now.steady_ms), event.workshop});
  }
  void operator()(const Received& event) const {
    const auto from = self.connections_.find(event.connection);
    if (from == self.connections_.end()) return;
    auto request = from->second.session.receive(now.steady_ms, event.text);
    if (!request) {
      actions.push_back(Disconnect{event.connection, request.error()});
      return;
    }
    self.request(now, event.connection, from->second, std::move(*request), actions);
  }
  void operator()(const Unreadable& event) const {
    if (!self.connections_.contains(event.connection)) return;
    actions.push_back(Disconnect{event.connection, event.code});
  }
  void operator()(const Disconnected& event) const { self.drop(now, event.connection); }
  void operator()(const Stored& event) const {
    if (Room* room = self.room_named(event.workshop)) room->stored(now, event.record, actions);
  }
  void operator()(const CaughtUp& event) const {
    if (Room* room = self.room_named(event.workshop)) room->caught_up(now, actions);
  }
  void operator()(const Unreachable& event) const {
    const auto found = self.rooms_.find(event.workshop);
    if (found == self.rooms_.end()) return;
    for (const ConnectionId id : found->second.room.connections()) {
      actions.push_back(Disconnect{id, CloseCode::come_back});
      self.connections_.erase(id);
    }
    self.rooms_.erase(found);
  }
  void operator()(const Appended& event) const {
    if (Room* room = self.room_named(event.workshop)) {
      room->appended(now, event.ticket, event.failure, actions);
    }
  }
  void operator()(const CodeChanged& event) const {
    if (Room* room = self.room_named(event.workshop)) room->code_changed(event.code, actions);
  }
  void operator()(const Reissued& event) const {
    if (const Room* room = self.room_named(event.workshop)) room->reissued(event.role, actions);
  }
  void operator()(const Woken&) const {
    self.armed_at_ms_.reset();
    for (auto& [workshop, entry] : self.rooms_) {
      const auto due = entry.room.due();
      if (due && *due <= now.steady_ms) entry.room.tick(now, actions);
    }
    if (self.swept_at_ms_ + kSweepMs <= now.steady_ms) self.sweep(now, actions);
  }
  void operator()(const ShutDown&) const {
    for (const auto& [id, connection] : self.connections_) {
      actions.push_back(Disconnect{id, CloseCode::come_back});
    }
  }
};

Registry::Registry(const log::Directory& directory, Random random)
    : directory_(directory), random_(std::move(random)) {}

std::vector<Action> Registry::on(const Now& now, const Event& event) {
  Actions actions;
  std::visit(Handler{*this, now, actions}, event);
  drop_closed(now, actions);
  arm(now, actions);
  return actions;
}

void Registry::request(const Now& now, ConnectionId id, const Connection& from, Request request,
                       Actions& actions) {
  struct {
    Registry& self;
    const Now& now;
    ConnectionId id;
    const Connection& from;
    Actions& actions;

    void operator()(const Hello& hello) const {
      self.greet(now, id, from.workshop, hello, actions);
    }
    void operator()(CommandRequest& command) const {
      if (Room* room = self.room_of(id)) room->command(now, id, std::move(command), actions);
    }
    void operator()(const Ping&) const { actions.push_back(Send{id, encode_pong()}); }
    void operator()(const RefusedRequest& refused) const {
      const session::Outcome outcome{false, refused.refused, 0};
      actions.push_back(Send{id, refused.id.empty() ? encode_error(refused.refused)
                                                    : encode_outcome(refused.id, outcome, {})});
    }
  } const act{*this, now, id, from, actions};
  std::visit(act, request);
}

void Registry::greet(const Now& now, ConnectionId id, const std::string& workshop,
                     const Hello& hello, Actions& actions) {
  const auto entry = directory_.find(workshop);
  if (!entry) {
    actions.push_back(Disconnect{id, CloseCode::unknown_workshop});
    return;
  }
  auto identity = identify(hello, *entry);
  if (!identity) {
    actions.push_back(Disconnect{id, CloseCode::bad_token});
    return;
  }
  auto found = rooms_.find(workshop);
  if (found == rooms_.end()) {
    found = rooms_.emplace(workshop, Entry{Room(workshop, random_), std::nullopt}).first;
    actions.push_back(Subscribe{workshop});
  }
  found->second.empty_since_ms.reset();
  const bool told = hello.role != session::Role::participant;  // participants know the code already
  found->second.room.greet(now, id, hello, std::move(*identity), told ? entry->code : "", actions);
}

Room* Registry::room_named(const std::string& workshop) {
  const auto found = rooms_.find(workshop);
  return found == rooms_.end() ? nullptr : &found->second.room;
}

Room* Registry::room_of(ConnectionId id) { return room_named(connections_.at(id).workshop); }

void Registry::drop(const Now& now, ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  if (Room* room = room_of(id)) room->leave(now, id);
  connections_.erase(found);
}

void Registry::drop_closed(const Now& now, const Actions& actions) {
  for (const Action& action : actions) {
    if (const auto* close = std::get_if<Disconnect>(&action)) drop(now, close->connection);
  }
}

// Closes who has been silent too long, and lets go of rooms with nobody in them.
void Registry::sweep(const Now& now, Actions& actions) {
  swept_at_ms_ = now.steady_ms;
  for (const auto& [id, connection] : connections_) {
    if (connection.session.deadline() <= now.steady_ms) {
      actions.push_back(Disconnect{id, CloseCode::silent});
    }
  }
  for (auto at = rooms_.begin(); at != rooms_.end();) {
    Entry& entry = at->second;
    if (!entry.room.empty()) {
      entry.empty_since_ms.reset();
    } else if (!entry.empty_since_ms) {
      entry.empty_since_ms = now.steady_ms;
    } else if (*entry.empty_since_ms + kIdleRoomMs <= now.steady_ms) {
      actions.push_back(Unsubscribe{at->first});
      at = rooms_.erase(at);
      continue;
    }
    ++at;
  }
}

void Registry::arm(const Now& now, Actions& actions) {
  if (connections_.empty() && rooms_.empty()) return;
  std::int64_t next = std::max(swept_at_ms_ + kSweepMs, now.steady_ms);
  for (const auto& [workshop, entry] : rooms_) {
    if (const auto due = entry.room.due()) next = std::min(next, *due);
  }
  next = std::max(next, now.steady_ms);
  if (armed_at_ms_ && *armed_at_ms_ <= next) return;
  armed_at_ms_ = next;
  actions.push_back(Wake{next});
}

}  // namespace quorate::room

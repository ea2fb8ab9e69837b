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
    self.connections_.emplace(event.connection,
                              Connection{Session(now.steady_ms), event.workshop, event.peer});
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
    if (Room* room = self.change(event.workshop)) room->stored(now, event.record, actions);
  }
  void operator()(const CaughtUp& event) const {
    if (Room* room = self.change(event.workshop)) room->caught_up(now, actions);
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
    if (Room* room = self.change(event.workshop)) {
      room->appended(now, event.ticket, event.failure, actions);
    }
  }
  void operator()(const CodeChanged& event) const {
    if (Room* room = self.change(event.workshop)) room->code_changed(event.code, actions);
  }
  void operator()(const Reissued& event) const {
    if (const Room* room = self.change(event.workshop)) room->reissued(event.role, actions);
  }
  void operator()(const Woken&) const {
    self.armed_at_ms_.reset();
    for (auto at = self.rooms_.begin(); at != self.rooms_.end(); ++at) {
      const auto due = at->second.room.due();
      if (!due || *due > now.steady_ms) continue;
      self.changing_ = at;  // should it fail, those behind it are due at the next wake, at once
      at->second.room.tick(now, actions);
    }
    self.changing_ = self.rooms_.end();
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
  const auto finish = [&] {
    drop_closed(now, actions);
    arm(now, actions);
  };
  changing_ = rooms_.end();
  try {
    std::visit(Handler{*this, now, actions}, event);
    finish();
  } catch (const std::exception& error) {
    recover(now, event, error.what(), actions);
    finish();
  } catch (...) {
    recover(now, event, "an exception of no known kind", actions);
    finish();
  }
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
      self.judge_and_take(now, id, from, command, actions);
    }
    void operator()(const Ping&) const { actions.push_back(Send{id, encode_pong()}); }
    void operator()(const RefusedRequest& refused) const {
      const session::Outcome outcome{false, refused.refused};
      actions.push_back(Send{id, refused.id.empty() ? encode_error(refused.refused)
                                                    : encode_outcome(refused.id, outcome, {})});
    }
  } const act{*this, now, id, from, actions};
  std::visit(act, request);
}

void Registry::judge_and_take(const Now& now, ConnectionId id, const Connection& from,
                              CommandRequest& command, Actions& actions) {
  Room* const room = change(from.workshop);
  if (room == nullptr) return;
  room->close_when_due(now, actions);
  // What is only looked at stays whole: a command that throws here costs its sender alone.
  changing_ = rooms_.end();
  if (!room->may_command(now, id, command, actions)) return;
  const Room& unchanged = *room;
  const auto judged = unchanged.judge(id, command);
  if (!judged) return unchanged.tell_outcome(id, command.id, judged.error(), actions);
  if (!room->may_join(now, id, from.peer, command, actions)) return;
  change(from.workshop);
  room->take(now, id, command, *judged, actions);
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
    actions.push_back(Noticed{ops::SecurityEvent::wrong_token});
    actions.push_back(Disconnect{id, CloseCode::bad_token});
    return;
  }
  if (out_of_service(now, workshop)) {
    actions.push_back(Disconnect{id, CloseCode::come_back});
    return;
  }
  if (change(workshop) == nullptr) {
    Room made(workshop, ++rooms_made_, random_);
    changing_ = rooms_.emplace(workshop, Entry{std::move(made), std::nullopt}).first;
    actions.push_back(Subscribe{workshop});
  }
  Entry& entered = changing_->second;
  entered.empty_since_ms.reset();
  const bool told = hello.role != session::Role::participant;  // participants know the code already
  entered.room.greet(now, id, hello, std::move(*identity), told ? entry->code : "", actions);
}

// The room of this workshop, if there is one: the one that an exception from here on costs.
Room* Registry::change(const std::string& workshop) {
  changing_ = rooms_.find(workshop);
  return changing_ == rooms_.end() ? nullptr : &changing_->second.room;
}

void Registry::drop(const Now& now, ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  if (Room* room = change(found->second.workshop)) room->leave(now, id);
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
  std::erase_if(out_until_ms_, [&](const auto& out) { return out.second <= now.steady_ms; });
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
  actions.push_back(Wake{next});
  armed_at_ms_ = next;
}

}  // namespace quorate::room

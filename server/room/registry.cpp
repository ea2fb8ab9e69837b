#include "server/room/registry.hpp"

#include <algorithm>
#include <utility>

#include "server/room/identity.hpp"
#include "server/room/messages.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::room {

using protocol::CloseCode;

constexpr std::int64_t kNever = Wakes<std::string_view>::kNever;

// Who is looked at when they were to be heard of first is not looked at too late.
static_assert(protocol::kHelloMs <= protocol::kSilenceMs);

struct Registry::Handler {
  Registry& self;
  const Now& now;
  Actions& actions;

  void operator()(const Connected& event) const {
    Connection made{Session(now.steady_ms), event.workshop, event.peer, 0};
    made.look_at_ms = made.session.deadline();
    const std::int64_t first = made.look_at_ms;
    self.connections_.emplace(event.connection, std::move(made));
    self.silences_.add({first, event.connection});
  }
  void operator()(const Received& event) const {
    const auto from = self.connections_.find(event.connection);
    if (from == self.connections_.end()) return;
    auto request = from->second.session.receive(now.steady_ms, event.text);
    if (!request) {
      if (request.error() == CloseCode::too_fast) {
        actions.push_back(Met{budgets::Budget::pings});
      }
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
    if (Room* room = self.change(now, event.workshop)) room->stored(now, event.record, actions);
  }
  void operator()(const CaughtUp& event) const {
    if (Room* room = self.change(now, event.workshop)) room->caught_up(now, actions);
  }
  void operator()(const Unreachable& event) const {
    const auto found = self.rooms_.find(event.workshop);
    if (found == self.rooms_.end()) return;
    for (const ConnectionId id : found->second.room.connections()) {
      actions.push_back(Disconnect{id, CloseCode::come_back});
    }
    self.erase(found);
  }
  void operator()(const Appended& event) const {
    if (Room* room = self.change(now, event.workshop)) {
      room->appended(now, event.ticket, event.failure, actions);
    }
  }
  void operator()(const CodeChanged& event) const {
    if (Room* room = self.change(now, event.workshop)) room->code_changed(now, event.code, actions);
  }
  void operator()(const Reissued& event) const {
    if (const Room* room = self.change(now, event.workshop)) room->reissued(event.role, actions);
  }
  void operator()(const Woken&) const {
    self.armed_at_ms_.reset();
    // Should one fail, those behind it are due at the next wake, at once.
    self.dues_.each_due(now.steady_ms,
                        [this](const auto& due) { self.look_at_room(now, due.second, actions); });
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
    file(now);
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
      actions.push_back(Resolved{"", refused.refused.code});
      actions.push_back(Send{id, refused.id.empty() ? encode_error(refused.refused)
                                                    : encode_outcome(refused.id, outcome, {})});
    }
  } const act{*this, now, id, from, actions};
  std::visit(act, request);
}

void Registry::judge_and_take(const Now& now, ConnectionId id, const Connection& from,
                              CommandRequest& command, Actions& actions) {
  Room* const room = change(now, from.workshop);
  if (room == nullptr) return;
  room->close_when_due(now, actions);
  // What is only looked at stays whole: a command that throws here costs its sender alone.
  changing_ = rooms_.end();
  if (!room->may_command(now, id, command, actions)) return;
  const Room& unchanged = *room;
  const auto judged = unchanged.judge(id, command);
  if (!judged) return unchanged.tell_outcome(id, command, judged.error(), actions);
  if (!room->may_join(now, id, from.peer, command, actions)) return;
  change(now, from.workshop);
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
  if (change(now, workshop) == nullptr) {
    Room made(workshop, ++rooms_made_, random_);
    const auto entered =
        rooms_.emplace(workshop, Entry{std::move(made), std::nullopt, kNever}).first;
    changing_ = entered;
    dues_.add({entered->second.look_at_ms, entered->first});
    unfiled_ = entered;
    actions.push_back(Subscribe{workshop});
  }
  const bool told = hello.role != session::Role::participant;  // participants know the code already
  changing_->second.room.greet(now, id, hello, std::move(*identity), told ? entry->code : "",
                               actions);
}

// The room of this workshop, if there is one: the one that an exception from here on costs.
Room* Registry::change(const Now& now, std::string_view workshop) {
  changing_ = rooms_.find(workshop);
  if (changing_ == rooms_.end()) return nullptr;
  if (unfiled_ != changing_) file(now);
  unfiled_ = changing_;
  return &changing_->second.room;
}

// Gives the room that was looked at last the place among the others that it has now.
void Registry::file(const Now& now) {
  const auto filed = std::exchange(unfiled_, rooms_.end());
  if (filed == rooms_.end()) return;
  Entry& entry = filed->second;
  std::int64_t at = entry.room.due().value_or(kNever);
  if (at <= now.steady_ms) at = Wakes<std::string_view>::kAtOnce;
  if (!entry.room.empty()) {
    entry.empty_since_ms.reset();
  } else {
    if (!entry.empty_since_ms) entry.empty_since_ms = now.steady_ms;
    at = std::min(at, *entry.empty_since_ms + kIdleRoomMs);
  }
  dues_.move({entry.look_at_ms, filed->first}, at);
  entry.look_at_ms = at;
}

void Registry::erase(Rooms::iterator room) {
  if (changing_ == room) changing_ = rooms_.end();
  if (unfiled_ == room) unfiled_ = rooms_.end();
  dues_.remove({room->second.look_at_ms, room->first});
  rooms_.erase(room);
}

// Its time has come: it has something to do, or nobody has been in it for long and it is let go.
void Registry::look_at_room(const Now& now, std::string_view workshop, Actions& actions) {
  Room* const room = change(now, workshop);
  const auto since = changing_->second.empty_since_ms;
  if (room->empty() && since && *since + kIdleRoomMs <= now.steady_ms) {
    actions.push_back(Unsubscribe{changing_->first});
    return erase(changing_);
  }
  room->tick(now, actions);
}

void Registry::drop(const Now& now, ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  if (Room* room = change(now, found->second.workshop)) room->leave(now, id);
  silences_.remove({found->second.look_at_ms, id});
  connections_.erase(found);
}

void Registry::drop_closed(const Now& now, const Actions& actions) {
  for (const Action& action : actions) {
    if (const auto* close = std::get_if<Disconnect>(&action)) drop(now, close->connection);
  }
}

// Closes who has been silent too long. Who has not is looked at again when they may be.
void Registry::sweep(const Now& now, Actions& actions) {
  swept_at_ms_ = now.steady_ms;
  std::erase_if(out_until_ms_, [&](const auto& out) { return out.second <= now.steady_ms; });
  silences_.each_due(now.steady_ms, [&](const Wakes<ConnectionId>::Place& place) {
    Connection& connection = connections_.at(place.second);
    const std::int64_t deadline = connection.session.deadline();
    if (deadline <= now.steady_ms) {
      actions.push_back(Disconnect{place.second, CloseCode::silent});
    } else {
      silences_.move(place, deadline);
      connection.look_at_ms = deadline;
    }
  });
}

void Registry::arm(const Now& now, Actions& actions) {
  std::optional<std::int64_t> next = dues_.first();
  if (const auto silent = silences_.first()) {
    const std::int64_t sweep = std::max(*silent, swept_at_ms_ + kSweepMs);
    next = std::min(sweep, next.value_or(sweep));
  }
  if (!next) return;
  next = std::max(*next, now.steady_ms);
  if (armed_at_ms_ && *armed_at_ms_ <= *next) return;
  actions.push_back(Wake{*next});
  armed_at_ms_ = *next;
}

}  // namespace quorate::room

// The half of a room that decides when people hear of what changed, and in which slices.
#include <algorithm>

#include "server/room/messages.hpp"
#include "server/room/room.hpp"

namespace quorate::room {

void Room::mark(std::int64_t flush_at_ms) {
  flush_at_ms_ = std::min(flush_at_ms, flush_at_ms_.value_or(flush_at_ms));
}

void Room::mark_presence(const Now& now) {
  if (!presence_at_ms_) presence_at_ms_ = now.steady_ms + kPresenceMs;
}

std::optional<std::int64_t> Room::due() const {
  // At once, after what else is waiting.
  if (!fan_outs_.empty() || advanced_ < kAudiences) return INT64_MIN;
  std::optional<std::int64_t> first;
  for (const auto& at : {flush_at_ms_, presence_at_ms_, presence_.due(), closing_at_ms_}) {
    if (at) first = std::min(*at, first.value_or(*at));
  }
  return first;
}

void Room::tick(const Now& now, Actions& actions) {
  close_when_due(now, actions);
  if (presence_.expire(now.steady_ms)) mark_presence(now);
  // What was begun is finished first: everybody gets the deltas in one order.
  const auto idle = [this] { return fan_outs_.empty() && advanced_ == kAudiences; };
  if (idle() && flush_at_ms_ && *flush_at_ms_ <= now.steady_ms) {
    flush_at_ms_.reset();
    advanced_ = 0;
  }
  if (fan_outs_.empty()) advance_next();
  if (idle() && presence_at_ms_ && *presence_at_ms_ <= now.steady_ms) {
    presence_at_ms_.reset();
    tell_presence();
  }
  send_slice(actions);
}

// One audience's view a tick, so that what goes to one is on its way before the next one's is made.
void Room::advance_next() {
  while (advanced_ < kAudiences) {
    Audience& next = audiences_[advanced_++];
    if (next.members().empty()) continue;
    if (auto message = next.advance(state_)) fan_out(next, std::move(*message), false);
    return;
  }
}

// To desks alone: no phone and no wall shows who is connected, and when a hall comes back at once,
// everybody would be told of everybody.
void Room::tell_presence() {
  const Audience& desks = audience(session::Role::facilitator);
  if (desks.members().empty()) return;
  fan_out(desks, encode_presence(presence_.people(), desks.members().size(), presence_.bits()),
          true);
}

void Room::fan_out(const Audience& audience, Message message, bool replaces) {
  const auto& members = audience.members();
  fan_outs_.push_back(
      FanOut{std::move(message), &audience, replaces, {members.begin(), members.end()}});
}

void Room::send_slice(Actions& actions) {
  std::size_t sent = 0;
  while (!fan_outs_.empty() && sent < kSendsInARow) {
    FanOut& now = fan_outs_.front();
    for (; now.next < now.to.size() && sent < kSendsInARow; ++now.next) {
      const auto member = members_.find(now.to[now.next]);
      if (member == members_.end()) continue;
      // Who has changed audience since was welcomed with a later view.
      if (now.audience != &audience(member->second.sees)) continue;
      actions.push_back(Send{member->first, now.message, now.replaces});
      ++sent;
    }
    if (now.next == now.to.size()) fan_outs_.pop_front();
  }
}

}  // namespace quorate::room

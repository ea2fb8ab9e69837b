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
  if (!fan_outs_.empty()) return INT64_MIN;  // at once, after what else is waiting
  if (!flush_at_ms_) return presence_at_ms_;
  return std::min(*flush_at_ms_, presence_at_ms_.value_or(*flush_at_ms_));
}

void Room::tick(const Now& now, Actions& actions) {
  // What was begun is finished first: everybody gets the deltas in one order.
  if (fan_outs_.empty() && flush_at_ms_ && *flush_at_ms_ <= now.steady_ms) {
    flush_at_ms_.reset();
    flush();
  }
  if (fan_outs_.empty() && presence_at_ms_ && *presence_at_ms_ <= now.steady_ms) {
    presence_at_ms_.reset();
    fan_outs_.push_back(FanOut{encode_presence(connected_), nullptr, connections()});
  }
  send_slice(actions);
}

void Room::flush() {
  for (Audience& audience : audiences_) {
    if (auto message = audience.advance(state_)) {
      const auto& members = audience.members();
      fan_outs_.push_back(FanOut{std::move(*message), &audience, {members.begin(), members.end()}});
    }
  }
}

void Room::send_slice(Actions& actions) {
  std::size_t sent = 0;
  while (!fan_outs_.empty() && sent < kSendsInARow) {
    FanOut& now = fan_outs_.front();
    for (; now.next < now.to.size() && sent < kSendsInARow; ++now.next) {
      const auto member = members_.find(now.to[now.next]);
      if (member == members_.end()) continue;
      // Who has changed audience since was welcomed with a later view.
      if (now.audience != nullptr && now.audience != &audience(member->second.sees)) continue;
      actions.push_back(Send{member->first, now.message, now.audience == nullptr});
      ++sent;
    }
    if (now.next == now.to.size()) fan_outs_.pop_front();
  }
}

}  // namespace quorate::room

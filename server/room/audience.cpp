#include "server/room/audience.hpp"

#include "server/room/messages.hpp"
#include "shared/json/patch.hpp"
#include "shared/session/view.hpp"

namespace quorate::room {

void Audience::add(ConnectionId connection, const session::State& state) {
  if (members_.empty()) {  // nobody to keep in step: the view may be old
    view_ = session::view(state, role_);
    offset_ = state.offset;
  }
  members_.insert(connection);
}

std::optional<Message> Audience::advance(const session::State& state) {
  if (members_.empty() || offset_ == state.offset) return std::nullopt;
  json::Value now = session::view(state, role_);
  auto patch = json::difference(view_, now);
  if (!patch) return std::nullopt;  // they stay at their offset: the next delta starts there
  Message message = encode_delta(offset_, state.offset, *patch);
  view_ = std::move(now);
  offset_ = state.offset;
  return message;
}

}  // namespace quorate::room

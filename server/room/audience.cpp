#include "server/room/audience.hpp"

#include "server/room/messages.hpp"
#include "shared/json/patch.hpp"
#include "shared/session/view.hpp"

namespace quorate::room {

std::optional<json::Value> Audience::look(const session::State& state) {
  if (seen_ == state.offset) return std::nullopt;
  seen_ = state.offset;
  json::Value now = session::view(state, role_);
  auto patch = json::difference(view_, now);
  if (!patch) return std::nullopt;
  view_ = std::move(now);
  encoded_ = nullptr;
  ++offset_;
  return patch;
}

void Audience::add(ConnectionId connection, const session::State& state) {
  if (members_.empty()) look(state);  // nobody was kept in step: the view may be old
  members_.insert(connection);
}

std::optional<Message> Audience::advance(const session::State& state) {
  if (members_.empty()) return std::nullopt;
  const auto patch = look(state);
  return patch ? std::optional(encode_delta(offset_ - 1, offset_, *patch)) : std::nullopt;
}

const Message& Audience::view() {
  if (!encoded_) encoded_ = encode_view(view_);
  return encoded_;
}

}  // namespace quorate::room

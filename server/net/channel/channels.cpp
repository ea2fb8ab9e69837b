#include "server/net/channel/channels.hpp"

#include <utility>

namespace quorate::net {

void Channels::opened(ConnectionId id, Channel& channel, std::string workshop) {
  open_.emplace(id, &channel);
  handlers_.connected(id, std::move(workshop));
}

void Channels::unreadable(ConnectionId id, Channel& channel, protocol::CloseCode code) {
  handlers_.unreadable(id, code);
  channel.close(static_cast<std::uint16_t>(code));
}

void Channels::gone(ConnectionId id) {
  if (open_.erase(id) == 0) return;
  // Never within a call from outside.
  loop.post([self = shared_from_this(), id] { self->handlers_.disconnected(id); });
}

void Channels::send(ConnectionId id, const room::Message& message, bool replaces) {
  const auto found = open_.find(id);
  if (found != open_.end()) found->second->send(message, replaces);
}

void Channels::close(ConnectionId id, protocol::CloseCode code) {
  const auto found = open_.find(id);
  if (found != open_.end()) found->second->close(static_cast<std::uint16_t>(code));
}

void Channels::silence() {
  open_.clear();
  handlers_ = {[](ConnectionId, std::string) {}, [](ConnectionId, std::string_view) {},
               [](ConnectionId, protocol::CloseCode) {}, [](ConnectionId) {}};
}

}  // namespace quorate::net

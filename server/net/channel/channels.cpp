#include "server/net/channel/channels.hpp"

#include <utility>

namespace quorate::net {

void Channels::opened(ConnectionId id, Channel& channel, std::string workshop,
                      const budgets::Peer& peer) {
  open_.emplace(id, &channel);
  handlers_.connected(id, std::move(workshop), peer);
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

void Channels::send(const room::Send& message) {
  const auto found = open_.find(message.connection);
  if (found != open_.end()) found->second->send(message);
}

void Channels::seated(const room::Seated& who) {
  const auto found = open_.find(who.connection);
  if (found == open_.end()) return;
  const bool phone = who.role == session::Role::participant;
  connections->joined(*found->second);
  found->second->seated(phone ? limits.phone_bytes : limits.desk_bytes);
}

void Channels::close(ConnectionId id, protocol::CloseCode code) {
  const auto found = open_.find(id);
  if (found != open_.end()) found->second->close(static_cast<std::uint16_t>(code));
}

void Channels::silence() {
  open_.clear();
  handlers_ = {[](ConnectionId, std::string, const budgets::Peer&) {},
               [](ConnectionId, std::string_view) {}, [](ConnectionId, protocol::CloseCode) {},
               [](ConnectionId) {}};
}

}  // namespace quorate::net

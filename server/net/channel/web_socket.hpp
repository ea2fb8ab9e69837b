// The channel over a WebSocket.
#pragma once

#include <memory>
#include <string>

#include "server/net/channel/channels.hpp"
#include "server/net/socket.hpp"

namespace quorate::net {

// Responds to the upgrade whose head these bytes are, and serves the channel. `https`: that is what
// the other end speaks, to a proxy of ours.
void serve_web_socket(std::shared_ptr<Channels> channels, Socket socket, std::string head,
                      std::string workshop, const budgets::Peer& peer, bool https);

}  // namespace quorate::net

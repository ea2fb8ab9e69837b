// One HTTP connection: strict heads, bounded bodies, a deadline on everything.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/budgets/address.hpp"
#include "server/net/connections.hpp"
#include "server/net/http/deadlines.hpp"
#include "server/net/http/message.hpp"
#include "server/net/loop.hpp"
#include "server/net/socket.hpp"

namespace quorate::net {

// What the connections of one listener share.
struct HttpService {
  Loop& loop;
  std::shared_ptr<Connections> connections;
  HttpDeadlines deadlines;
  std::string allowed_origin;  // whose pages may open sockets beside those of the same host
  std::vector<budgets::Network> proxies;  // whose word about who asks is believed
  std::string full;                       // what is said where there is no place for who asks
  std::function<void(HttpRequest, Respond)> request;
  // A socket is asked for, by a page that may: the connection, the request's whole head, the
  // workshop that its path names, who asks, and whether by https. Null: no path is a socket's.
  std::function<void(Socket, std::string head, std::string workshop, const budgets::Peer&,
                     bool https)>
      upgrade;
};

// Serves the requests of one connection until it ends or is upgraded. `remote` is the other end's
// address.
void serve_http(std::shared_ptr<const HttpService> service, Socket socket,
                const budgets::Address& remote);

}  // namespace quorate::net

// Accepts connections and serves HTTP on them. For this folder's own sources.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "server/net/http/connection.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

class Acceptor {
 public:
  // Listens from now on; `address` is a number, of either family, port 0 any free one. The error is
  // one sentence without a full stop. `loop` outlives this.
  static tl::expected<std::shared_ptr<Acceptor>, std::string> listen(
      Loop& loop, const std::string& address, std::uint16_t port,
      std::shared_ptr<const HttpService> service);
  Acceptor(Loop& loop, std::shared_ptr<const HttpService> service);

  std::uint16_t port() const;
  // Accepts nobody any more. May be called again.
  void close();

 private:
  static boost::asio::awaitable<void> accept_all(std::shared_ptr<Acceptor> self);
  void let_in(Socket socket) const;

  const std::shared_ptr<const HttpService> service_;
  boost::asio::ip::tcp::acceptor acceptor_;
};

}  // namespace quorate::net

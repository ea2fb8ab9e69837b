// The listener: HTTP requests go to one function, sockets become channels of whole text messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/net/channel/channels.hpp"
#include "server/net/http/deadlines.hpp"
#include "server/net/http/message.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

struct ListenerOptions {
  std::string address = "0.0.0.0";              // a number, of either family
  std::uint16_t port = 8080;                    // 0: any free one
  std::size_t connections = budgets::kSockets;  // at once; beyond that some give way, or a 503
  budgets::Unsent::Limits unsent{budgets::kUnsent, budgets::kUnsentOfAnAddress};
  std::vector<budgets::Network> proxies;  // of ours: they say who asks
  std::string allowed_origin;  // whose pages may open sockets beside those of the same host
  ChannelLimits channels;
  HttpDeadlines http;
};

// What the listener tells. All are called on the loop's thread, never from within a call to the
// listener.
struct ListenerHandlers {
  std::function<void(HttpRequest, Respond)> request;
  std::function<bool(const std::string& workshop)> exists;  // whether there is such a workshop
  ChannelHandlers channels;
  std::function<void(budgets::Budget)> met;  // somebody asked for more than it holds
};

class Listener {
 public:
  // Listens from now on. The error is one sentence without a full stop. `loop` outlives the
  // listener.
  static tl::expected<std::unique_ptr<Listener>, std::string> listen(Loop& loop,
                                                                     ListenerOptions options,
                                                                     ListenerHandlers handlers);
  // Cuts every connection; no handler is called any more.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;
  const Connections& connections() const;

  // Written at once, as far as the socket takes it; the rest waits in the connection's outbox. A
  // connection whose outbox is full is closed as `slow`. An unknown id is ignored.
  void send(const room::Send& message);
  // It keeps its place when places are scarce.
  void seated(const room::Seated& who);
  // After what waits.
  void close(ConnectionId connection, protocol::CloseCode code);

  // Accepts nobody any more, closes HTTP connections once nothing is asked of them, and calls
  // `empty` when the last connection is gone.
  void stop(std::function<void()> empty);

 private:
  struct Parts;
  explicit Listener(std::shared_ptr<Parts> parts);
  std::shared_ptr<Parts> parts_;
};

}  // namespace quorate::net

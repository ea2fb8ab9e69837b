// The listener: HTTP requests go to one function, sockets become channels of whole text messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/net/http_message.hpp"
#include "server/net/loop.hpp"
#include "server/room/events.hpp"
#include "server/room/outbox.hpp"
#include "shared/protocol/close_code.hpp"

namespace quorate::net {

struct ServerOptions {
  std::string address = "0.0.0.0";   // a number, of either family
  std::uint16_t port = 8080;         // 0: any free one
  std::size_t connections = 10'000;  // at once; more are answered 503
  std::string allowed_origin;        // whose pages may open sockets beside those of the same host
  std::size_t outbox_bytes = room::Outbox::kBytes;

  // Deadlines, in milliseconds.
  std::int64_t head_ms = 10'000;   // from the first byte of a request to the end of its head
  std::int64_t body_ms = 20'000;   // for its body
  std::int64_t idle_ms = 30'000;   // until the next request begins
  std::int64_t write_ms = 30'000;  // without any progress of an answer
  std::int64_t linger_ms = 3'000;  // for the other end to take what closes the connection
};

using room::ConnectionId;

// What the listener tells. All are called on the loop's thread, never from within a call to the
// server.
struct ServerHandlers {
  std::function<void(HttpRequest, HttpReply)> request;
  std::function<void(ConnectionId, std::string workshop)> connected;
  std::function<void(ConnectionId, std::string_view text)> received;
  // The channel is closed with this code unless the handler closes it with another.
  std::function<void(ConnectionId, protocol::CloseCode)> unreadable;
  // Once for each `connected`, also after close().
  std::function<void(ConnectionId)> disconnected;
};

class Server {
 public:
  // Listens from now on. The error is one sentence without a full stop. `loop` outlives the server.
  static tl::expected<std::unique_ptr<Server>, std::string> listen(Loop& loop,
                                                                   ServerOptions options,
                                                                   ServerHandlers handlers);
  // Cuts every connection; no handler is called any more.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  std::size_t connections() const;

  // Written at once, as far as the socket takes it; the rest waits in the connection's outbox. A
  // connection whose outbox is full is closed as `slow`. An unknown id is ignored.
  void send(ConnectionId connection, const room::Message& message, bool replaces);
  // After what waits.
  void close(ConnectionId connection, protocol::CloseCode code);

  // Accepts nobody any more, closes HTTP connections once they are answered, and calls `empty` when
  // the last connection is gone.
  void stop(std::function<void()> empty);

  struct State;

 private:
  explicit Server(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace quorate::net

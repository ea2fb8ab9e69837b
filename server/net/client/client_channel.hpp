// A WebSocket client: what a phone's browser is, for bots and tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/net/loop.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::net {

struct Address {
  std::string host;  // a name or a number: "127.0.0.1"
  std::uint16_t port = 0;
};

struct ClientLimits {
  std::size_t message_bytes = protocol::kViewBytes;  // what comes down; more ends the connection
  std::size_t queued_bytes = 1024 * 1024;  // what waits to go up; more ends the connection
  std::int64_t open_ms = 10'000;           // connecting and handshake together
  std::int64_t close_ms = 2'000;           // how long the other end may take to say goodbye
};

// What a connection was ended with when no close code came: as in a browser.
inline constexpr int kNoCloseCode = 1006;

class ClientChannel {
 public:
  // All are called on the loop's thread, never from within a call to the channel. A handler may
  // call the channel and may destroy it.
  struct Handlers {
    std::function<void()> opened;
    std::function<void(std::string_view text)> message;  // one whole message, valid during the call
    // Once for each open() that was not ended by close(): the code the server gave, otherwise
    // kNoCloseCode (refused, cut, or too late). open() may be called again from here.
    std::function<void(int code)> closed;
  };

  // `loop` outlives the channel.
  ClientChannel(Loop& loop, Handlers handlers, ClientLimits limits = {});
  // Cuts the connection; no handler is called any more.
  ~ClientChannel();
  ClientChannel(const ClientChannel&) = delete;
  ClientChannel& operator=(const ClientChannel&) = delete;

  // Connects to ws://host:port/path. A connection there was before is ended as by close().
  void open(const Address& address, const std::string& path);
  // One text message, in order. Ignored when there is no open connection.
  void send(std::string text);
  // Ends the connection after what was sent; nothing more is reported of it.
  void close();
  // Cuts the connection without a goodbye, like a lost network; nothing more is reported of it.
  void cut();

 private:
  class Connection;
  Loop& loop_;
  Handlers handlers_;
  ClientLimits limits_;
  std::shared_ptr<Connection> connection_;
};

}  // namespace quorate::net

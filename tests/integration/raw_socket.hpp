// A TCP connection whose every byte a test chooses.
#pragma once

#include <string>
#include <string_view>

#include "server/net/client/client_channel.hpp"

namespace quorate::test {

class RawSocket {
 public:
  // `receive_bytes`: the kernel's buffer for what comes in; 0 for its own choice.
  explicit RawSocket(const net::Address& address, int receive_bytes = 0);
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  // All of it, or as much as goes before the other end closes.
  void send(std::string_view bytes) const;
  // Reads up to and with `end`. Throws when it does not come.
  std::string read_to(const std::string& end);
  // Everything until the other end closes. Throws when it does not close.
  std::string read_to_close();

 private:
  bool read_more();
  int socket_ = -1;
  std::string read_;
};

// The status of the one response to these bytes, after which the connection is closed; 0 when it
// was closed without one.
int status_of(const net::Address& address, std::string_view bytes);

}  // namespace quorate::test

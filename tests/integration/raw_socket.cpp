#include "tests/integration/raw_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace quorate::test {

namespace {
constexpr int kReadWithinMs = 30'000;
}

RawSocket::RawSocket(const net::Address& address, int receive_bytes)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_bytes > 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof(receive_bytes));
  }
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(address.port);
  inet_pton(AF_INET, address.host.c_str(), &to.sin_addr);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof(to)) != 0) {
    close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

RawSocket::~RawSocket() { close(socket_); }

void RawSocket::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool RawSocket::read_more() {
  pollfd ready{socket_, POLLIN, 0};
  if (poll(&ready, 1, kReadWithinMs) <= 0) throw std::runtime_error("nothing comes");
  std::array<char, 16 * 1024> chunk;
  const ssize_t size = recv(socket_, chunk.data(), chunk.size(), 0);
  if (size <= 0) return false;
  read_.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

std::string RawSocket::read_to(const std::string& end) {
  for (;;) {
    const std::size_t at = read_.find(end);
    if (at != std::string::npos) {
      std::string out = read_.substr(0, at + end.size());
      read_.erase(0, out.size());
      return out;
    }
    if (!read_more()) throw std::runtime_error("closed before it came; there was: " + read_);
  }
}

std::string RawSocket::read_to_close() {
  while (read_more()) continue;
  return std::move(read_);
}

int status_of(const net::Address& address, std::string_view bytes) {
  constexpr std::string_view kBegin = "HTTP/1.1 ";
  RawSocket socket(address);
  socket.send(bytes);
  const std::string response = socket.read_to_close();
  return response.starts_with(kBegin) ? std::stoi(response.substr(kBegin.size())) : 0;
}

}  // namespace quorate::test

// A connection that does not read is closed as `slow`, with its memory bounded; nobody else
// notices.
#include <gtest/gtest.h>

#include "shared/protocol/close_code.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

constexpr int kSmallBuffer = 4096;
constexpr int kPings = 8000;  // a megabyte: far beyond what can wait anywhere
constexpr int kPingsBetween = 1000;

std::string masked_ping() {
  constexpr int kPayload = 125;
  return std::string("\x89\xFD\0\0\0\0", 6) + std::string(kPayload, 'p');
}

TEST(SlowReader, IsClosedAsSlowWhileOthersGoOn) {
  const TemporaryFolder data;
  ServerProcess server(data.path(), {"--outbox-kib", "16"});
  const Workshop workshop = create_workshop(server.address());
  const std::string path = "/ws/" + workshop.id;

  RawSocket slow(server.address(), kSmallBuffer);
  slow.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n" +
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  slow.read_to("\r\n\r\n");

  // Each ping is to be answered by as many bytes, which are never read: they fill this end's small
  // buffer, what the server's kernel holds, and then the server's outbox.
  Talker other;
  ASSERT_TRUE(other.open(server.address(), path));
  other.send(hello("wall", workshop.wall));
  other.receive("welcome");
  for (int i = 0; i < kPings; ++i) {
    slow.send(masked_ping());
    if (i % kPingsBetween != 0) continue;
    other.send(R"({"t":"ping"})");
    other.receive("pong");
  }

  const std::string rest = slow.read_to_close();
  const std::string close("\x88\x02\x0F\xA1", 4);  // 4001
  ASSERT_GE(rest.size(), close.size());
  EXPECT_EQ(rest.substr(rest.size() - close.size()), close);
  EXPECT_LT(rest.size(), std::size_t{512} * 1024) << "what waited was bounded";

  other.send(R"({"t":"ping"})");
  other.receive("pong");
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace quorate::test

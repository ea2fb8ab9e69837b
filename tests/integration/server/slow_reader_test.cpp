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

// A frame of a client, whose mask is zero. At most 125 bytes (RFC 6455 section 5.2).
std::string frame(char first, const std::string& payload) {
  const char length = static_cast<char>(0x80 | payload.size());
  return std::string{first, length, 0, 0, 0, 0} + payload;
}
std::string ping() { return frame('\x89', std::string(125, 'p')); }
std::string text(const std::string& message) { return frame('\x81', message); }

void wait_for_connected(Talker& desk, int people) {
  while (*desk.receive("presence").find("connected") != json::Value(people)) continue;
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

  Talker other;
  ASSERT_TRUE(other.open(server.address(), path));
  other.send(hello("facilitator", workshop.facilitator));
  other.receive("welcome");
  slow.send(text(participant_hello(std::string(32, 'a'))));
  slow.read_to("\"welcome\"");
  slow.send(text(R"({"t":"command","id":"00000000000000000000000a","kind":"join"})"));
  wait_for_connected(other, 1);

  // Each ping is to be answered by as many bytes, which are never read: they fill this end's small
  // buffer, what the server's kernel holds, and then the server's outbox.
  for (int i = 0; i < kPings; ++i) slow.send(ping());
  // Reading only then: before, the server might not have seen them all.
  wait_for_connected(other, 0);

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

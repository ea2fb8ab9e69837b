// What every response says to the browser that gets it, whatever is responded and by which part of
// the server. After https://owasp.org/www-project-secure-headers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "server/net/http/ascii.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kHttps = "X-Forwarded-Proto: https\r\n";

std::string request(const std::string& line, const std::string& headers = "",
                    const std::string& body = "") {
  const std::string length =
      body.empty() ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return line + " HTTP/1.1\r\nHost: a\r\n" + headers + length + "\r\n" + body;
}

std::string upgrade(const std::string& version) {
  return "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: " + version +
         "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
}

class Headers : public testing::Test {
 protected:
  // The head of the first response to these bytes, in lower case.
  static std::string head_of(const net::Address& address, const std::string& bytes) {
    RawSocket socket(address);
    socket.send(bytes);
    return net::to_lower(socket.read_to("\r\n\r\n"));
  }

  void expect(int status, const std::string& bytes) {
    expect_head(status, head_of(server_.address(), bytes), bytes.substr(0, 60));
  }
  static void expect_head(int status, const std::string& head, const std::string& what) {
    EXPECT_THAT(head, StartsWith("http/1.1 " + std::to_string(status))) << what;
    for (const char* required :
         {"content-security-policy: default-src ", "frame-ancestors 'none'",
          "x-content-type-options: nosniff", "referrer-policy: no-referrer",
          "x-frame-options: deny", "cross-origin-opener-policy: same-origin",
          "cross-origin-resource-policy: same-origin", "permissions-policy: ", "cache-control: "}) {
      EXPECT_THAT(head, HasSubstr(required)) << what;
    }
    for (const char* telling : {"\r\nserver:", "\r\nx-powered-by:", "beast", "boost"}) {
      EXPECT_THAT(head, Not(HasSubstr(telling))) << what;
    }
  }
  // A workshop's address, as who has this token asks for it.
  std::string of_workshop(const std::string& method, const std::string& what,
                          const std::string& token) const {
    return request(method + " /api/workshops/" + workshop_.id + "/" + what,
                   "Authorization: Bearer " + token + "\r\n");
  }
  static std::string json(const std::string& path, const std::string& body) {
    return request("POST " + path, "Content-Type: application/json\r\n", body);
  }
  static std::string form(const std::string& body) {
    return request("POST /join", "Content-Type: application/x-www-form-urlencoded\r\n", body);
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--trusted-proxies", "127.0.0.1", "--admin-port", "0"}};
  Workshop workshop_ = create_workshop(server_.address());
};

TEST_F(Headers, AreOnEveryPage) {
  expect(200, request("GET /"));
  expect(200, request("HEAD /"));
  expect(200, request("GET /", "Accept-Encoding: br\r\n"));
  expect(304, request("GET /", "If-None-Match: W/\"t1\"\r\n"));
  expect(404, request("GET /nowhere", "Accept: text/html\r\n"));
  expect(404, request("GET /nowhere"));
  expect(405, request("GET /join", "Accept: text/html\r\n"));
  expect(303, form("code=" + workshop_.code));
  expect(404, form("code=FHKLMQ"));
  expect(400, form("code=!"));
}

TEST_F(Headers, AreOnEveryAnswerOfTheApi) {
  expect(200, request("GET /healthz"));
  expect(405, request("DELETE /healthz"));
  expect(404, request("GET /api/nothing"));
  expect(200, json("/api/join", R"({"code":")" + workshop_.code + "\"}"));
  expect(404, json("/api/join", R"({"code":"FHKLMQ"})"));
  expect(400, json("/api/join", "{"));
  expect(415, request("POST /api/join", "Content-Type: text/plain\r\n", "{}"));
  expect(201, json("/api/workshops", R"({"title":{"en":"A"}})"));
  expect(200, of_workshop("GET", "invite", workshop_.wall));
  expect(401, of_workshop("GET", "invite", std::string(32, '0')));
  expect(409, of_workshop("GET", "transcript", workshop_.facilitator));
  expect(200, of_workshop("POST", "code", workshop_.facilitator));
}

TEST_F(Headers, AreOnWhatIsRefusedBeforeAnybodyReadsIt) {
  expect(400, "GET / HTTP/1.1\nHost: a\n\n");
  expect(400, "GET / HTTP/1.1\r\n\r\n");
  expect(400, "?\r\n\r\n");
  expect(431, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x'));
  expect(413, request("POST /api/join", "Content-Length: 100000\r\n"));
}

TEST_F(Headers, AreOnEveryAnswerToAWebSocketsHandshake) {
  const std::string path = "GET /ws/" + workshop_.id;
  expect(101, request(path, upgrade("13")));
  expect(426, request(path, upgrade("7")));
  expect(426, request(path));
  expect(400, request(path, "Connection: upgrade\r\nUpgrade: websocket\r\n"));
  expect(404, request("GET /ws/x", upgrade("13")));
  expect(403, request(path, upgrade("13") + "Origin: https://b\r\n"));
  RawSocket careful(server_.address());
  careful.send(request(path, upgrade("13") + "Expect: 100-continue\r\n"));
  EXPECT_EQ(careful.read_to("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  expect_head(101, net::to_lower(careful.read_to("\r\n\r\n")), "after 100");
}

TEST_F(Headers, AreOnTheChannelWithoutAWebSocket) {
  const std::string path = "/poll/" + workshop_.id;
  const std::string head = head_of(server_.address(), request("POST " + path));
  expect_head(201, head, "a channel");
  const std::string name = "quorate-channel: ";
  const std::size_t at = head.find(name);
  ASSERT_NE(at, std::string::npos);
  const std::string channel = head.substr(at, head.find("\r\n", at) + 2 - at);
  expect(400, request("GET " + path, channel));
  expect(409, request("POST " + path, channel + "quorate-number: 9\r\n"));
  expect(204, request("POST " + path, channel + "quorate-number: 1\r\n",
                      participant_hello(std::string(32, 'a'), workshop_.key)));
  expect(200, request("GET " + path, channel + "quorate-number: 0\r\n"));
  expect(405, request("PUT " + path, channel));
  expect(204, request("DELETE " + path, channel));
  expect(404, request("GET " + path));
  expect(403, request("POST " + path, "Origin: https://b\r\n"));
}

TEST_F(Headers, AreOnWhatOperatorsAsk) {
  for (const char* path : {"/metrics", "/healthz"}) {
    expect_head(200, head_of(server_.admin(), request(std::string("GET ") + path)), path);
  }
  expect_head(404, head_of(server_.admin(), request("GET /")), "/");
}

TEST_F(Headers, AreOnWhatBudgetsRefuse) {
  std::string head = "http/1.1 201";
  const int most = 2 * static_cast<int>(budgets::kCreationsOfAnAddress.burst);
  for (int i = 0; i < most && head.starts_with("http/1.1 201"); ++i) {
    head = head_of(server_.address(), json("/api/workshops", R"({"title":{"en":"A"}})"));
  }
  expect_head(429, head, "a workshop too many");
}

TEST(HeadersOfAFullServer, AreOnWhatTurnsPeopleAway) {
  const TemporaryFolder data;
  const ServerProcess server(data.path(), {"--connections", "1"});
  const Workshop workshop = create_workshop(server.address());
  Talker wall;
  ASSERT_TRUE(wall.open(server.address(), "/ws/" + workshop.id));
  wall.send(hello("wall", workshop.wall));
  wall.receive("welcome");
  RawSocket late(server.address());
  const std::string head = net::to_lower(late.read_to("\r\n\r\n"));
  EXPECT_THAT(head, StartsWith("http/1.1 503"));
  EXPECT_THAT(head, HasSubstr("x-content-type-options: nosniff"));
  EXPECT_THAT(head, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(head, Not(HasSubstr("\r\nserver:")));
}

TEST_F(Headers, TellBrowsersToKeepToHttpsOnlyWhereAProxyOfOursSaysSo) {
  const std::string hsts = "\r\nstrict-transport-security: max-age=31536000\r\n";
  const std::string socket = "GET /ws/" + workshop_.id;
  for (const std::string& bytes :
       {request("GET /", kHttps), request("GET /nowhere", kHttps),
        request(socket, kHttps + upgrade("13")), request(socket, kHttps)}) {
    EXPECT_THAT(head_of(server_.address(), bytes), HasSubstr(hsts));
  }
  for (const std::string& bytes : {request("GET /"), request(socket, upgrade("13"))}) {
    EXPECT_THAT(head_of(server_.address(), bytes), Not(HasSubstr("strict-transport")));
  }
  const TemporaryFolder data;
  const ServerProcess trusting_nobody(data.path());
  EXPECT_THAT(head_of(trusting_nobody.address(), request("GET /", kHttps)),
              Not(HasSubstr("strict-transport")));
}

}  // namespace
}  // namespace quorate::test

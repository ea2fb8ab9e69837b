// PROTOCOL.md P1.1 under attack: thousands of wrong codes, through a proxy or not, by askers who
// stay or hang up.
#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {
namespace {

std::string join_request(const std::string& code, const std::string& headers = "") {
  const std::string body = R"({"code":")" + code + R"("})";
  return "POST /api/join HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

using Sockets = std::vector<std::unique_ptr<RawSocket>>;

Sockets guess(const net::Address& address, std::size_t times, const std::string& headers = "") {
  Sockets sockets;
  for (std::size_t i = 0; i < times; ++i) {
    sockets.push_back(std::make_unique<RawSocket>(address));
    sockets.back()->send(join_request("FHKLMQ", headers));
  }
  return sockets;
}

constexpr const char* kUnknown = "HTTP/1.1 404 Not Found\r\n";
constexpr const char* kTooFast = "HTTP/1.1 429 Too Many Requests\r\n";
constexpr std::size_t kBeyond = 40;  // those for whom there is no place in the queue
// Behind those who are answered at once and those who keep their place.
constexpr std::size_t kFirstToGiveWay =
    budgets::kWrongGuesses + budgets::kSlowedMs / budgets::kSlowedEveryMs;

class GuessesAttack : public testing::Test {
 protected:
  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--trusted-proxies", "127.0.0.1"}};
  Workshop workshop_ = create_workshop(server_.address());
};

TEST_F(GuessesAttack, OnlySoManyWaitAndTheOthersAreToldThatTheyWereTooFast) {
  const auto sockets =
      guess(server_.address(), budgets::kWrongGuesses + budgets::kSlowedOfAnAddress + kBeyond);
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) {
    EXPECT_EQ(sockets[i]->read_to("\r\n"), kUnknown);
  }
  const std::string refused = sockets[kFirstToGiveWay]->read_to_close();
  EXPECT_TRUE(refused.starts_with(kTooFast)) << refused;
  EXPECT_NE(refused.find(R"("code":"too_fast")"), std::string::npos);
  EXPECT_NE(refused.find("retry-after: 16\r\n"), std::string::npos);
}

// Each made up in front of it, from another port each time.
TEST_F(GuessesAttack, MadeUpForwardingHeadersMakeNobodySomebodyElse) {
  Sockets sockets;
  for (std::size_t i = 0; i < budgets::kWrongGuesses + budgets::kSlowedOfAnAddress + kBeyond; ++i) {
    const std::string number = std::to_string(i);
    const std::string headers = "X-Forwarded-For: 203.0.113." + number +
                                "\r\nX-Forwarded-For: 198.51.100." + number +
                                ", 192.0.2.1:" + std::to_string(40'000 + i) + "\r\n";
    sockets.push_back(std::move(guess(server_.address(), 1, headers).front()));
  }
  EXPECT_EQ(sockets[kFirstToGiveWay]->read_to("\r\n"), kTooFast);
  RawSocket somebody_else(server_.address());
  somebody_else.send(join_request(workshop_.code, "X-Forwarded-For: 192.0.2.2\r\n"));
  EXPECT_EQ(somebody_else.read_to("\r\n"), "HTTP/1.1 200 OK\r\n");
}

TEST_F(GuessesAttack, WhoIsNoProxyOfOursSaysNothingAboutWhoAsks) {
  const ServerProcess alone(data_.path() / "alone");
  Sockets sockets;
  for (std::size_t i = 0; i < budgets::kWrongGuesses + budgets::kSlowedOfAnAddress + kBeyond; ++i) {
    const std::string headers = "X-Forwarded-For: 203.0.113." + std::to_string(i) + "\r\n";
    sockets.push_back(std::move(guess(alone.address(), 1, headers).front()));
  }
  EXPECT_EQ(sockets[kFirstToGiveWay]->read_to("\r\n"), kTooFast);
}

class RightCode : public testing::TestWithParam<std::size_t> {};

TEST_P(RightCode, IsAnsweredAfterSoManyWrongOnesOfItsAddress) {
  const TemporaryFolder data;
  const ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  const auto wrong = guess(server.address(), GetParam());
  const std::int64_t begin = net::Loop::steady_ms();
  EXPECT_TRUE(opens(server.address(), workshop.code, workshop.id));
  RecordProperty("waited_ms", std::to_string(net::Loop::steady_ms() - begin));
}

INSTANTIATE_TEST_SUITE_P(Wrong, RightCode, testing::Values(100, 2000));

// A hall behind one address: some have typed as many wrong codes as a minute allows, the others
// come by the link.
TEST(WhoComesByTheLink, IsNeverSlowedByTheWrongCodesOfOthers) {
  constexpr const char* kSlowed = "event=guessing";
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  const auto wrong = guess(server.address(), budgets::kWrongGuesses);
  for (const auto& socket : wrong) EXPECT_EQ(socket->read_to("\r\n"), kUnknown);
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(opens(server.address(), workshop.code + "-" + workshop.key, workshop.id));
  }
  EXPECT_TRUE(opens(server.address(), workshop.code, workshop.id)) << "later: it was typed";
  ASSERT_EQ(server.stop(), 0);
  const std::string log = server.process().errors();
  EXPECT_NE(log.find(kSlowed), std::string::npos);
  EXPECT_EQ(log.find(kSlowed), log.rfind(kSlowed)) << "nobody but who typed";
}

// Connections of guessers who are gone count no more, and their answers are waited for by nobody.
TEST(GuessersWhoHangUp, TakeNoPlaceOfAnybody) {
  const TemporaryFolder data;
  constexpr std::size_t kConnections = 200;
  const ServerProcess server(data.path(), {"--connections", std::to_string(kConnections)});
  const Workshop workshop = create_workshop(server.address());
  for (int wave = 0; wave < 20; ++wave) guess(server.address(), kConnections / 2);
  EXPECT_EQ(get_as(server.address(), "", "/healthz").status, 200);
  EXPECT_TRUE(opens(server.address(), workshop.code, workshop.id));
}

}  // namespace
}  // namespace quorate::test

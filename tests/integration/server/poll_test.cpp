// PROTOCOL.md section 7, against the real program: a whole conversation without a WebSocket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <mutex>
#include <sstream>

#include "server/net/client/fetch.hpp"
#include "shared/json/read.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;

// The other end of one channel.
class Poller {
 public:
  Poller(const net::Address& address, const std::string& workshop)
      : address_(address), path_("/poll/" + workshop) {}

  net::FetchResponse ask(const std::string& method, std::vector<net::Header> headers,
                         std::string body = "") const {
    net::FetchRequest request;
    request.address = address_;
    request.method = method;
    request.path = path_;
    request.headers = std::move(headers);
    if (!channel.empty()) request.headers.emplace_back("quorate-channel", channel);
    request.body = std::move(body);
    request.within_ms = 30'000;
    auto response = net::fetch_now(std::move(request));
    if (!response) throw std::runtime_error(response.error());
    return *std::move(response);
  }
  int open() {
    const auto response = ask("POST", {});
    channel = std::string(response.header("quorate-channel"));
    return response.status;
  }
  int send(const std::string& text) { return post(++up_, text); }
  int post(int number, const std::string& text) const {
    return ask("POST", {{"quorate-number", std::to_string(number)}}, text).status;
  }
  net::FetchResponse poll() {
    const auto response = ask("GET", {{"quorate-number", std::to_string(down_)}});
    std::istringstream lines(response.body);
    std::string line;
    int number =
        response.status == 200 ? std::stoi(std::string(response.header("quorate-number"))) : 0;
    while (std::getline(lines, line)) {
      if (number++ <= down_) continue;  // said again
      down_ = number - 1;
      heard.push_back(*json::read(line));
    }
    return response;
  }
  // Polls until a message of this kind comes, which it returns.
  json::Value receive(const std::string& kind) {
    for (;;) {
      for (; looked_ < heard.size(); ++looked_) {
        if (*heard[looked_].find("t") == json::Value(kind)) return heard[looked_++];
      }
      const auto response = poll();
      if (!response.header("quorate-close").empty()) throw std::runtime_error("closed");
    }
  }
  void forget_received() { down_ = 0; }
  std::string received() const { return std::to_string(down_); }

  std::string channel;
  std::vector<json::Value> heard;

 private:
  net::Address address_;
  std::string path_;
  int up_ = 0;
  int down_ = 0;
  std::size_t looked_ = 0;
};

class Poll : public testing::Test {
 protected:
  Poller joined(char person) {
    Poller phone(server_.address(), workshop_.id);
    EXPECT_EQ(phone.open(), 201);
    EXPECT_EQ(phone.send(participant_hello(std::string(32, person), workshop_.key)), 204);
    phone.receive("welcome");
    EXPECT_EQ(phone.send(R"({"t":"command","id":"00000000000000000000000a","kind":"join"})"), 204);
    EXPECT_EQ(*phone.receive("outcome").find("ok"), json::Value(true));
    return phone;
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path()};
  Workshop workshop_ = create_workshop(server_.address());
};

TEST_F(Poll, APersonJoinsAndIsWelcomed_P7_1) {
  Poller phone = joined('a');
  EXPECT_EQ(*phone.receive("welcome").find("role"), json::Value("participant"));
}

TEST_F(Poll, ARequestIsHeldUntilThereIsSomethingToSay_P7_3) {
  Poller desk(server_.address(), workshop_.id);
  desk.open();
  desk.send(hello("facilitator", workshop_.facilitator));
  desk.receive("welcome");
  auto next = std::async(std::launch::async, [&] { return desk.receive("delta"); });
  Poller phone = joined('b');
  EXPECT_THAT(*next.get().find("patch")->find("joined"), json::Value(1));
}

TEST_F(Poll, APostThatIsSentAgainCountsOnce_P7_2) {
  Poller phone = joined('c');
  const std::string ping = R"({"t":"ping"})";
  EXPECT_EQ(phone.post(3, ping), 204);
  EXPECT_EQ(phone.post(3, ping), 204);
  EXPECT_EQ(phone.post(5, ping), 409);
  EXPECT_EQ(phone.post(4, R"({"t":"command","id":"00000000000000000000000b","kind":"x"})"), 204);
  phone.receive("outcome");
  int pongs = 0;
  for (const json::Value& message : phone.heard) pongs += *message.find("t") == json::Value("pong");
  EXPECT_EQ(pongs, 1);
}

TEST_F(Poll, WhatWasNotReceivedIsSaidAgain_P7_3) {
  Poller phone(server_.address(), workshop_.id);
  phone.open();
  phone.send(participant_hello(std::string(32, 'd'), workshop_.key));
  const std::string first = phone.poll().body;
  ASSERT_THAT(first, HasSubstr("welcome"));
  phone.forget_received();
  EXPECT_THAT(phone.poll().body, HasSubstr(first));
}

TEST_F(Poll, AnUnknownChannelOrOneOfAnotherWorkshopIsRefused_P7_1) {
  Poller phone(server_.address(), workshop_.id);
  phone.channel = std::string(32, '0');
  EXPECT_EQ(phone.ask("GET", {{"quorate-number", "0"}}).status, 404);
  const Workshop other = create_workshop(server_.address());
  Poller mine = joined('e');
  Poller wrong(server_.address(), other.id);
  wrong.channel = mine.channel;
  EXPECT_EQ(wrong.ask("GET", {{"quorate-number", "0"}}).status, 404);
}

TEST_F(Poll, ACloseCarriesItsCode_P7_4) {
  Poller phone(server_.address(), workshop_.id);
  phone.open();
  phone.send(R"({"t":"hello","v":99,"role":"participant"})");
  const auto response = phone.poll();
  EXPECT_EQ(response.header("quorate-close"),
            std::to_string(static_cast<int>(protocol::CloseCode::update_needed)));
  EXPECT_EQ(phone.ask("GET", {{"quorate-number", "0"}}).status, 404);
}

TEST_F(Poll, WhoLeavesIsNotConnectedAnyMore_P7_5) {
  Talker desk;
  ASSERT_TRUE(desk.open(server_.address(), "/ws/" + workshop_.id));
  desk.send(hello("facilitator", workshop_.facilitator));
  desk.receive("welcome");
  Poller second(server_.address(), workshop_.id);
  EXPECT_EQ(second.open(), 201);
  EXPECT_EQ(second.send(hello("facilitator", workshop_.facilitator)), 204);
  while (*desk.receive("presence").find("desks") != json::Value(2)) {
  }
  EXPECT_EQ(second.ask("DELETE", {}).status, 204);
  while (*desk.receive("presence").find("desks") != json::Value(1)) {
  }
}

TEST_F(Poll, HostileRequestsAreRefusedByWhatIsWrong) {
  Poller phone = joined('7');
  EXPECT_EQ(phone.ask("GET", {{"quorate-number", "-1"}}).status, 400);
  EXPECT_EQ(phone.ask("GET", {}).status, 400);
  EXPECT_EQ(phone.ask("POST", {{"quorate-number", "1x"}}, "{}").status, 400);
  EXPECT_EQ(phone.ask("PUT", {}).status, 405);
  EXPECT_EQ(phone.ask("POST", {{"origin", "https://elsewhere.example"}}).status, 403);
  EXPECT_EQ(phone.send(std::string(9000, 'x')), 204);
  EXPECT_EQ(phone.poll().header("quorate-close"),
            std::to_string(static_cast<int>(protocol::CloseCode::too_large)));
  Poller nowhere(server_.address(), std::string(32, 'z'));
  EXPECT_EQ(nowhere.open(), 404);
}

TEST_F(Poll, AServerThatGoesDownTellsThemToComeBack) {
  Poller phone = joined('8');
  phone.receive("welcome");
  // Of two requests at once one is answered because the other one waits.
  const auto ask = [&] { return phone.ask("GET", {{"quorate-number", phone.received()}}); };
  std::promise<void> waits;
  std::once_flag first;
  const auto wait = [&] {
    auto response = ask();
    std::call_once(first, [&] { waits.set_value(); });
    return std::string(response.header("quorate-close"));
  };
  auto one = std::async(std::launch::async, wait);
  auto two = std::async(std::launch::async, wait);
  waits.get_future().wait();
  EXPECT_EQ(server_.stop(), 0);
  EXPECT_EQ(one.get() + two.get(),
            std::to_string(static_cast<int>(protocol::CloseCode::come_back)));
}

}  // namespace
}  // namespace quorate::test

// The link: P2.1, P2.5, P6.3, the close codes of section 6, and what the person is told of it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

std::string nothing_open() { return welcome_participant("{}"); }

TEST(ClientConnection, OpensTheWorkshopsSocketAndSpeaksFirst_P2_1) {
  Page page(participant());
  EXPECT_EQ(page.path, std::string("/ws/") + kWorkshop);
  EXPECT_EQ(page.shown("link"), "\"connecting\"");
  EXPECT_TRUE(page.sent.empty());
  page.open();
  ASSERT_EQ(page.sent.size(), 1u);
  EXPECT_EQ(page.sent[0],
            parse(std::string(R"({"t":"hello","v":1,"role":"participant","secret":")") + kSecret +
                  "\"}"));
}

TEST(ClientConnection, HelloOfAParticipantHasTheJoinKeyTheyCameWith_P2_1) {
  Start start = participant();
  start.token = "ABCDEFGHJK234567";
  Page page(std::move(start));
  page.open();
  ASSERT_EQ(page.sent.size(), 1u);
  EXPECT_EQ(*page.sent[0].find("token"), json::Value("ABCDEFGHJK234567"));
}

TEST(ClientConnection, HelloOfADeskHasItsToken_P2_1) {
  Page page(desk());
  page.open();
  ASSERT_EQ(page.sent.size(), 1u);
  EXPECT_EQ(
      page.sent[0],
      parse(std::string(R"({"t":"hello","v":1,"role":"facilitator","token":")") + kSecret + "\"}"));
}

TEST(ClientConnection, HelloNamesTheViewInHand_P2_1) {
  Page page(participant());
  page.connect(welcome_participant("{}", "{}", 3, 42));
  page.close();
  page.pass(page.due[Timer::retry] - page.now);
  page.open();
  ASSERT_EQ(page.sent.size(), 1u);
  EXPECT_EQ(*page.sent[0].find("epoch"), json::Value(3));
  EXPECT_EQ(*page.sent[0].find("offset"), json::Value(42));
  EXPECT_EQ(*page.sent[0].find("as"), json::Value("participant"));
}

TEST(ClientConnection, IsOnlineOnceWelcomed) {
  Page page(participant());
  page.open();
  EXPECT_EQ(page.shown("link"), "\"connecting\"");
  page.server(nothing_open());
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.shown("back"), "") << "the first time is no coming back";
}

TEST(ClientConnection, PingsAfter20SecondsOfSayingNothing_P2_5) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(19'999);
  EXPECT_EQ(page.sent.size(), 1u);
  page.pass(1);
  ASSERT_EQ(page.sent.size(), 2u);
  EXPECT_EQ(page.sent[1], parse(R"({"t":"ping"})"));
}

TEST(ClientConnection, ACommandCountsAsSayingSomething_P2_5) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.pass(15'000);
  page.answer("time", 7);
  page.pass(19'999);
  ASSERT_EQ(page.sent.size(), 2u);
  EXPECT_EQ(*page.sent[1].find("t"), json::Value("command"));
  page.pass(1);
  EXPECT_EQ(page.sent.size(), 3u);
}

TEST(ClientConnection, TakesTheConnectionForDead10SecondsAfterAPing_P2_5) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(20'000);
  page.pass(9'999);
  EXPECT_TRUE(page.has_socket);
  page.pass(1);
  EXPECT_FALSE(page.has_socket);
  EXPECT_TRUE(page.due.count(Timer::retry) == 1);
}

TEST(ClientConnection, AnythingHeardAnswersAPing_P2_5) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(20'000);
  page.server(R"({"t":"presence","connected":4})");
  page.pass(19'999);
  EXPECT_TRUE(page.has_socket);
  EXPECT_EQ(page.opens, 1);
}

TEST(ClientConnection, GivesUpAServerThatDoesNotAnswerTheHello) {
  Page page(participant());
  page.open();
  page.pass(kWelcomeWithinMs - 1);
  EXPECT_TRUE(page.has_socket);
  page.pass(1);
  EXPECT_FALSE(page.has_socket);
}

TEST(ClientConnection, SaysNothingOfALossUnderThreeSeconds) {
  Page page(participant());
  page.connect(nothing_open());
  page.close();
  page.pass(page.due[Timer::retry] - page.now);
  EXPECT_EQ(page.shown("link"), "\"online\"");
  page.connect(nothing_open());
  page.pass(kGraceMs);
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.shown("back"), "");
}

TEST(ClientConnection, SaysReconnectingAfterTheGraceAndBackForFourSeconds) {
  Page page(participant());
  page.connect(nothing_open());
  page.close();
  page.pass(kGraceMs - 1);
  EXPECT_EQ(page.shown("link"), "\"online\"");
  page.pass(1);
  EXPECT_EQ(page.shown("link"), "\"reconnecting\"");
  page.connect(nothing_open());
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.shown("back"), "true");
  page.pass(kBackMs - 1);
  EXPECT_EQ(page.shown("back"), "true");
  page.pass(1);
  EXPECT_EQ(page.shown("back"), "");
}

TEST(ClientConnection, SaysReconnectingWhenNoFirstConnectionComesAbout) {
  Page page(participant());
  const std::int64_t failed = page.now;
  page.close();
  while (page.now < failed + kGraceMs) {
    EXPECT_EQ(page.shown("link"), "\"connecting\"");
    if (page.has_socket) page.close();
    page.pass(std::min(page.due[Timer::retry] - page.now, failed + kGraceMs - page.now));
  }
  EXPECT_EQ(page.shown("link"), "\"reconnecting\"");
  page.come_back(nothing_open());
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.shown("back"), "true");
}

TEST(ClientConnection, TheGraceRunsFromTheLossNotFromTheLastAttempt) {
  Page page(participant());
  page.connect(nothing_open());
  page.close();
  const std::int64_t lost = page.now;
  while (page.now < lost + kGraceMs) {
    EXPECT_EQ(page.shown("link"), "\"online\"");
    if (page.has_socket) page.close();
    page.pass(std::min(page.due[Timer::retry] - page.now, lost + kGraceMs - page.now));
  }
  EXPECT_EQ(page.shown("link"), "\"reconnecting\"");
}

TEST(ClientConnection, WaitsWithFullJitterUpToThirtySeconds_P6_3) {
  std::vector<std::int64_t> longest(10, 0);
  std::vector<std::int64_t> shortest(10, INT64_MAX);
  for (std::uint8_t seed = 0; seed < 200; ++seed) {
    Start start = participant();
    start.random.fill(seed);
    Page page(start);
    for (std::size_t n = 0; n < longest.size(); ++n) {
      page.close();
      const std::int64_t wait = page.waits.back();
      longest[n] = std::max(longest[n], wait);
      shortest[n] = std::min(shortest[n], wait);
      page.pass(wait);
    }
  }
  for (std::size_t n = 0; n < longest.size(); ++n) {
    const std::int64_t most = std::min<std::int64_t>(30'000, 500LL << (n + 1));
    EXPECT_LE(longest[n], most) << "retry " << n + 1;
    EXPECT_GT(longest[n], most * 9 / 10) << "the whole range is used";
    EXPECT_LT(shortest[n], most / 10);
  }
}

TEST(ClientConnection, ABackOffBeginsAnewOnlyAfterASteadyConnection_P6_3) {
  const auto longest_after = [](std::int64_t up_for) {
    std::int64_t longest = 0;
    for (std::uint8_t seed = 0; seed < 100; ++seed) {
      Start start = participant();
      start.random.fill(seed);
      Page page(start);
      for (int i = 0; i < 5; ++i) {
        page.close();
        page.pass(page.waits.back());
      }
      page.connect(welcome_participant("{}"));
      page.pass(up_for);
      page.close();
      longest = std::max(longest, page.waits.back());
    }
    return longest;
  };
  EXPECT_LE(longest_after(kSteadyMs), 1'000);
  EXPECT_GT(longest_after(kSteadyMs - 1), 1'000);
}

struct CodeCase {
  int code;
  const char* stop;  // null: it comes back
};

class ClientCloseCode : public testing::TestWithParam<CodeCase> {};

TEST_P(ClientCloseCode, DecidesWhetherToComeBack_Section6) {
  Page page(participant());
  page.connect(nothing_open());
  page.close(GetParam().code);
  if (GetParam().stop == nullptr) {
    EXPECT_EQ(page.shown("stop"), "");
    ASSERT_EQ(page.due.count(Timer::retry), 1u);
    page.come_back(nothing_open());
    EXPECT_EQ(page.shown("link"), "\"online\"");
    return;
  }
  EXPECT_EQ(page.shown("link"), "\"stopped\"");
  EXPECT_EQ(page.shown("stop"), std::string("\"") + GetParam().stop + "\"");
  EXPECT_TRUE(page.due.empty()) << "a stopped client wants nothing";
  page.wake();
  page.network(true);
  page.pass(600'000);
  EXPECT_EQ(page.opens, 1);
}

INSTANTIATE_TEST_SUITE_P(
    All, ClientCloseCode,
    testing::Values(CodeCase{4000, nullptr}, CodeCase{4001, nullptr}, CodeCase{4002, nullptr},
                    CodeCase{4003, "update_needed"}, CodeCase{4004, "unknown_workshop"},
                    CodeCase{4005, "bad_token"}, CodeCase{4006, "other_tab"},
                    CodeCase{4007, "removed"}, CodeCase{4008, "bad_message"},
                    CodeCase{4009, "too_large"}, CodeCase{4010, nullptr}, CodeCase{4011, "merged"},
                    CodeCase{4012, "ended"}, CodeCase{1000, nullptr}, CodeCase{1001, nullptr},
                    CodeCase{1006, nullptr}, CodeCase{4999, nullptr}, CodeCase{0, nullptr}));

TEST(ClientConnection, TakesOverAfterAnotherTab_P2_6) {
  Page page(participant());
  page.connect(nothing_open());
  page.close(4006);
  page.take_over(std::nullopt);
  EXPECT_EQ(page.opens, 2);
  EXPECT_EQ(page.shown("link"), "\"connecting\"");
  EXPECT_EQ(page.shown("stop"), "");
  page.connect(nothing_open());
  EXPECT_EQ(page.shown("link"), "\"online\"");
}

TEST(ClientConnection, ThereIsNothingToTakeOverAfterARemoval) {
  Page page(participant());
  page.connect(nothing_open());
  page.close(4007);
  page.take_over(std::nullopt);
  EXPECT_EQ(page.opens, 1);
  EXPECT_EQ(page.shown("stop"), "\"removed\"");
}

TEST(ClientConnection, StopsWithoutAToken_4005) {
  Start start = desk();
  start.token.clear();
  Page page(start);
  EXPECT_EQ(page.opens, 0);
  EXPECT_EQ(page.shown("stop"), "\"bad_token\"");
}

TEST(ClientConnection, StopsWhenTheWorkshopsIdCannotBeOne_4004) {
  Start start = participant();
  start.workshop = "../admin";
  Page page(start);
  EXPECT_EQ(page.opens, 0);
  EXPECT_EQ(page.shown("stop"), "\"unknown_workshop\"");
}

TEST(ClientConnection, TakesTheSocketForDeadOnWaking) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(kFreshMs);
  page.wake();
  EXPECT_EQ(page.opens, 2);
  EXPECT_EQ(page.shown("link"), "\"online\"") << "within the grace";
  page.connect(nothing_open());
  EXPECT_EQ(page.shown("link"), "\"online\"");
}

TEST(ClientConnection, OnWakingAsksASocketThatLooksYoung) {
  Page page(participant());
  page.connect(nothing_open());
  page.wake();
  EXPECT_EQ(page.opens, 1);
  page.pass(kProbeWithinMs);
  ASSERT_EQ(page.due.count(Timer::retry), 1u) << "no answer: it was dead";
  page.pass(page.due[Timer::retry] - page.now);
  EXPECT_EQ(page.opens, 2);
}

TEST(ClientConnection, OneWakingReportedTwiceConnectsOnce) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(60'000 / 4);
  page.wake();
  page.pass(5);
  page.wake();
  EXPECT_EQ(page.opens, 2);
}

TEST(ClientConnection, WakingEndsTheWaitForARetry) {
  Page page(participant());
  page.connect(nothing_open());
  page.close();
  page.wake();
  EXPECT_EQ(page.opens, 2);
  EXPECT_EQ(page.due.count(Timer::retry), 0u);
}

TEST(ClientConnection, SaysOfflineWhenTheBrowserDoesAndNothingAnswers) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(5'000);
  page.network(false);
  EXPECT_EQ(page.shown("link"), "\"online\"") << "the word of the browser is a hint";
  page.pass(kProbeWithinMs);
  EXPECT_EQ(page.shown("link"), "\"offline\"");
  page.network(true);
  EXPECT_TRUE(page.has_socket) << "tries at once";
}

TEST(ClientConnection, StaysOnlineWhenTheServerAnswersThoughTheBrowserSaysOffline) {
  Page page(participant());
  page.connect(nothing_open());
  page.network(false);
  page.server(R"({"t":"pong"})");
  page.pass(15'000);
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.opens, 1);
}

TEST(ClientConnection, ComingOnlineConnectsAtOnceAndSaysBack) {
  Page page(participant());
  page.connect(nothing_open());
  page.network(false);
  page.close();
  EXPECT_EQ(page.shown("link"), "\"offline\"");
  page.pass(kGraceMs + 2'000);
  if (page.has_socket) page.close();
  page.pass(kFreshMs);
  page.network(true);
  EXPECT_TRUE(page.has_socket);
  page.connect(nothing_open());
  EXPECT_EQ(page.shown("back"), "true");
}

TEST(ClientConnection, SaysBackAfterAnOfflineShorterThanTheGrace) {
  Page page(participant());
  page.connect(nothing_open());
  page.pass(kFreshMs);
  page.network(false);
  page.close();
  EXPECT_EQ(page.shown("link"), "\"offline\"");
  page.pass(kGraceMs / 10);
  page.network(true);
  EXPECT_EQ(page.shown("link"), "\"reconnecting\"") << "what was shown is not taken back too early";
  page.connect(nothing_open());
  EXPECT_EQ(page.shown("back"), "true");
  EXPECT_EQ(page.shown("link"), "\"online\"");
}

TEST(ClientConnection, ALateTimerDoesNothing) {
  Page page(participant());
  page.connect(nothing_open());
  const int shows = page.shows;
  for (std::size_t i = 0; i < kTimers; ++i) {
    const auto timer = static_cast<Timer>(i);
    if (timer != Timer::ping) page.ran_out(timer);
  }
  EXPECT_TRUE(page.has_socket);
  EXPECT_EQ(page.opens, 1);
  EXPECT_EQ(page.shows, shows);
}

}  // namespace
}  // namespace quorate::client

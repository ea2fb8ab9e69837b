// PROTOCOL.md P1.1
#include "server/budgets/guesses.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {
namespace {

using When = Guesses::Answer::When;

constexpr std::int64_t kStart = 1'000'000;
const Peer kHall(*Address::parse("192.0.2.1"));

Peer peer(const std::string& text) { return Peer(*Address::parse(text)); }

// The times at which each ticket is answered, as the clock goes on to `end`.
std::vector<std::pair<std::int64_t, Guesses::Ticket>> answers(Guesses& guesses, std::int64_t end) {
  std::vector<std::pair<std::int64_t, Guesses::Ticket>> all;
  while (guesses.due() && *guesses.due() <= end) {
    const std::int64_t now = *guesses.due();
    for (const auto ticket : guesses.answer(now)) all.emplace_back(now, ticket);
  }
  return all;
}

void guess_wrong(Guesses& guesses, const Peer& who, std::size_t times, std::int64_t now = kStart) {
  for (std::size_t i = 0; i < times; ++i) {
    guesses.ask(who, now);
    guesses.wrong(who, now);
  }
}

TEST(Guesses, AreAnsweredAtOnceUpToTheTwentiethWrongOne) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses - 1);
  EXPECT_EQ(guesses.ask(kHall, kStart).when, When::now);
  EXPECT_EQ(guesses.due(), std::nullopt);
}

TEST(Guesses, AreAnsweredLaterAfterTwentyWrongOnes) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses);
  EXPECT_EQ(guesses.ask(kHall, kStart).when, When::later);
  EXPECT_EQ(guesses.due(), kStart + kSlowedMs);
  EXPECT_TRUE(guesses.answer(kStart + kSlowedMs - 1).empty());
  EXPECT_EQ(guesses.answer(kStart + kSlowedMs).size(), 1u);
  EXPECT_EQ(guesses.waiting(), 0u);
}

TEST(Guesses, AreAnsweredOneByOne) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses + 3);
  const auto all = answers(guesses, kStart + 60'000);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[1].first - all[0].first, kSlowedEveryMs);
  EXPECT_EQ(all[2].first - all[1].first, kSlowedEveryMs);
}

TEST(Guesses, AreAnsweredAtOnceAgainAMinuteAfterTheWrongOnes) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses);
  EXPECT_EQ(guesses.ask(kHall, kStart + kGuessWindowMs).when, When::now);
}

TEST(Guesses, CountTheLastMinuteNotTheWholeHistory) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses - 1);
  const std::int64_t later = kStart + kGuessWindowMs;
  guess_wrong(guesses, kHall, 1, later);
  EXPECT_EQ(guesses.ask(kHall, later).when, When::now);
}

TEST(Guesses, OfOneSlowNobodyElseDown) {
  Guesses guesses;
  guess_wrong(guesses, kHall, 2000);
  EXPECT_EQ(guesses.ask(peer("192.0.2.2"), kStart).when, When::now);
}

TEST(Guesses, ARightOneDoesNotWaitBehindAHundredOrTwoThousandWrongOnesOfItsAddress) {
  for (const std::size_t wrong : {std::size_t{100}, std::size_t{2000}}) {
    Guesses guesses;
    guess_wrong(guesses, kHall, wrong);
    const auto right = guesses.ask(kHall, kStart + 1);
    ASSERT_EQ(right.when, When::later);
    const auto all = answers(guesses, kStart + 60'000);
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const auto& answer) { return answer.second == right.ticket; });
    ASSERT_NE(found, all.end());
    EXPECT_LE(found->first, kStart + 1 + kSlowedMs + kSlowedEveryMs) << wrong;
  }
}

TEST(Guesses, OfOneAddressWaitInABoundedQueueInWhichTheNinthGivesWay) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses);
  std::vector<Guesses::Ticket> waiting;
  for (std::size_t i = 0; i < kSlowedOfAnAddress; ++i) {
    const auto answer = guesses.ask(kHall, kStart);
    EXPECT_EQ(answer.instead, std::nullopt);
    waiting.push_back(answer.ticket);
  }
  const auto one_more = guesses.ask(kHall, kStart);
  EXPECT_EQ(one_more.when, When::later);
  EXPECT_EQ(one_more.instead, waiting[kSlowedMs / kSlowedEveryMs]);
  EXPECT_EQ(guesses.waiting(), kSlowedOfAnAddress);
}

TEST(Guesses, AreAnsweredFourASecondWhileAFloodOfThemGoesOn) {
  constexpr std::int64_t kSeconds = 20;
  for (const std::int64_t every_ms : {1, 5, 25}) {
    Guesses guesses;
    guess_wrong(guesses, kHall, kWrongGuesses);
    std::size_t answered = 0;
    for (std::int64_t ms = 0; ms < kSeconds * 1000; ms += every_ms) {
      guesses.ask(kHall, kStart + ms);
      guesses.wrong(kHall, kStart + ms);
      answered += guesses.answer(kStart + ms).size();
    }
    const std::int64_t most = (kSeconds * 1000 - kSlowedMs) / kSlowedEveryMs;
    EXPECT_GE(answered, static_cast<std::size_t>(most * 3 / 4)) << "one every " << every_ms;
  }
}

TEST(Guesses, OfAllAddressesWaitInABoundedNumber) {
  Guesses guesses;
  const std::size_t addresses = kSlowed / kSlowedOfAnAddress;
  for (std::size_t i = 0; i < addresses; ++i) {
    guess_wrong(guesses, peer("10.0.0." + std::to_string(i)), kWrongGuesses + kSlowedOfAnAddress);
  }
  EXPECT_EQ(guesses.waiting(), kSlowed);
  guess_wrong(guesses, kHall, kWrongGuesses);
  EXPECT_EQ(guesses.ask(kHall, kStart).when, When::never);
  EXPECT_EQ(guesses.ask(peer("192.0.2.2"), kStart).when, When::now) << "who guessed nothing wrong";
}

TEST(Guesses, AreForgottenAtOnceWhenTheAskerHangsUp) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses);
  const auto first = guesses.ask(kHall, kStart);
  const auto second = guesses.ask(kHall, kStart + 10);
  guesses.forget(first.ticket);
  guesses.forget(first.ticket);
  EXPECT_EQ(guesses.waiting(), 1u);
  EXPECT_EQ(guesses.due(), kStart + 10 + kSlowedMs);
  EXPECT_EQ(guesses.answer(kStart + 10 + kSlowedMs), std::vector{second.ticket});
  guesses.forget(second.ticket);
  EXPECT_EQ(guesses.due(), std::nullopt);
}

TEST(Guesses, OfASiteOfIpv6AreCountedTogetherToo) {
  Guesses guesses;
  for (std::size_t i = 0; i < kWrongGuessesOfANetwork; ++i) {
    guess_wrong(guesses, peer("2001:db8:1:" + std::to_string(i) + "::1"), 1);
  }
  EXPECT_EQ(guesses.ask(peer("2001:db8:1:ffff::1"), kStart).when, When::later);
  EXPECT_EQ(guesses.ask(peer("2001:db8:2::1"), kStart).when, When::now);
}

TEST(Guesses, RememberABoundedNumberOfAddresses) {
  Guesses guesses;
  guess_wrong(guesses, kHall, kWrongGuesses);
  for (std::size_t i = 0; i < kRemembered + 10; ++i) {
    guess_wrong(guesses,
                peer("10." + std::to_string(i / 65'536) + "." + std::to_string(i / 256 % 256) +
                     "." + std::to_string(i % 256)),
                1, kStart + 1);
  }
  EXPECT_EQ(guesses.remembered(), kRemembered);
  EXPECT_EQ(guesses.ask(kHall, kStart + 2).when, When::now) << "the oldest is forgotten";
  guess_wrong(guesses, kHall, 1, kStart + 1 + kGuessWindowMs);
  EXPECT_EQ(guesses.remembered(), 1u) << "and all of them after a minute";
}

}  // namespace
}  // namespace quorate::budgets

// PROTOCOL.md P1.1
#include "server/api/join_throttle.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quorate::api {
namespace {

constexpr std::int64_t kStart = 1'000'000;
const std::string kHall = "192.0.2.1";

void fail_often(JoinThrottle& throttle, const std::string& address, std::size_t times,
                std::int64_t at) {
  for (std::size_t i = 0; i < times; ++i) throttle.failed(address, at);
}

TEST(JoinThrottle, AnswersAtOnceUpToTheTwentiethFailure) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures - 1, kStart);
  EXPECT_EQ(throttle.respond_at(kHall, kStart), kStart);
}

TEST(JoinThrottle, AnswersLaterAfterTwentyFailures) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures, kStart);
  EXPECT_EQ(throttle.respond_at(kHall, kStart), kStart + JoinThrottle::kDelayMs);
}

TEST(JoinThrottle, AnswersEightAtATime) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures, kStart);
  for (std::size_t i = 0; i < JoinThrottle::kAtATime; ++i) {
    EXPECT_EQ(throttle.respond_at(kHall, kStart), kStart + JoinThrottle::kDelayMs);
  }
  EXPECT_EQ(throttle.respond_at(kHall, kStart), kStart + 2 * JoinThrottle::kDelayMs);
}

TEST(JoinThrottle, LetsEverybodyInAgainAMinuteAfterTheFailures) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures, kStart);
  const std::int64_t later = kStart + JoinThrottle::kWindowMs;
  EXPECT_EQ(throttle.respond_at(kHall, later), later);
}

TEST(JoinThrottle, CountsTheLastMinuteNotTheWholeHistory) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures - 1, kStart);
  const std::int64_t later = kStart + JoinThrottle::kWindowMs;
  throttle.failed(kHall, later);
  EXPECT_EQ(throttle.respond_at(kHall, later), later);
}

TEST(JoinThrottle, SlowsNobodyElse) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, 100, kStart);
  EXPECT_EQ(throttle.respond_at("192.0.2.2", kStart), kStart);
}

TEST(JoinThrottle, RemembersABoundedNumberOfAddresses) {
  JoinThrottle throttle;
  fail_often(throttle, kHall, JoinThrottle::kFailures, kStart);
  for (std::size_t i = 0; i < JoinThrottle::kAddresses + 10; ++i) {
    throttle.failed("2001:db8:" + std::to_string(i), kStart + 1);
  }
  EXPECT_EQ(throttle.addresses(), JoinThrottle::kAddresses);
  EXPECT_EQ(throttle.respond_at(kHall, kStart + 2), kStart + 2) << "the oldest is forgotten";
}

TEST(ThrottleKey, IsTheWholeIpv4AddressAndTheNetworkOfAnIpv6One) {
  EXPECT_EQ(throttle_key("192.0.2.1", "", false), "192.0.2.1");
  EXPECT_EQ(throttle_key("::ffff:192.0.2.1", "", false), "::ffff:192.0.2.1");
  EXPECT_EQ(throttle_key("2001:db8:1:2:3:4:5:6", "", false),
            throttle_key("2001:db8:1:2:ffff::1", "", false));
  EXPECT_NE(throttle_key("2001:db8:1:2:3:4:5:6", "", false),
            throttle_key("2001:db8:1:3:3:4:5:6", "", false));
}

TEST(ThrottleKey, BelievesTheLastForwardedAddressOnlyBehindAProxy) {
  EXPECT_EQ(throttle_key("127.0.0.1", "192.0.2.9, 192.0.2.1", true), "192.0.2.1");
  EXPECT_EQ(throttle_key("127.0.0.1", "192.0.2.1", false), "127.0.0.1");
  EXPECT_EQ(throttle_key("127.0.0.1", "", true), "127.0.0.1");
}

}  // namespace
}  // namespace quorate::api

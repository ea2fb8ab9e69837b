#include "server/net/channel/poll_queue.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace quorate::net {
namespace {

room::Message text(const std::string& words) { return std::make_shared<const std::string>(words); }

TEST(PollQueue, HandsOutWholeMessagesInOrderAndNumbersThem) {
  PollQueue queue(1000);
  EXPECT_TRUE(queue.empty());
  queue.push(text("a"), false);
  queue.push(text("b"), false);
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 1u);
  EXPECT_EQ(batch.lines, "a\nb\n");
}

TEST(PollQueue, SaysAgainWhatWasNotReceived_P7_3) {
  PollQueue queue(1000);
  queue.push(text("a"), false);
  queue.push(text("b"), false);
  queue.hand_out();
  queue.received(1);
  queue.push(text("c"), false);
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 2u);
  EXPECT_EQ(batch.lines, "b\nc\n");
  queue.received(3);
  EXPECT_TRUE(queue.empty());
}

TEST(PollQueue, ANumberThatWasNeverHandedOutTakesNothingAway) {
  PollQueue queue(1000);
  queue.push(text("a"), false);
  queue.received(9);
  EXPECT_EQ(queue.hand_out().lines, "a\n");
  queue.push(text("b"), false);
  queue.received(9);
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 2u);
  EXPECT_EQ(batch.lines, "b\n");
}

TEST(PollQueue, AnOlderStateGivesWayUnlessItWasHandedOut_P7_6) {
  PollQueue queue(1000);
  queue.push(text("one"), true);
  queue.push(text("x"), false);
  queue.push(text("two"), true);
  EXPECT_EQ(queue.hand_out().lines, "x\ntwo\n");
  queue.push(text("three"), true);
  EXPECT_EQ(queue.hand_out().lines, "x\ntwo\nthree\n");
}

TEST(PollQueue, IsBoundedInBytesButTakesOneMessageOfAnySize_P7_6) {
  PollQueue queue(10);
  EXPECT_TRUE(queue.push(text(std::string(50, 'v')), false));
  EXPECT_FALSE(queue.push(text("a"), false));
  queue.hand_out();
  queue.received(1);
  EXPECT_TRUE(queue.push(text("0123456789"), false));
  EXPECT_FALSE(queue.push(text("a"), false));
  EXPECT_EQ(queue.hand_out().lines, "0123456789\n");
}

TEST(PollQueue, ACloseComesAfterWhatWaitsOrInsteadOfIt) {
  PollQueue patient(1000);
  patient.push(text("a"), false);
  patient.close(4000, false);
  patient.close(4001, false);
  EXPECT_EQ(patient.closing(), 4000);
  EXPECT_TRUE(patient.push(text("late"), false));
  EXPECT_EQ(patient.hand_out().lines, "a\n");

  PollQueue slow(1000);
  slow.push(text("a"), false);
  slow.hand_out();
  slow.push(text("b"), false);
  slow.close(4001, true);
  EXPECT_EQ(slow.hand_out().lines, "a\n");
  EXPECT_FALSE(slow.empty());
}

}  // namespace
}  // namespace quorate::net

#include "server/net/channel/poll_queue.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace quorate::net {
namespace {

room::Send text(const std::string& words, bool replaces = false) {
  return {0, std::make_shared<const std::string>(words), replaces};
}

TEST(PollQueue, HandsOutWholeMessagesInOrderAndNumbersThem) {
  PollQueue queue(1000);
  EXPECT_TRUE(queue.empty());
  queue.push(text("a"));
  queue.push(text("b"));
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 1u);
  EXPECT_EQ(batch.lines, "a\nb\n");
}

TEST(PollQueue, SaysAgainWhatWasNotReceived_P7_3) {
  PollQueue queue(1000);
  queue.push(text("a"));
  queue.push(text("b"));
  queue.hand_out();
  queue.received(1);
  queue.push(text("c"));
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 2u);
  EXPECT_EQ(batch.lines, "b\nc\n");
  queue.received(3);
  EXPECT_TRUE(queue.empty());
}

TEST(PollQueue, ANumberThatWasNeverHandedOutTakesNothingAway) {
  PollQueue queue(1000);
  queue.push(text("a"));
  queue.received(9);
  EXPECT_EQ(queue.hand_out().lines, "a\n");
  queue.push(text("b"));
  queue.received(9);
  const auto batch = queue.hand_out();
  EXPECT_EQ(batch.first, 2u);
  EXPECT_EQ(batch.lines, "b\n");
}

TEST(PollQueue, AnOlderStateGivesWayUnlessItWasHandedOut_P7_6) {
  PollQueue queue(1000);
  queue.push(text("one", true));
  queue.push(text("x"));
  queue.push(text("two", true));
  EXPECT_EQ(queue.hand_out().lines, "x\ntwo\n");
  queue.push(text("three", true));
  EXPECT_EQ(queue.hand_out().lines, "x\ntwo\nthree\n");
}

TEST(PollQueue, IsBoundedInBytes_P7_6) {
  PollQueue queue(10);
  EXPECT_FALSE(queue.push(text(std::string(50, 'v'))));
  queue.allow(50);
  EXPECT_TRUE(queue.push(text(std::string(50, 'v'))));
  EXPECT_FALSE(queue.push(text("a")));
  EXPECT_EQ(queue.bytes(), 50u);
  queue.hand_out();
  EXPECT_FALSE(queue.push(text("a"))) << "it may have to be said again";
  queue.received(1);
  EXPECT_TRUE(queue.push(text("0123456789")));
  EXPECT_EQ(queue.hand_out().lines, "0123456789\n");
}

TEST(PollQueue, SaysWhatOneAloneGetsBeforeAndAfterWhatIsShared) {
  PollQueue queue(1000);
  auto message = text("shared");
  message.before = "mine ";
  message.after = " too";
  queue.push(message);
  EXPECT_EQ(queue.bytes(), 15u);
  EXPECT_EQ(queue.hand_out().lines, "mine shared too\n");
}

TEST(PollQueue, ACloseComesAfterWhatWaitsOrInsteadOfIt) {
  PollQueue patient(1000);
  patient.push(text("a"));
  patient.close(4000);
  patient.close(4001);
  EXPECT_EQ(patient.closing(), 4000);
  EXPECT_TRUE(patient.push(text("late")));
  EXPECT_EQ(patient.hand_out().lines, "a\n");

  PollQueue slow(1000);
  slow.push(text("a"));
  slow.hand_out();
  slow.push(text("b"));
  slow.close_at_once(4001);
  EXPECT_EQ(slow.bytes(), 0U);
  EXPECT_EQ(slow.hand_out().lines, "");
  EXPECT_FALSE(slow.empty()) << "the close";
}

}  // namespace
}  // namespace quorate::net

#include "server/net/channel/outbox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace quorate::net {
namespace {

constexpr std::size_t kMuch = 1000;

room::Message message(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

std::string waiting(const Outbox& outbox) {
  std::array<std::string_view, 100> pieces;
  const std::size_t count = outbox.next(pieces);
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += pieces[i];
  return all;
}

TEST(Outbox, GivesChunksInOrderHeadBeforeBody) {
  Outbox outbox(kMuch);
  EXPECT_TRUE(outbox.push("1:", message("one")));
  EXPECT_TRUE(outbox.push("2:", message("two")));
  EXPECT_EQ(waiting(outbox), "1:one2:two");
  EXPECT_EQ(outbox.bytes(), 10u);
}

TEST(Outbox, SharesTheBytesOfTheBody) {
  Outbox outbox(kMuch);
  const room::Message body = message("shared by everybody");
  ASSERT_TRUE(outbox.push("h", body));
  std::array<std::string_view, 4> pieces;
  ASSERT_EQ(outbox.next(pieces), 2u);
  EXPECT_EQ(pieces[1].data(), body->data());
}

TEST(Outbox, GivesAtMostAsManyPiecesAsAskedFor) {
  Outbox outbox(kMuch);
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(outbox.push("h", message("b")));
  std::array<std::string_view, 3> few;
  EXPECT_EQ(outbox.next(few), 3u);
  std::array<std::string_view, 100> many;
  EXPECT_EQ(outbox.next(many), 20u);
}

TEST(Outbox, GoesOnWhereAPartialWriteStopped) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("ab", message("cdef")));
  ASSERT_TRUE(outbox.push("gh", message("ij")));
  std::string written;
  while (!outbox.empty()) {
    const std::string all = waiting(outbox);
    const std::size_t some = std::min<std::size_t>(3, all.size());
    written += all.substr(0, some);
    outbox.wrote(some);
  }
  EXPECT_EQ(written, "abcdefghij");
  EXPECT_EQ(waiting(outbox), "");
}

TEST(Outbox, DropsAnOlderWholeStateForANewerOne) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("", message("first;")));
  ASSERT_TRUE(outbox.push("", message("17 here;"), true));
  ASSERT_TRUE(outbox.push("", message("delta;")));
  ASSERT_TRUE(outbox.push("", message("18 here;"), true));
  EXPECT_EQ(waiting(outbox), "first;delta;18 here;");
  EXPECT_EQ(outbox.bytes(), waiting(outbox).size());
}

TEST(Outbox, NeverDropsAWholeStateThatIsPartlyWritten) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("", message("17 here;"), true));
  outbox.wrote(3);
  ASSERT_TRUE(outbox.push("", message("18 here;"), true));
  ASSERT_TRUE(outbox.push("", message("19 here;"), true));
  EXPECT_EQ(waiting(outbox), "here;19 here;");
}

TEST(Outbox, GivesWhatOneAloneGetsBeforeAndAfterWhatIsShared) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("head;mine;", message("shared;"), false, "mine too;"));
  ASSERT_TRUE(outbox.push("", message("next")));
  EXPECT_EQ(waiting(outbox), "head;mine;shared;mine too;next");
  EXPECT_EQ(outbox.bytes(), waiting(outbox).size());
  outbox.wrote(20);
  EXPECT_EQ(waiting(outbox), "e too;next");
}

TEST(Outbox, RefusesWhatIsBeyondItsBoundAndKeepsWhatItHad) {
  Outbox outbox(10);
  ASSERT_TRUE(outbox.push("", message("12345")));
  EXPECT_TRUE(outbox.push("", message("67890")));
  EXPECT_FALSE(outbox.push("", message("x")));
  EXPECT_EQ(waiting(outbox), "1234567890");
}

TEST(Outbox, CountsTheFirstChunkLikeAllOthersByWhatIsLeftOfIt) {
  Outbox outbox(10);
  EXPECT_FALSE(outbox.push("", message("twelve bytes")));
  EXPECT_TRUE(outbox.empty());
  outbox.allow(12);
  EXPECT_TRUE(outbox.push("", message("twelve bytes")));
  EXPECT_FALSE(outbox.push("", message("12345")));
  outbox.wrote(5);
  EXPECT_TRUE(outbox.push("", message("12345")));
}

TEST(Outbox, MakesRoomForAWholeStateByDroppingTheOlderOne) {
  Outbox outbox(15);
  ASSERT_TRUE(outbox.push("", message("first")));
  ASSERT_TRUE(outbox.push("", message("17 here..."), true));
  EXPECT_TRUE(outbox.push("", message("18 here..."), true));
}

TEST(Outbox, SendsTheCloseAfterWhatWaitsAndTakesNothingAfterIt) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("", message("outcome;")));
  outbox.last("close");
  EXPECT_TRUE(outbox.push("", message("too late")));
  outbox.last("second close");
  EXPECT_EQ(waiting(outbox), "outcome;close");
  EXPECT_TRUE(outbox.ending());
}

TEST(Outbox, SendsTheCloseAtOnceToAReaderThatIsTooSlow) {
  Outbox outbox(kMuch);
  ASSERT_TRUE(outbox.push("", message("half written;")));
  ASSERT_TRUE(outbox.push("", message("never sent;")));
  outbox.wrote(5);
  outbox.last_at_once("close");
  EXPECT_EQ(waiting(outbox), "written;close");
  EXPECT_EQ(outbox.bytes(), waiting(outbox).size());
}

TEST(Outbox, TheCloseFitsHoweverFullItIs) {
  Outbox outbox(4);
  ASSERT_TRUE(outbox.push("", message("1234")));
  outbox.last_at_once("close");
  EXPECT_EQ(waiting(outbox), "close");
}

}  // namespace
}  // namespace quorate::net

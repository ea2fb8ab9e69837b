// Whose turn it is: nobody is looked at before their time, and phones do not wait for desks.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "shared/protocol/limits.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

constexpr char kPing[] = R"({"t":"ping"})";
constexpr char kOpenTime[] = R"("kind":"open","questions":[{"factor":"time","round":1}])";

// Counts the wakes from now on.
int wakes = 0;
void count_wakes(Hall& hall) {
  wakes = 0;
  hall.instead_of_on = [&hall](const Event& event) {
    if (std::holds_alternative<Woken>(event)) ++wakes;
    return hall.registry().on(hall.now(), event);
  };
}

TEST(Turns, NobodyIsLookedAtBeforeTheirTime) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  hall.pass(2000);
  count_wakes(hall);
  constexpr int kPings = 6;
  for (int i = 0; i < kPings; ++i) {
    hall.pass(protocol::kPingAfterMs);
    hall.say(phone, kPing);
  }
  EXPECT_FALSE(hall.closed(phone));
  EXPECT_LE(wakes, 1 + kPings * protocol::kPingAfterMs / protocol::kSilenceMs);
}

TEST(Turns, APingAsksForNothingButItsAnswerHoweverManyRoomsThereAre) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  for (int i = 0; i < 20; ++i) {
    const ConnectionId elsewhere = hall.connect(hall.create());
    hall.say(elsewhere, R"({"t":"hello","v":1,"role":"participant","secret":")" +
                            std::string(32, 'e') + "\"}");
  }
  hall.pass(2000);
  const auto actions = hall.registry().on(hall.now(), Received{phone, kPing});
  ASSERT_EQ(actions.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<Send>(actions[0]));
}

TEST(Turns, EachRoomIsHeardAtItsTimeAmongMany) {
  Hall hall;
  std::vector<ConnectionId> desks;
  for (int i = 0; i < 5; ++i) {
    desks.push_back(hall.desk());
    hall.pass(10);
  }
  const std::string other = hall.create();
  const ConnectionId elsewhere = hall.connect(other);
  hall.say(elsewhere,
           R"({"t":"hello","v":1,"role":"participant","secret":")" + std::string(32, 'e') + "\"}");
  hall.pass(2000);
  hall.heard(desks[0]);
  hall.command(elsewhere, R"("kind":"join","group":"staff")");
  hall.command(hall.phone('b'), R"("kind":"join","group":"staff")");
  hall.pass(protocol::kDeltaMs - 1);
  EXPECT_TRUE(hall.heard(desks[0], "delta").empty());
  hall.pass(1);
  EXPECT_EQ(hall.heard(desks[0], "delta").size(), 1u);
}

TEST(Turns, ARoomWithNobodyInItIsLetGoAlsoWhileItsLastWriteIsUnderWay) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  hall.command(hall.desk(), kOpenTime);
  hall.faults().hold = true;
  hall.command(phone, R"("kind":"answer","factor":"time","round":1,"value":7,"nonce":")" +
                          std::string(32, '0') + "\"");
  hall.disconnect(phone);
  hall.pass(protocol::kSilenceMs + 2 * kSweepMs);  // the desk is silent
  EXPECT_EQ(hall.registry().connections(), 0u);
  hall.pass(kIdleRoomMs - kSweepMs);
  EXPECT_EQ(hall.registry().rooms(), 0u);
  hall.store().release();
  hall.settle();
  const auto welcome = hall.heard(hall.phone('a'), "welcome");
  ASSERT_EQ(welcome.size(), 1u);
  EXPECT_NE(welcome[0].find("me")->find("answers")->find("time"), nullptr) << "it was stored";
}

TEST(Turns, APersonWhoComesInTimeKeepsTheRoom) {
  Hall hall;
  hall.disconnect(hall.joined('a'));
  hall.pass(kIdleRoomMs - 1000);
  const ConnectionId phone = hall.phone('a');
  hall.pass(2000);
  EXPECT_EQ(hall.registry().rooms(), 1u);
  hall.disconnect(phone);
  hall.pass(kIdleRoomMs - 1);
  EXPECT_EQ(hall.registry().rooms(), 1u) << "it is counted from when the last one left";
  hall.pass(1);
  EXPECT_EQ(hall.registry().rooms(), 0u);
}

TEST(Turns, PhonesAreSentTheirsBeforeWallsAndWallsBeforeDesks) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId wall = hall.wall();
  const ConnectionId phone = hall.joined('a');
  hall.pass(2000);
  std::vector<std::set<ConnectionId>> turns;  // whom each call sent something
  hall.instead_of_on = [&](const Event& event) {
    auto actions = hall.registry().on(hall.now(), event);
    std::set<ConnectionId> sent;
    for (const Action& action : actions) {
      if (const auto* send = std::get_if<Send>(&action)) sent.insert(send->connection);
    }
    if (!sent.empty() && std::holds_alternative<Woken>(event)) turns.push_back(sent);
    return actions;
  };
  hall.command(desk, kOpenTime);
  hall.pass(0);
  EXPECT_EQ(turns, (std::vector<std::set<ConnectionId>>{{phone}, {wall}, {desk}}));
}

}  // namespace
}  // namespace quorate::room

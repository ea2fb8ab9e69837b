// What one person, one address and one connection may ask of a workshop.
#include "server/budgets/budgets.hpp"

#include <gtest/gtest.h>

#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using protocol::CloseCode;

TEST(RoomBudgets, P3_5_WhoReconnectsHasSpentWhatTheySpent) {
  Hall hall;
  ConnectionId phone = hall.joined('a');  // the first of the burst
  for (int i = 1; i < budgets::kCommands.burst; ++i) {
    phone = hall.phone('a');
    hall.heard(phone);
    hall.command(phone, R"("kind":"more_time","wanted":true)");
    EXPECT_EQ(outcome(hall, phone), "ok") << i;
  }
  const std::size_t records = hall.records().size();
  for (int i = 0; i < 100; ++i) {
    phone = hall.phone('a');
    hall.heard(phone);
    hall.command(phone, R"("kind":"more_time","wanted":true)");
    EXPECT_EQ(outcome(hall, phone), "too_fast");
  }
  EXPECT_EQ(hall.records().size(), records);
  EXPECT_EQ(hall.met, std::vector(100, budgets::Budget::commands_of_a_person));
  EXPECT_EQ(hall.resolved["more_time ok"], budgets::kCommands.burst - 1);
  EXPECT_EQ(hall.resolved["more_time too_fast"], 100);
  const ConnectionId other = hall.joined('b');
  EXPECT_EQ(outcome(hall, other), "ok") << "nobody else's";
}

TEST(RoomBudgets, P3_5_TheDesksOfARoleShareABudgetOfTheirOwn) {
  Hall hall;
  const ConnectionId one = hall.desk();
  const ConnectionId two = hall.desk();
  for (int i = 0; i < budgets::kCommandsOfADesk.burst; ++i) {
    const ConnectionId desk = i % 2 == 0 ? one : two;
    hall.heard(desk);
    hall.command(desk, R"("kind":"focus")");
    EXPECT_EQ(outcome(hall, desk), "ok") << i;
  }
  for (const ConnectionId desk : {one, two}) {
    hall.heard(desk);
    hall.command(desk, R"("kind":"focus")");
    EXPECT_EQ(outcome(hall, desk), "too_fast");
  }
  EXPECT_EQ(hall.met, std::vector(2, budgets::Budget::commands_of_a_desk));
  const ConnectionId other = hall.second_desk();
  hall.command(other, R"("kind":"focus")");
  EXPECT_EQ(outcome(hall, other), "ok");
  hall.pass(50);
  hall.command(two, R"("kind":"focus")");
  EXPECT_EQ(outcome(hall, two), "ok");
}

TEST(RoomBudgets, P3_5_AStrangerIsAskedToJoinLaterWhenTheirAddressHasJoinedOften) {
  Hall hall;
  const budgets::Peer crowd(*budgets::Address::parse("192.0.2.1"));
  const budgets::Peer home(*budgets::Address::parse("192.0.2.2"));
  const auto join = [&](int person, const budgets::Peer& peer) {
    const ConnectionId phone = hall.connect(hall.workshop, peer);
    std::string secret = std::to_string(person);
    secret.insert(0, 32 - secret.size(), '0');
    hall.say(phone, phone_hello(secret, hall.key_of(hall.workshop)));
    hall.command(phone, R"("kind":"join")");
    return outcome(hall, phone);
  };
  int person = 0;
  for (int i = 0; i < budgets::kJoins.burst; ++i) ASSERT_EQ(join(++person, crowd), "ok");
  EXPECT_EQ(join(++person, crowd), "busy") << "which clients send again by themselves";
  EXPECT_EQ(hall.met, std::vector{budgets::Budget::joins});
  EXPECT_EQ(join(++person, home), "ok") << "for nobody else's sake";
  hall.pass(100);
  EXPECT_EQ(join(++person, crowd), "ok");
  EXPECT_EQ(join(++person, crowd), "busy");
}

TEST(RoomBudgets, P2_5_BoundsThePingsOfAConnection) {
  Hall hall;
  const ConnectionId phone = hall.phone('a');
  for (int i = 0; i < budgets::kPings.burst; ++i) hall.say(phone, R"({"t":"ping"})");
  EXPECT_FALSE(hall.closed(phone));
  EXPECT_EQ(hall.heard(phone, "pong").size(), static_cast<std::size_t>(budgets::kPings.burst));
  hall.pass(5000);
  hall.say(phone, R"({"t":"ping"})");
  EXPECT_FALSE(hall.closed(phone));
  hall.say(phone, R"({"t":"ping"})");
  EXPECT_EQ(hall.closed(phone), CloseCode::too_fast);
  EXPECT_EQ(hall.met, std::vector{budgets::Budget::pings});
}

TEST(RoomCommands, AreCountedOnceEachTimeTheyAreSentWhateverComesOfThem) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  const std::string id = "00000000000000000000000b";
  hall.command(phone, R"("kind":"more_time","wanted":true)", id);
  hall.command(phone, R"("kind":"more_time","wanted":true)", id);
  hall.command(phone, R"("kind":"jion")");
  hall.say(phone, R"({"t":"command","id":"no id","kind":"join"})");
  EXPECT_EQ(
      hall.resolved,
      (std::map<std::string, int>{
          {"join ok", 1}, {"more_time ok", 2}, {"jion bad_message", 1}, {" bad_message", 1}}));
}

TEST(RoomBudgets, SeatsWhoHasJoinedAndDesksAndWallsAndNoStranger) {
  Hall hall;
  const ConnectionId phone = hall.phone('a');
  const ConnectionId wall = hall.wall();
  const ConnectionId desk = hall.desk();
  EXPECT_FALSE(hall.seated.contains(phone));
  EXPECT_EQ(hall.seated.at(wall), session::Role::wall);
  EXPECT_EQ(hall.seated.at(desk), session::Role::facilitator);
  hall.command(phone, R"("kind":"join")");
  EXPECT_EQ(hall.seated.at(phone), session::Role::participant);
}

}  // namespace
}  // namespace quorate::room

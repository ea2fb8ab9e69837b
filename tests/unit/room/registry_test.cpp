// The server's side of PROTOCOL.md; the tests name the rules.
#include "server/room/registry.hpp"

#include <gtest/gtest.h>

#include "server/budgets/budgets.hpp"
#include "shared/protocol/limits.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using json::Value;
using protocol::CloseCode;

constexpr char kOpenTime[] = R"("kind":"open","questions":[{"factor":"time","round":1}])";
constexpr char kRevealTime[] = R"("kind":"reveal","questions":[{"factor":"time","round":1}])";

std::string answer(int value) {
  return R"("kind":"answer","factor":"time","round":1,"nonce":"00112233445566778899aabbccddeeff",)"
         R"("value":)" +
         std::to_string(value);
}

TEST(Registry, P2_1_ClosesWhoDoesNotSayHelloInTime) {
  Hall hall;
  const ConnectionId silent = hall.connect();
  hall.pass(protocol::kHelloMs - 1);
  EXPECT_FALSE(hall.closed(silent));
  hall.pass(kSweepMs + 1);
  EXPECT_EQ(hall.closed(silent), CloseCode::silent);
  EXPECT_EQ(hall.registry().connections(), 0u);
}

TEST(Registry, P2_1_ClosesWhoSpeaksOutOfOrderOrNotAtAllUnderstandably) {
  for (const char* said : {R"({"t":"ping"})", "not json", "[]", "7", R"({"t":"hello","v":1})",
                           R"({"t":"hello","v":1,"role":"server","token":"x"})"}) {
    Hall hall;
    const ConnectionId connection = hall.connect();
    hall.say(connection, said);
    EXPECT_EQ(hall.closed(connection), CloseCode::bad_message) << said;
  }
  Hall hall;
  const ConnectionId twice = hall.phone('a');
  hall.say(twice,
           R"({"t":"hello","v":1,"role":"participant","secret":")" + std::string(32, 'a') + "\"}");
  EXPECT_EQ(hall.closed(twice), CloseCode::bad_message);
}

TEST(Registry, P2_2_ClosesOtherVersionsWithUpdate) {
  Hall hall;
  const ConnectionId connection = hall.connect();
  hall.say(connection, R"({"t":"hello","v":2,"role":"participant","secret":"x"})");
  EXPECT_EQ(hall.closed(connection), CloseCode::update_needed);
}

TEST(Registry, ClosesAnUnknownWorkshopAndAWrongToken) {
  Hall hall;
  const ConnectionId nowhere = hall.connect(std::string(32, '0'));
  hall.say(nowhere, R"({"t":"hello","v":1,"role":"wall","token":")" + std::string(32, '0') + "\"}");
  EXPECT_EQ(hall.closed(nowhere), CloseCode::unknown_workshop);
  const ConnectionId wrong = hall.connect();
  hall.say(wrong, R"({"t":"hello","v":1,"role":"facilitator","token":")" + hall.wall_token + "\"}");
  EXPECT_EQ(hall.closed(wrong), CloseCode::bad_token);
  const ConnectionId missing = hall.connect();
  hall.say(missing, R"({"t":"hello","v":1,"role":"facilitator"})");
  EXPECT_EQ(hall.closed(missing), CloseCode::bad_token);
  EXPECT_EQ(hall.noticed, std::vector(1, ops::SecurityEvent::wrong_token))
      << "who shows no token has not tried one";
}

TEST(Registry, P2_3_WelcomesWithTheViewOfTheRole) {
  Hall hall;
  const auto anonymous = hall.heard(hall.phone('a'), "welcome");
  ASSERT_EQ(anonymous.size(), 1u);
  EXPECT_EQ(text(anonymous[0], "role"), "anonymous");
  EXPECT_EQ(anonymous[0].find("me"), nullptr);
  EXPECT_EQ(anonymous[0].find("code"), nullptr);
  const auto desk = hall.heard(hall.desk(), "welcome");
  EXPECT_EQ(text(desk[0], "role"), "facilitator");
  EXPECT_EQ(text(desk[0], "code"), hall.code);
  EXPECT_NE(desk[0].find("view")->find("people"), nullptr);
}

TEST(Registry, P2_3_LeavesTheViewOutWhenTheClientHasIt) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  const auto welcomes = hall.heard(phone, "welcome");
  const std::string offset = std::to_string(*welcomes.back().find("offset")->as_integer());
  const std::string epoch = std::to_string(*welcomes.back().find("epoch")->as_integer());
  const std::string hello =
      R"({"t":"hello","v":1,"role":"participant","as":"participant","epoch":)" + epoch +
      R"(,"secret":")" + std::string(32, 'a') + R"(","offset":)";
  const ConnectionId current = hall.connect();
  hall.say(current, hello + offset + "}");
  const auto welcome = hall.heard(current, "welcome");
  EXPECT_EQ(welcome[0].find("view"), nullptr);
  EXPECT_NE(welcome[0].find("me"), nullptr);
  const ConnectionId behind = hall.connect();
  hall.say(behind, hello + "0}");
  EXPECT_NE(hall.heard(behind, "welcome")[0].find("view"), nullptr);
}

TEST(Registry, P2_3_EveryRoomMadeOfTheSameRecordsHasALaterEpoch) {
  Hall hall;
  const auto epoch = [&] {
    return *hall.heard(hall.desk(), "welcome").at(0).find("epoch")->as_integer();
  };
  const std::int64_t first = epoch();
  EXPECT_EQ(epoch(), first);
  hall.pass(1);
  hall.tell(Unreachable{hall.workshop});
  const std::int64_t second = epoch();
  EXPECT_GT(second, first);
  hall.command(hall.desk(), R"("kind":"note","text":"x")");
  hall.tell(Unreachable{hall.workshop});
  EXPECT_GT(epoch(), second) << "in the same millisecond";
}

TEST(Registry, P2_4_WelcomesAgainWhoJoined) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  const auto welcomes = hall.heard(phone, "welcome");
  ASSERT_EQ(welcomes.size(), 2u);
  EXPECT_EQ(text(welcomes[1], "role"), "participant");
  EXPECT_EQ(text(*welcomes[1].find("me"), "group"), "staff");
}

TEST(Registry, P2_5_AnswersPingsAndClosesSilence) {
  Hall hall;
  const ConnectionId phone = hall.phone('a');
  hall.pass(protocol::kPingAfterMs);
  hall.heard(phone);
  hall.say(phone, R"({"t":"ping"})");
  EXPECT_EQ(hall.heard(phone, "pong").size(), 1u);
  hall.pass(protocol::kSilenceMs - 1);
  EXPECT_FALSE(hall.closed(phone));
  hall.pass(kSweepMs + 1);
  EXPECT_EQ(hall.closed(phone), CloseCode::silent);
}

TEST(Registry, P2_6_TheNewestConnectionOfAPersonWins) {
  Hall hall;
  const ConnectionId older = hall.joined('a');
  const ConnectionId newer = hall.phone('a');
  EXPECT_EQ(hall.closed(older), CloseCode::other_tab);
  EXPECT_FALSE(hall.closed(newer));
  const ConnectionId desk = hall.desk();
  const ConnectionId second = hall.desk();
  EXPECT_FALSE(hall.closed(desk) || hall.closed(second));
  EXPECT_EQ(*hall.heard(second, "welcome")[0].find("connected"), Value(1));
}

TEST(Registry, P3_2_SaysOkOnlyOnceTheRecordIsDurable) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.heard(phone);
  hall.faults().hold = true;
  hall.command(phone, answer(7));
  hall.pass(1000);
  EXPECT_TRUE(hall.heard(phone, "outcome").empty());
  hall.store().release();
  hall.settle();
  EXPECT_EQ(outcome(hall, phone), "ok");
}

TEST(Registry, P3_3_ARepeatedCommandIsAnsweredAgainAndStoredOnce) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.heard(phone);
  const std::string id = hall.command(phone, answer(7));
  const auto first = hall.heard(phone, "outcome");
  hall.command(phone, answer(7), id);
  EXPECT_EQ(hall.heard(phone, "outcome"), first);
}

TEST(Registry, P3_4_RefusesWithACodeAndTheConnectionStays) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  const ConnectionId wall = hall.wall();
  hall.heard(phone);
  const std::pair<std::string, std::string> cases[] = {
      {answer(7), "wrong_round"},
      {R"("kind":"join")", "already_joined"},
      {R"("kind":"end")", "not_allowed_role"},
      {kOpenTime, "not_allowed_role"},
      {R"("kind":"create","setup":{})", "bad_message"},
      {R"("kind":"dance")", "bad_message"},
      {R"("kind":"answer","factor":"no_such","round":1,"value":1,"nonce":")" +
           std::string(32, '0') + "\"",
       "unknown_factor"},
  };
  for (const auto& [members, code] : cases) {
    hall.command(phone, members);
    EXPECT_EQ(outcome(hall, phone), code) << members;
  }
  hall.command(wall, kOpenTime);
  EXPECT_EQ(outcome(hall, wall), "not_allowed_role");
  EXPECT_FALSE(hall.closed(phone) || hall.closed(wall));
}

TEST(Registry, P3_5_BoundsCommandsUnderWayAndTheirRate) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.pass(60'000 - 20'000);  // both still heard of
  hall.heard(phone);
  hall.faults().hold = true;
  for (int i = 0; i < protocol::kCommandsUnderWay; ++i) hall.command(phone, answer(7));
  EXPECT_TRUE(hall.heard(phone, "outcome").empty());
  hall.command(phone, answer(7));
  EXPECT_EQ(outcome(hall, phone), "too_many_pending");
  hall.store().release();
  hall.settle();
  hall.heard(phone);
  for (int i = 0; i < budgets::kCommands.burst - protocol::kCommandsUnderWay - 1; ++i) {
    hall.command(phone, answer(7));
    EXPECT_EQ(outcome(hall, phone), "ok");
  }
  hall.command(phone, answer(7));
  EXPECT_EQ(outcome(hall, phone), "too_fast");
  hall.pass(500);
  hall.command(phone, answer(7));
  EXPECT_EQ(outcome(hall, phone), "ok");
}

TEST(Registry, P3_8_SaysBusyOrReadOnlyWhenTheLogRefuses) {
  Hall hall;
  const ConnectionId phone = hall.phone('a');
  for (const auto& [failure, code] :
       {std::pair{log::Failure::busy, "busy"}, std::pair{log::Failure::failed, "read_only"}}) {
    hall.faults().failure = failure;
    hall.faults().fail_next = 1;
    hall.heard(phone);
    hall.command(phone, R"("kind":"join")");
    EXPECT_EQ(outcome(hall, phone), code);
  }
  hall.command(phone, R"("kind":"join")");
  EXPECT_EQ(outcome(hall, phone), "ok");
}

TEST(Registry, P4_2_GathersAnswersAndSendsAChangeOfPhaseAtOnce) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId wall = hall.wall();
  const ConnectionId phone = hall.joined('a');
  hall.pass(2000);
  hall.command(desk, kOpenTime);
  hall.heard(wall);
  hall.pass(0);
  hall.command(phone, answer(7));
  hall.command(phone, answer(8));
  hall.heard(wall);
  hall.pass(protocol::kDeltaMs - 1);
  EXPECT_TRUE(hall.heard(wall, "delta").empty());
  hall.pass(1);
  EXPECT_EQ(hall.heard(wall, "delta").size(), 1u);
  hall.command(desk, kRevealTime);
  hall.pass(0);
  EXPECT_EQ(hall.heard(wall, "delta").size(), 1u);
}

TEST(Registry, AnAnswerSendsNothingToTheOtherPhonesAndTheirNextDeltaFitsAllTheSame) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  const ConnectionId other = hall.joined('b');
  hall.pass(2000);
  hall.command(desk, kOpenTime);
  hall.pass(0);
  const auto opened = hall.heard(other, "delta");
  ASSERT_FALSE(opened.empty());
  hall.heard(desk);
  hall.command(phone, answer(7));
  hall.pass(protocol::kDeltaMs);
  EXPECT_TRUE(hall.heard(other, "delta").empty());
  EXPECT_EQ(hall.heard(desk, "delta").size(), 1u);
  hall.command(desk, kRevealTime);
  hall.pass(0);
  const auto revealed = hall.heard(other, "delta");
  ASSERT_EQ(revealed.size(), 1u);
  EXPECT_EQ(*revealed[0].find("from"), *opened.back().find("to"));
}

TEST(Registry, SendsToALargeRoomInSlices) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  std::vector<ConnectionId> walls;
  for (int i = 0; i < 300; ++i) walls.push_back(hall.wall());
  hall.pass(2000);
  for (const ConnectionId wall : walls) hall.heard(wall);
  hall.most_sends_in_a_row = 0;
  hall.command(desk, kOpenTime);
  hall.pass(0);
  for (const ConnectionId wall : walls) EXPECT_EQ(hall.heard(wall, "delta").size(), 1u);
  EXPECT_EQ(hall.most_sends_in_a_row, kSendsInARow);
}

TEST(Registry, P6_1_ClosesWhatIsTooDeepOrTooLarge) {
  Hall hall;
  const ConnectionId deep = hall.phone('a');
  hall.say(deep, R"({"t":"command","x":)" + std::string(protocol::kMessageDepth, '[') +
                     std::string(protocol::kMessageDepth, ']') + "}");
  EXPECT_EQ(hall.closed(deep), CloseCode::bad_message);
  const ConnectionId large = hall.phone('b');
  hall.tell(Unreadable{large, CloseCode::too_large});
  EXPECT_EQ(hall.closed(large), CloseCode::too_large);
}

TEST(Registry, P4_3_TellsDesksAloneWhoIsConnected) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId wall = hall.wall();
  const ConnectionId phone = hall.joined('a');
  hall.joined('b');
  hall.pass(kPresenceMs);
  EXPECT_FALSE(hall.heard(desk, "presence").empty());
  EXPECT_TRUE(hall.heard(wall, "presence").empty());
  EXPECT_TRUE(hall.heard(phone, "presence").empty());
}

TEST(Registry, CountsPresenceByPeopleNotConnections) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  const ConnectionId stays = hall.joined('b');
  hall.phone('c');  // looks, has not joined
  hall.pass(kPresenceMs);
  EXPECT_EQ(*hall.heard(desk, "presence").back().find("connected"), Value(2));
  hall.disconnect(phone);
  hall.pass_talking(kHereMs + kPresenceMs, {desk, stays});
  EXPECT_EQ(*hall.heard(desk, "presence").back().find("connected"), Value(1));
}

TEST(Registry, LetsGoOfARoomWithNobodyInItAndFoldsItAgainWhenAsked) {
  Hall hall;
  const ConnectionId phone = hall.joined('a');
  hall.disconnect(phone);
  hall.pass(kIdleRoomMs + 3 * kSweepMs);
  EXPECT_EQ(hall.registry().rooms(), 0u);
  const ConnectionId back = hall.phone('a');
  EXPECT_EQ(text(hall.heard(back, "welcome")[0], "role"), "participant");
}

TEST(Registry, TellsEverybodyToComeBackWhenItGoesDown) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId stranger = hall.connect();
  hall.tell(ShutDown{});
  EXPECT_EQ(hall.closed(desk), CloseCode::come_back);
  EXPECT_EQ(hall.closed(stranger), CloseCode::come_back);
}

TEST(Registry, TellsARoomToComeBackWhenItsRecordsCannotBeRead) {
  Hall hall;
  hall.faults().fail_reads = true;
  const ConnectionId phone = hall.phone('a');
  EXPECT_EQ(hall.closed(phone), CloseCode::come_back);
  hall.faults().fail_reads = false;
  EXPECT_FALSE(hall.closed(hall.phone('a')));
}

}  // namespace
}  // namespace quorate::room

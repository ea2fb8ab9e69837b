// What the desk's commands do to other people's connections (PROTOCOL.md sections 2 to 4).
#include <gtest/gtest.h>

#include "server/room/registry.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using json::Value;
using protocol::CloseCode;

constexpr char kOpenTime[] = R"("kind":"open","questions":[{"factor":"time","round":1}])";
constexpr char kInvitation[] = "0123456789abcdef0123456789abcdef";

std::string answer(int value, const std::string& more = "") {
  return R"("kind":"answer","factor":"time","round":1,"nonce":"00112233445566778899aabbccddeeff",)"
         R"("value":)" +
         std::to_string(value) + more;
}

// The id of the only person the desk sees in this part of its view.
std::string only_in(Hall& hall, ConnectionId desk, const char* part) {
  hall.pass(protocol::kDeltaMs + 1);
  hall.heard(desk);
  const ConnectionId other = hall.desk();
  const Value view = *hall.heard(other, "welcome").at(0).find("view");
  hall.disconnect(other);
  const Value::Object& people = *view.find(part)->as_object();
  EXPECT_EQ(people.size(), 1u) << part;
  return people.empty() ? "" : people[0].key;
}

std::string about(const char* kind, const std::string& participant, const std::string& more = "") {
  return R"("kind":")" + std::string(kind) + R"(","participant":")" + participant + "\"" + more;
}

TEST(Desk, P3_10_WhoComesThroughALockedDoorWaitsAndIsWelcomedWhenLetIn) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, R"("kind":"door","door":"locked")");
  const ConnectionId phone = hall.joined('a');
  const auto heard = hall.heard(phone);
  EXPECT_EQ(*heard.back().find("waiting"), Value(true));
  EXPECT_EQ(heard.back().find("me"), nullptr);
  hall.command(desk, about("admit", only_in(hall, desk, "waiting")));
  const auto welcome = hall.heard(phone, "welcome");
  ASSERT_EQ(welcome.size(), 1u);
  EXPECT_EQ(text(welcome[0], "role"), "participant");
  EXPECT_NE(welcome[0].find("me"), nullptr);
  EXPECT_EQ(welcome[0].find("waiting"), nullptr);
}

TEST(Desk, P3_10_AReconnectWhileWaitingStillWaits) {
  Hall hall;
  hall.command(hall.desk(), R"("kind":"door","door":"locked")");
  hall.joined('a');
  const auto welcome = hall.heard(hall.phone('a'), "welcome");
  EXPECT_EQ(text(welcome.at(0), "role"), "anonymous");
  EXPECT_EQ(*welcome.at(0).find("waiting"), Value(true));
}

TEST(Desk, P3_10_WhoIsTurnedAwayIsToldAndRefusedWhileTheDoorIsLocked) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, R"("kind":"door","door":"locked")");
  const ConnectionId phone = hall.joined('a');
  hall.heard(phone);
  hall.command(desk, about("turn_away", only_in(hall, desk, "waiting")));
  const auto own = hall.heard(phone, "own");
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0].find("waiting"), nullptr);
  hall.command(phone, R"("kind":"join")");
  EXPECT_EQ(outcome(hall, phone), "turned_away");
  hall.command(desk, R"("kind":"door","door":"open")");
  hall.command(phone, R"("kind":"join")");
  EXPECT_EQ(outcome(hall, phone), "ok");
}

TEST(Desk, P3_11_TheRemovedConnectionIsClosedAndCannotComeBack) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, about("remove", only_in(hall, desk, "people")));
  EXPECT_EQ(hall.closed(phone), CloseCode::removed);
  EXPECT_EQ(hall.closed(hall.phone('a')), CloseCode::removed);
}

TEST(Desk, P2_4_ACorrectedGroupReachesThePersonsOwnPhone) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a', "staff");
  hall.heard(phone);
  hall.command(desk, about("regroup", only_in(hall, desk, "people"), R"(,"group":"lived")"));
  const auto own = hall.heard(phone, "own");
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(text(*own[0].find("me"), "group"), "lived");
}

TEST(Desk, P4_3_DesksAreToldWhoIsHereAndHowManyDesksThereAre) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId second = hall.desk();
  const ConnectionId wall = hall.wall();
  std::vector<ConnectionId> phones;
  for (const char person : {'a', 'b', 'c', 'd', 'e'}) phones.push_back(hall.joined(person));
  hall.disconnect(phones[1]);
  hall.pass(2000);
  EXPECT_EQ(text(hall.heard(desk, "presence").back(), "here"), "f8") << "phones lock";
  hall.pass_talking(kHereMs, {desk, second, wall, phones[0], phones[2], phones[3], phones[4]});
  const Value last = hall.heard(desk, "presence").back();
  EXPECT_EQ(*last.find("connected"), Value(4));
  EXPECT_EQ(*last.find("desks"), Value(2));
  EXPECT_EQ(text(last, "here"), "b8");  // 1011 1000
  hall.disconnect(second);
  hall.pass(2000);
  EXPECT_EQ(*hall.heard(desk, "presence").back().find("desks"), Value(1));
  for (const Value& presence : hall.heard(wall, "presence")) {
    EXPECT_EQ(presence.find("here"), nullptr);
    EXPECT_EQ(presence.find("desks"), nullptr);
  }
}

TEST(Desk, P4_5_AChangedCodeReachesDesksAndWallsAndNobodyElse) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId wall = hall.wall();
  const ConnectionId phone = hall.joined('a');
  hall.tell(CodeChanged{hall.workshop, "FHKLMQ"});
  EXPECT_EQ(text(hall.heard(desk, "code").at(0), "code"), "FHKLMQ");
  EXPECT_EQ(text(hall.heard(wall, "code").at(0), "code"), "FHKLMQ");
  EXPECT_TRUE(hall.heard(phone, "code").empty());
}

TEST(Desk, P1_6_AReissuedLinkClosesTheConnectionsOfThatRoleAlone) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId wall = hall.wall();
  const ConnectionId phone = hall.joined('a');
  hall.tell(Reissued{hall.workshop, session::Role::wall});
  EXPECT_EQ(hall.closed(wall), CloseCode::bad_token);
  EXPECT_FALSE(hall.closed(desk));
  hall.tell(Reissued{hall.workshop, session::Role::facilitator});
  EXPECT_EQ(hall.closed(desk), CloseCode::bad_token);
  EXPECT_FALSE(hall.closed(phone));
}

TEST(Desk, P3_10_AnInvitationIsGoodOnceSetsTheGroupAndIsInTheLogAsAHash) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, R"("kind":"door","door":"invited")");
  hall.command(desk, R"("kind":"invite","group":"lived","invitations":[")" +
                         std::string(kInvitation) + "\"]");
  const std::string with = R"("kind":"join","group":"staff","invitation":")";
  const ConnectionId without = hall.phone('a');
  hall.command(without, R"("kind":"join")");
  EXPECT_EQ(outcome(hall, without), "needs_invitation");
  hall.command(without, with + std::string(32, '0') + "\"");
  EXPECT_EQ(outcome(hall, without), "unknown_invitation");
  const ConnectionId guest = hall.phone('b');
  hall.command(guest, with + kInvitation + "\"");
  const auto welcomed = hall.heard(guest, "welcome");
  EXPECT_EQ(text(*welcomed.back().find("me"), "group"), "lived");
  hall.command(without, with + kInvitation + "\"");
  EXPECT_EQ(outcome(hall, without), "used_invitation");
  std::string log;
  const auto all = hall.store().log().subscribe(
      hall.workshop, 0,
      [&](std::uint64_t, const log::Record& record) { log += record.envelope + record.payload; },
      [] {});
  hall.settle();
  EXPECT_NE(log.find(R"("kind":"invite")"), std::string::npos);
  EXPECT_EQ(log.find(kInvitation), std::string::npos);
  // Who knows the hash, from a file for instance, does not hold the invitation.
  const std::size_t at = log.find(R"("tickets":[")") + 12;
  const ConnectionId reader = hall.phone('c');
  hall.command(reader, R"("kind":"join","ticket":")" + log.substr(at, 64) + "\"");
  EXPECT_EQ(outcome(hall, reader), "needs_invitation");
}

TEST(Desk, P6_2_AnInvitationThatIsNoneIsRefusedByTheNameItWasSentUnder) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  for (const char* list : {"", R"(,"invitations":[])", R"(,"invitations":["short"])"}) {
    hall.command(desk, R"("kind":"invite","group":"lived")" + std::string(list));
    const auto outcomes = hall.heard(desk, "outcome");
    EXPECT_EQ(text(outcomes.at(0), "field"), "invitations") << list;
  }
}

TEST(Desk, P3_13_AnAnswerRefusedWhilePausedIsTakenUnderTheSameIdAfterwards) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.command(desk, R"("kind":"pause","paused":true)");
  hall.heard(phone);
  const std::string id = hall.command(phone, answer(7));
  EXPECT_EQ(outcome(hall, phone), "paused");
  hall.command(desk, R"("kind":"pause","paused":false)");
  hall.command(phone, answer(7), id);
  EXPECT_EQ(outcome(hall, phone), "ok");
}

// --- P3.14 ---

std::string closing_in(std::int64_t ms) {
  // The hall's wall clock when it begins, and what its steady clock begins with.
  return R"("kind":"closing","at_ms":)" + std::to_string(1'700'000'000'000 + 1000 + ms);
}

std::string state_of_time(Hall& hall) {
  const Value view = *hall.heard(hall.desk(), "welcome").at(0).find("view");
  return text(*view.find("questions")->find("time"), "state");
}

TEST(Closing, P3_14_ClosesWhatIsOpenAtTheTimeOnce) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, closing_in(60'000));
  hall.command(desk, kOpenTime);
  hall.pass(30'000);
  hall.say(desk, R"({"t":"ping"})");
  hall.say(phone, R"({"t":"ping"})");
  EXPECT_EQ(state_of_time(hall), "open");
  hall.pass(31'000);
  EXPECT_EQ(state_of_time(hall), "closed");
  hall.heard(phone);
  hall.command(phone, answer(5));
  EXPECT_EQ(outcome(hall, phone), "not_open");
  hall.command(desk, kOpenTime);  // opened again after it, by hand
  hall.pass(5'000);
  EXPECT_EQ(state_of_time(hall), "open");
}

TEST(Closing, P3_14_WaitsForTheEndOfAPauseAndTakesWhatPhonesKept) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, closing_in(60'000));
  hall.command(desk, kOpenTime);
  hall.command(desk, R"("kind":"pause","paused":true)");
  hall.pass(31'000);
  hall.say(desk, R"({"t":"ping"})");
  hall.say(phone, R"({"t":"ping"})");
  hall.pass(30'000);
  EXPECT_EQ(state_of_time(hall), "open");
  hall.command(desk, R"("kind":"pause","paused":false)");
  hall.pass(5'000);
  EXPECT_EQ(state_of_time(hall), "open");
  hall.heard(phone);
  hall.command(phone, answer(5));
  EXPECT_EQ(outcome(hall, phone), "ok");
}

TEST(Closing, P3_14_ARoomThatWasAsleepTakesNoAnswerThatComesTooLate) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, closing_in(60'000));
  hall.command(desk, kOpenTime);
  hall.disconnect(desk);
  hall.disconnect(phone);
  hall.pass(kIdleRoomMs + 5 * kSweepMs);
  ASSERT_EQ(hall.registry().rooms(), 0u);
  const ConnectionId late = hall.phone('a');
  hall.command(late, answer(5));
  EXPECT_EQ(outcome(hall, late), "not_open");
  EXPECT_EQ(state_of_time(hall), "closed");
}

TEST(Closing, P3_14_TriesAgainWhenTheLogDoesNotTakeIt) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, closing_in(10'000));
  hall.command(desk, kOpenTime);
  hall.faults().fail_next = 2;
  hall.pass(10'500);
  EXPECT_EQ(state_of_time(hall), "open");
  hall.pass(10'000);
  EXPECT_EQ(state_of_time(hall), "closed");
}

}  // namespace
}  // namespace quorate::room

// What a person's own phone hears when the desk does something about them, and what the log keeps
// of what the room does by itself.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/room/identity.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using json::Value;
using protocol::CloseCode;

constexpr char kOpenTime[] = R"("kind":"open","questions":[{"factor":"time","round":1}])";
constexpr char kOpenLegal[] = R"("kind":"open","questions":[{"factor":"legal","round":1}])";

std::string answer(int value) {
  return R"("kind":"answer","factor":"time","round":1,"nonce":"00112233445566778899aabbccddeeff",)"
         R"("reason":"because","value":)" +
         std::to_string(value);
}

std::string id_of(const Hall& hall, char person) {
  return participant_id(std::string(32, person), hall.workshop);
}

std::string about(const char* kind, const std::string& participant, const std::string& more = "") {
  return R"("kind":")" + std::string(kind) + R"(","participant":")" + participant + "\"" + more;
}

std::string merge(const Hall& hall, char from, char into) {
  return about("merge", id_of(hall, from), R"(,"into":")" + id_of(hall, into) + "\"");
}

std::size_t records_with(Hall& hall, const std::string& text) {
  const auto all = hall.records();
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(),
      [&](const std::string& record) { return record.find(text) != std::string::npos; }));
}

std::string closing_in(std::int64_t ms) {
  return R"("kind":"closing","at_ms":)" + std::to_string(1'700'000'000'000 + 1000 + ms);
}

std::string same_person(const Hall& hall, char into, bool yes) {
  return R"("kind":"same_person","into":")" + id_of(hall, into) + R"(","yes":)" +
         (yes ? "true" : "false");
}

// `a` has answered `time`, `b` has not, and the desk says that they are one person.
struct Merging {
  explicit Merging(bool ghost_is_here) {
    hall.command(desk, kOpenTime);
    hall.command(ghost, answer(7));
    if (!ghost_is_here) hall.disconnect(ghost);
    for (const ConnectionId connection : {desk, ghost, owner}) hall.heard(connection);
    hall.command(desk, merge(hall, 'a', 'b'));
  }
  Hall hall;
  ConnectionId desk = hall.desk();
  ConnectionId ghost = hall.joined('a');
  ConnectionId owner = hall.joined('b');
};

TEST(People, P3_11_AMergedAnswerCountsAndTheOtherPhoneIsNotToldWhatItIs) {
  Merging merging(false);
  Hall& hall = merging.hall;
  const auto own = hall.heard(merging.owner, "own");
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(json::write(*own[0].find("me")->find("answers")), "{}");
  EXPECT_EQ(own[0].find("me")->find("reasons"), nullptr);
  EXPECT_EQ(json::write(*own[0].find("me")->find("elsewhere")), R"({"time":1})");
  hall.pass(protocol::kDeltaMs + 1);
  const Value view = *hall.heard(hall.desk(), "welcome").at(0).find("view");
  EXPECT_EQ(*view.find("questions")->find("time")->find("answered"), Value(1));
  EXPECT_EQ(hall.closed(hall.phone('a')), CloseCode::merged);
  EXPECT_FALSE(hall.closed(merging.owner));
}

TEST(People, P3_11_AMergeOfSomebodyWhoIsConnectedWaitsForTheirPhonesYes) {
  Merging merging(true);
  Hall& hall = merging.hall;
  EXPECT_EQ(outcome(hall, merging.desk), "ok");
  EXPECT_FALSE(hall.closed(merging.ghost));
  EXPECT_TRUE(hall.heard(merging.owner).empty());
  const auto asked = hall.heard(merging.ghost, "own");
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(text(*asked[0].find("me")->find("same_as"), "id"), id_of(hall, 'b'));
  hall.command(merging.ghost, same_person(hall, 'b', true));
  EXPECT_EQ(hall.closed(merging.ghost), CloseCode::merged);
  EXPECT_EQ(json::write(*hall.heard(merging.owner, "own").at(0).find("me")->find("elsewhere")),
            R"({"time":1})");
}

TEST(People, P3_11_APhoneThatSaysNoStaysAsItWas) {
  Merging merging(true);
  Hall& hall = merging.hall;
  hall.command(merging.ghost, same_person(hall, 'b', false));
  hall.heard(merging.ghost);
  hall.command(merging.ghost, answer(5));
  const Value me = *hall.heard(merging.ghost, "outcome").at(0).find("me");
  EXPECT_EQ(json::write(*me.find("answers")), R"({"time":{"1":5}})");
  EXPECT_EQ(me.find("same_as"), nullptr);
  EXPECT_FALSE(hall.closed(merging.ghost));
}

TEST(People, P3_11_NoSenderDecidesWhetherAPhoneIsAsked) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId ghost = hall.joined('a');
  hall.joined('b');
  hall.command(desk, merge(hall, 'a', 'b') + R"(,"ask":false)");
  EXPECT_FALSE(hall.closed(ghost));
  hall.disconnect(ghost);
  hall.command(desk, merge(hall, 'a', 'b') + R"(,"ask":true)");
  EXPECT_EQ(hall.closed(hall.phone('a')), CloseCode::merged);
}

TEST(Answers, P3_12_TheServerDrawsWhatAReasonGoesBy) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, kOpenTime);
  for (const char person : {'a', 'b', 'c', 'd', 'e'}) {
    hall.command(hall.joined(person), answer(7) + R"(,"reason_id":"0000000000000000")");
  }
  hall.command(desk, R"("kind":"reveal","questions":[{"factor":"time","round":1}])");
  hall.pass(protocol::kDeltaMs + 1);
  const Value view = *hall.heard(hall.desk(), "welcome").at(0).find("view");
  const auto& reasons = *view.find("reasons")->find("time")->as_object();
  EXPECT_EQ(reasons.size(), 5u);  // though the nonce is the same for all
  for (const auto& reason : reasons) {
    EXPECT_NE(reason.key, "0000000000000000");
    EXPECT_NE(reason.key, "0011223344556677");
  }
}

TEST(Answers, P3_15_ThatChangeNothingAreSavedWithoutARecord) {
  Hall hall;
  hall.command(hall.desk(), kOpenTime);
  const ConnectionId phone = hall.joined('a');
  hall.heard(phone);
  for (int i = 0; i < 3; ++i) {
    hall.command(phone, answer(7));
    EXPECT_EQ(outcome(hall, phone), "ok");
  }
  EXPECT_EQ(records_with(hall, R"("kind":"answer")"), 1u);
  hall.command(phone, answer(6));
  hall.command(phone, answer(7));
  EXPECT_EQ(records_with(hall, R"("kind":"answer")"), 3u);
}

TEST(Answers, P3_15_ThatGoBackBehindOneOnItsWayAreRecorded) {
  Hall hall;
  hall.command(hall.desk(), kOpenTime);
  const ConnectionId phone = hall.joined('a');
  hall.command(phone, answer(7));
  hall.faults().hold = true;
  hall.command(phone, answer(6));
  hall.command(phone, answer(7));  // as it stands, but not as it will
  hall.store().release();
  hall.settle();
  const Value me = *hall.heard(phone, "outcome").back().find("me");
  EXPECT_EQ(json::write(*me.find("answers")), R"({"time":{"1":7}})");
  EXPECT_EQ(records_with(hall, R"("kind":"answer")"), 3u);
}

TEST(Answers, P3_15_OneOfTheirOwnTakesAHiddenOnesPlaceEvenWhenItIsTheSame) {
  Merging merging(false);
  Hall& hall = merging.hall;
  hall.command(merging.owner, answer(7));
  EXPECT_EQ(records_with(hall, R"("kind":"answer")"), 2u);
  const Value me = *hall.heard(merging.owner, "outcome").at(0).find("me");
  EXPECT_EQ(json::write(*me.find("answers")), R"({"time":{"1":7}})");
}

TEST(Offsets, P4_1_TellAPhoneNothingOfWhatTheOthersDo) {
  const auto heard_by_one = [](int answers_of_others) {
    Hall hall;
    const ConnectionId desk = hall.desk();
    hall.command(desk, kOpenTime);
    const ConnectionId phone = hall.joined('a');
    const ConnectionId other = hall.joined('b');
    hall.pass(protocol::kDeltaMs + 1);
    hall.heard(phone);
    for (int i = 0; i < answers_of_others; ++i) {
      hall.command(other, answer(i + 1));
      hall.pass(protocol::kDeltaMs + 1);
    }
    hall.command(phone, answer(7));
    hall.command(desk, kOpenLegal);
    hall.pass(protocol::kDeltaMs + 1);
    std::string all;
    for (Value message : hall.heard(phone)) {
      message.erase("id");  // the hall's, counted up
      all += json::write(message) + "\n";
    }
    return all;
  };
  EXPECT_EQ(heard_by_one(0), heard_by_one(5));
}

TEST(People, P2_4_NobodyElseHearsOfAPersonsOwnPart) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.joined('a');
  const ConnectionId other = hall.joined('b');
  hall.command(desk, about("regroup", id_of(hall, 'a'), R"(,"group":"lived")"));
  EXPECT_TRUE(hall.heard(other, "own").empty());
  EXPECT_TRUE(hall.heard(desk, "own").empty());
}

TEST(People, P2_4_MoreTimeThatIsOverWithTheNextStepIsOverOnThePhoneToo) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  const ConnectionId other = hall.joined('b');
  hall.command(desk, kOpenTime);
  hall.command(phone, R"("kind":"more_time","wanted":true)");
  EXPECT_EQ(*hall.heard(phone, "outcome").back().find("me")->find("more_time"), Value(true));
  hall.command(desk, kOpenLegal);
  const auto own = hall.heard(phone, "own");
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0].find("me")->find("more_time"), nullptr);
  EXPECT_TRUE(hall.heard(other, "own").empty());
}

TEST(People, WhoIsLetInCountsAsConnectedAndWhoIsRemovedDoesNot) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, R"("kind":"door","door":"locked")");
  hall.joined('a');
  hall.pass(kPresenceMs);
  EXPECT_EQ(*hall.heard(desk, "presence").back().find("connected"), Value(0));
  hall.command(desk, about("admit", id_of(hall, 'a')));
  hall.pass(kPresenceMs);
  EXPECT_EQ(*hall.heard(desk, "presence").back().find("connected"), Value(1));
  hall.command(desk, about("remove", id_of(hall, 'a')));
  hall.pass(kPresenceMs);
  const Value last = hall.heard(desk, "presence").back();
  EXPECT_EQ(*last.find("connected"), Value(0));
  EXPECT_EQ(*last.find("here"), Value(""));
}

TEST(People, AnAnswerUnderWayWhenItsAuthorIsRemovedCountsForNothing) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.faults().hold = true;
  hall.command(desk, about("remove", id_of(hall, 'a')));
  hall.command(phone, answer(7));
  hall.store().release();
  hall.settle();
  EXPECT_EQ(hall.closed(phone), CloseCode::removed);
  const Value view = *hall.heard(hall.desk(), "welcome").at(0).find("view");
  EXPECT_EQ(*view.find("questions")->find("time")->find("answered"), Value(0));
  EXPECT_EQ(*view.find("joined"), Value(0));
}

TEST(People, P1_6_AReissuedLinkOfTheSecondDeskLeavesTheFirstAlone) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId second = hall.second_desk();
  hall.tell(Reissued{hall.workshop, session::Role::cofacilitator});
  EXPECT_EQ(hall.closed(second), CloseCode::bad_token);
  EXPECT_FALSE(hall.closed(desk));
}

TEST(People, P4_5_WhoComesAfterTheCodeHasChangedIsToldTheNewOne) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId second = hall.second_desk();
  hall.heard(second);
  hall.change_code();
  EXPECT_EQ(*hall.heard(second, "code").at(0).find("code"), Value(hall.code));
  EXPECT_FALSE(hall.closed(desk));
}

TEST(Invitations, P3_10_ThatAreNoSecretsAreRefusedByTheirMember) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.phone('a');
  hall.heard(desk);
  hall.heard(phone);
  hall.command(desk, R"("kind":"invite","group":"staff","invitations":["short"])");
  hall.command(phone, R"("kind":"join","invitation":7)");
  EXPECT_EQ(*hall.heard(desk, "outcome").at(0).find("field"), Value("invitations"));
  EXPECT_EQ(*hall.heard(phone, "outcome").at(0).find("field"), Value("invitation"));
  // What the log would keep is not for anybody to say.
  hall.command(desk,
               R"("kind":"invite","group":"staff","tickets":[")" + std::string(64, '0') + "\"]");
  EXPECT_EQ(*hall.heard(desk, "outcome").at(0).find("code"), Value("bad_message"));
  EXPECT_EQ(records_with(hall, R"("kind":"invite")"), 0u);
}

TEST(ClosingTime, P3_14_IsOneRecordOfTheServersHoweverOftenTheLogRefusesIt) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, closing_in(10'000));
  hall.command(desk, R"("kind":"open","questions":[{"factor":"time","round":1},)"
                     R"({"factor":"legal","round":1}])");
  hall.faults().fail_next = 3;
  hall.pass(30'000);
  EXPECT_EQ(records_with(hall, R"("kind":"close","role":"server")"), 1u);
}

TEST(ClosingTime, P3_14_ComesBeforeWhateverIsSaidAtThatMoment) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId phone = hall.joined('a');
  hall.command(desk, kOpenTime);
  hall.heard(phone);
  hall.faults().hold = true;
  hall.command(desk,
               closing_in(0));  // now: its record, the close and the answer wait in this order
  hall.store().release();
  hall.settle();
  hall.command(phone, answer(7));
  EXPECT_EQ(*hall.heard(phone, "outcome").at(0).find("code"), Value("not_open"));
  EXPECT_EQ(records_with(hall, R"("kind":"close","role":"server")"), 1u);
}

TEST(ClosingTime, P3_14_ClosesWhatIsLeftWhenADeskClosesOneQuestionAtTheSameMoment) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, R"("kind":"open","questions":[{"factor":"time","round":1},)"
                     R"({"factor":"legal","round":1}])");
  hall.command(desk, closing_in(10'000));
  hall.pass(9'999);
  hall.faults().hold = true;
  hall.command(desk, R"("kind":"close","questions":[{"factor":"time","round":1}])");
  hall.pass(1);  // the server's own list names both, and is refused whole
  hall.store().release();
  hall.pass(3'000);
  const Value view = *hall.heard(hall.desk(), "welcome").at(0).find("view");
  for (const char* factor : {"time", "legal"}) {
    EXPECT_EQ(*view.find("questions")->find(factor)->find("state"), Value("closed")) << factor;
  }
}

}  // namespace
}  // namespace quorate::room

// Reasons in people's own words: with their answer, after the reveal, where enough answered
// (P3.12).
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

std::string reasons(const Workshop& workshop, Role role) {
  const json::Value seen = view(workshop.state, role);
  const json::Value* found = seen.find("reasons");
  return found == nullptr ? "" : json::write(*found);
}

std::string show(const std::string& reason, bool shown, int round = 1) {
  return R"({"factor":"time","round":)" + std::to_string(round) + R"(,"reason":")" + reason +
         R"(","shown":)" + (shown ? "true}" : "false}");
}

// `people` have answered `time`, the first of them with a reason: its id is `id`.
struct Answered {
  explicit Answered(int people) {
    workshop.desk("open", "time:1");
    for (int i = 0; i < people; ++i) {
      const std::string person = std::to_string(i);
      workshop.join(person);
      if (i == 0) {
        id = workshop.answer_because(person, "time", 5, "because");
      } else {
        workshop.answer(person, "time", 5);
      }
    }
  }
  Workshop workshop;
  std::string id;
};

TEST(Reasons, BelongToTheirAnswerAndChangeWithIt_P3_12) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 5, "one");
  workshop.answer_because("a", "time", 5, "two");
  EXPECT_EQ(json::write(*me(workshop.state, 0).find("reasons")), R"({"time":{"1":"two"}})");
  workshop.answer("a", "time", 5);
  EXPECT_EQ(me(workshop.state, 0).find("reasons"), nullptr);
}

TEST(Reasons, GoByTheIdTheServerDrewWhateverTheNonceIs_P3_12) {
  Answered answered(5);
  answered.workshop.person_says(
      "1", "answer",
      R"({"factor":"time","round":1,"value":5,"reason":"first of all",)"
      R"("nonce":"00000000000000000000000000000000","reason_id":"fedcba9876543210"})");
  answered.workshop.desk("reveal", "time:1");
  EXPECT_NE(
      reasons(answered.workshop, Role::wall).find(R"("fedcba9876543210":{"text":"first of all"})"),
      std::string::npos);
  EXPECT_EQ(came_to(answered.workshop.desk_says("show_reason", show("fedcba9876543210", false))),
            "ok");
}

TEST(Reasons, AreInNoViewBeforeTheReveal_P3_12) {
  Answered answered(8);
  for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
    EXPECT_EQ(reasons(answered.workshop, role), "{}");
  }
  answered.workshop.desk("close", "time:1");
  EXPECT_EQ(reasons(answered.workshop, Role::facilitator), "{}");
  answered.workshop.desk("reveal", "time:1");
  for (const Role role : {Role::participant, Role::cofacilitator, Role::wall}) {
    EXPECT_EQ(reasons(answered.workshop, role),
              R"({"time":{")" + answered.id + R"(":{"text":"because"}}})");
  }
  EXPECT_EQ(reasons(answered.workshop, Role::anonymous), "");
}

TEST(Reasons, AreInNoViewWhileFewerThanTheSmallestGroupHaveAnswered_P3_12) {
  for (const int people : {1, 4, 5}) {
    Answered answered(people);
    answered.workshop.desk("reveal", "time:1");
    for (const Role role : {Role::facilitator, Role::wall}) {
      EXPECT_EQ(reasons(answered.workshop, role) != "{}", people >= 5) << people;
    }
  }
}

TEST(Reasons, AreInNoViewWhereTheDeskAnsweredForTooManyOfThem_P3_12) {
  for (const int people : {1, 4, 5}) {
    Answered answered(people);
    for (const char* person : {"a", "b", "c", "d"}) {
      answered.workshop.desk_says("proxy_join", about(person, R"("group":"staff")"));
      answered.workshop.desk_says("proxy_answer",
                                  about(person, R"("factor":"time","round":1,"value":4,"nonce":")" +
                                                    std::string(32, 'c') + "\""));
    }
    answered.workshop.desk("reveal", "time:1");
    for (const Role role : {Role::facilitator, Role::wall}) {
      EXPECT_EQ(reasons(answered.workshop, role) != "{}", people >= 5) << people;
    }
  }
}

TEST(Reasons, HiddenOnesAreTheDesksAlone) {
  Answered answered(6);
  Workshop& workshop = answered.workshop;
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("show_reason", show(answered.id, false))), "ok");
  EXPECT_EQ(reasons(workshop, Role::participant), "{}");
  EXPECT_EQ(reasons(workshop, Role::wall), "{}");
  EXPECT_EQ(reasons(workshop, Role::facilitator),
            R"({"time":{")" + answered.id + R"(":{"hidden":true,"text":"because"}}})");
  workshop.desk_says("show_reason", show(answered.id, true));
  EXPECT_NE(reasons(workshop, Role::wall), "{}");
}

TEST(Reasons, ADeskHasTheSameShownOnesAsTheWallHoweverManyAreHidden) {
  Workshop workshop;
  constexpr int kPeople = 150;
  for (int i = 0; i < kPeople; ++i) workshop.join(std::to_string(i));
  workshop.desk("open", "time:1");
  for (int i = 0; i < kPeople; ++i) {
    workshop.answer_because(std::to_string(i), "time", 3, "because " + std::to_string(i));
  }
  workshop.desk("reveal", "time:1");
  const std::size_t time = *workshop.state.setup->factor("time");
  std::set<std::string> ids;
  for (const auto& [participant, reason] : workshop.state.questions[time].rounds.back().reasons) {
    ids.insert(reason.id);
  }
  int nth = 0;
  for (const std::string& id : ids) {
    if (nth++ % 2 == 0) continue;
    workshop.desk_says("show_reason",
                       R"({"factor":"time","round":1,"reason":")" + id + R"(","shown":false})");
  }
  const json::Value desk = view(workshop.state, Role::facilitator);
  const json::Value wall = view(workshop.state, Role::wall);
  json::Value shown = json::Value::object();
  for (const json::Member& each : *desk.find("reasons")->find("time")->as_object()) {
    if (each.value.find("hidden") == nullptr) shown.set(each.key, each.value);
  }
  EXPECT_EQ(shown.as_object()->size(), kMostReasonsShown);
  EXPECT_EQ(shown, *wall.find("reasons")->find("time"));
}

TEST(Reasons, OverDaysWaitUntilTheDeskShowsThem) {
  Answered answered(6);
  Workshop& workshop = answered.workshop;
  workshop.desk("close", "time:1");
  workshop.desk_says("pace", R"({"pace":"over_days"})");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(reasons(workshop, Role::participant), "{}");
  EXPECT_NE(reasons(workshop, Role::facilitator).find(R"("hidden":true)"), std::string::npos);
  workshop.desk_says("pace", R"({"pace":"together"})");
  EXPECT_EQ(reasons(workshop, Role::participant), "{}");  // as it was revealed
  workshop.desk_says("show_reason", show(answered.id, true));
  EXPECT_NE(reasons(workshop, Role::participant), "{}");
}

TEST(Reasons, AreThoseOfTheLatestRevealedRound) {
  Answered answered(6);
  Workshop& workshop = answered.workshop;
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "time:2");
  const std::string second = workshop.answer_because("1", "time", 3, "now", 2);
  for (const char* person : {"0", "2", "3", "4"}) workshop.answer(person, "time", 5, 2);
  EXPECT_NE(reasons(workshop, Role::wall).find("because"), std::string::npos);
  workshop.desk("reveal", "time:2");
  EXPECT_EQ(reasons(workshop, Role::wall), R"({"time":{")" + second + R"(":{"text":"now"}}})");
}

TEST(Reasons, OfTheRoundShownBeforeStayInSightByTheSameRules_P3_12) {
  Answered answered(6);
  Workshop& workshop = answered.workshop;
  const auto earlier = [&](Role role) { return shown(workshop, "earlier_reasons", role); };
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "time:2");
  for (const char* person : {"0", "1", "2", "3", "4"}) workshop.answer(person, "time", 5, 2);
  EXPECT_EQ(earlier(Role::facilitator), "") << "its reasons are the latest still";
  workshop.desk("reveal", "time:2");
  const std::string first = R"({"time":{")" + answered.id + R"(":{"text":"because"}}})";
  for (const Role role : {Role::participant, Role::cofacilitator, Role::wall}) {
    EXPECT_EQ(earlier(role), first);
    EXPECT_EQ(reasons(workshop, role), "{}");
  }
  EXPECT_EQ(earlier(Role::anonymous), "");
  EXPECT_EQ(came_to(workshop.desk_says("show_reason", show(answered.id, false))), "ok");
  EXPECT_EQ(earlier(Role::wall), "");
  EXPECT_NE(earlier(Role::facilitator).find(R"("hidden":true)"), std::string::npos);
  workshop.desk_says("show_reason", show(answered.id, true));
  workshop.desk("open", "time:3");
  workshop.desk("reveal", "time:3");
  EXPECT_EQ(earlier(Role::wall), "") << "two rounds ago";
}

TEST(Reasons, OfARoundInWhichTooFewAnsweredAreInNoLaterViewEither_P3_12) {
  Answered answered(4);
  Workshop& workshop = answered.workshop;
  workshop.desk("reveal", "time:1");
  workshop.join("4");
  workshop.desk("open", "time:2");
  for (const char* person : {"0", "1", "2", "3", "4"}) workshop.answer(person, "time", 5, 2);
  workshop.desk("reveal", "time:2");
  EXPECT_EQ(shown(workshop, "earlier_reasons", Role::facilitator), "");
}

TEST(Reasons, OfTheRoundBeforeTakeWhatRoomTheLatestLeave) {
  Workshop workshop;
  constexpr std::size_t kShare = kMostReasonBytesShown / 3;
  const std::string dear(kMostReasonBytes, '\x01');  // six bytes each
  workshop.desk("open", "time:1");
  for (int i = 100; i < 160; ++i) {
    workshop.join(std::to_string(i));
    workshop.answer_because(std::to_string(i), "time", 5, dear);
  }
  workshop.desk("reveal", "time:1");
  const std::size_t alone = shown(workshop, "reasons").size();
  EXPECT_EQ(shown(workshop, "reasons_left"), "") << "all are told";
  workshop.desk("open", "time:2");
  for (int i = 100; i < 160; ++i) {
    workshop.answer_because(std::to_string(i), "time", 5, i < 130 ? dear : "short", 2);
  }
  workshop.desk("reveal", "time:2");
  const std::size_t newest = shown(workshop, "reasons").size();
  const std::size_t earlier = shown(workshop, "earlier_reasons").size();
  EXPECT_GT(earlier, dear.size() * 6);
  EXPECT_LT(earlier, alone);
  EXPECT_LT(newest + earlier, kShare * 11 / 10);
  const json::Value seen = view(workshop.state, Role::wall);
  const std::size_t told = seen.find("reasons")->find("time")->as_object()->size() +
                           seen.find("earlier_reasons")->find("time")->as_object()->size();
  EXPECT_EQ(json::write(*seen.find("reasons_left")),
            R"({"time":)" + std::to_string(120 - told) + "}");
}

TEST(Reasons, AreAtMostSixtyInTheOrderOfTheirRandomIds) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  std::set<std::string> ids;
  for (int i = 100; i < 180; ++i) {
    workshop.join(std::to_string(i));
    ids.insert(workshop.answer_because(std::to_string(i), "time", 5, "because"));
  }
  workshop.desk("reveal", "time:1");
  for (const Role role : {Role::facilitator, Role::wall}) {
    const json::Value seen = view(workshop.state, role);
    const auto& shown = *seen.find("reasons")->find("time")->as_object();
    ASSERT_EQ(shown.size(), kMostReasonsShown);
    auto id = ids.begin();
    for (const json::Member& reason : shown) EXPECT_EQ(reason.key, *id++);
    EXPECT_EQ(json::write(*seen.find("reasons_left")), R"({"time":20})");
  }
}

TEST(Reasons, OfSomebodyRemovedAfterTheRevealStayAsTheyWere_P3_11) {
  Answered answered(6);
  answered.workshop.desk("reveal", "time:1");
  const std::string before = reasons(answered.workshop, Role::wall);
  answered.workshop.desk_says("remove", about("0"));
  EXPECT_EQ(reasons(answered.workshop, Role::wall), before);
}

TEST(Reasons, MayBeSixHundredBytesAndNoMore_P3_12) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 5, std::string(kMostReasonBytes, 'x'));
  EXPECT_EQ(workshop.state.questions[1].rounds[0].reasons.size(), 1u);
  workshop.answer_because("a", "time", 6, std::string(kMostReasonBytes + 1, 'x'));
  EXPECT_EQ(workshop.state.answer(1, 1, 0), engine::Rating::points(5));
}

}  // namespace
}  // namespace quorate::session

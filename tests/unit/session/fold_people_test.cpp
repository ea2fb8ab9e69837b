// Removing, merging and regrouping (P3.11).
#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/time_question.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

using engine::Rating;

// Everything that people may see of what was revealed, and each owner's own of it.
std::string revealed(const Workshop& workshop) {
  std::string text = json::write(engine::to_json(*published(workshop.state)));
  text += json::write(*view(workshop.state, Role::facilitator).find("reasons"));
  for (const Round& round : workshop.state.questions[kTime].rounds) {
    if (round.phase != Phase::revealed) continue;
    for (const auto& answer : round.answers) {
      text += " " + (answer ? json::write(to_json(answer->rating)) : "none");
    }
    for (const auto& [who, reason] : round.reasons) text += std::to_string(who) + reason.text;
  }
  return text;
}

// Six people; all have answered `time` with a reason and seen it; round 2 is open.
Workshop second_round() {
  Workshop workshop;
  for (const char* person : {"1", "2", "3", "4", "5", "6"}) workshop.join(person);
  workshop.desk("open", "time:1");
  int value = 3;
  for (const char* person : {"1", "2", "3", "4", "5", "6"}) {
    workshop.answer_because(person, "time", value++, std::string("because ") + person);
  }
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "time:2");
  return workshop;
}

TEST(Remove, TakesTheAnswersOutOfRoundsThatNobodyHasSeen_P3_11) {
  Workshop workshop;
  workshop.join("a", "lived");
  workshop.join("b");
  workshop.desk("open", "time:1 power:1");
  workshop.answer_because("a", "time", 1, "mine");
  workshop.answer("a", "power", 1);
  workshop.answer("b", "time", 2);
  workshop.desk("close", "power:1");
  const Folded folded = workshop.desk_says("remove", about("a"));
  EXPECT_EQ(folded.about, std::vector<std::string>{person_id("a")});
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 010000000");
  EXPECT_TRUE(round_of(workshop).reasons.empty());
  EXPECT_EQ(workshop.state.questions[0].rounds[0].answered, 0u);
  EXPECT_EQ(workshop.state.joined, 1u);
}

TEST(Remove, KeepsTheRemovedOut) {
  Workshop workshop = second_round();
  workshop.desk_says("remove", about("1"));
  EXPECT_EQ(came_to(workshop.join("1")), "removed");
  EXPECT_EQ(came_to(workshop.answer("1", "time", 5, 2)), "not_joined");
  EXPECT_EQ(came_to(workshop.person_says("1", "more_time", R"({"wanted":true})")), "not_joined");
  EXPECT_EQ(view(workshop.state, Role::facilitator).find("people")->find(person_id("1")), nullptr);
}

TEST(Remove, NeverChangesARevealedRound_P3_11) {
  Workshop workshop = second_round();
  const std::string before = revealed(workshop);
  workshop.answer("1", "time", 9, 2);
  workshop.desk_says("remove", about("1"));
  EXPECT_EQ(revealed(workshop), before);
  EXPECT_EQ(round_of(workshop, 2).answered, 0u);
}

TEST(Merge, AnOwnAnswerStandsAndTheGhostsIsGone_P3_11) {
  Workshop workshop;
  workshop.join("a", "lived");
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 1, "the ghost's");
  workshop.answer_because("b", "time", 2, "my own");
  const Folded folded = workshop.desk_says("merge", about("a", into("b")));
  EXPECT_EQ(folded.about, (std::vector{person_id("a"), person_id("b")}));
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 010000000");
  ASSERT_EQ(round_of(workshop).reasons.size(), 1u);
  EXPECT_EQ(round_of(workshop).reasons.begin()->second.text, "my own");
}

TEST(Merge, AGhostsAnswerAndReasonMoveWhereThereIsNone_P3_11) {
  Workshop workshop;
  workshop.join("a", "lived");
  workshop.join("b");
  workshop.desk("open", "time:1");
  const std::string reason = workshop.answer_because("a", "time", 1, "the ghost's");
  workshop.desk_says("merge", about("a", into("b")));
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 100000000");  // in the owner's group
  EXPECT_EQ(workshop.state.answer(kTime, 1, 1), Rating::points(1));
  EXPECT_EQ(workshop.state.answer(kTime, 1, 0), std::nullopt);
  EXPECT_EQ(round_of(workshop).reasons.at(1).text, "the ghost's");
  EXPECT_EQ(round_of(workshop).reasons.at(1).id, reason);
  EXPECT_EQ(workshop.state.joined, 1u);
}

TEST(Merge, GoesQuestionByQuestion) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1 power:1 trust:1");
  workshop.answer("a", "power", 1);
  workshop.answer("a", "time", 1);
  workshop.answer("b", "time", 2);
  workshop.answer("b", "trust", 3);
  workshop.desk("close", "power:1");
  workshop.desk_says("merge", about("a", into("b")));
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("answers")),
            R"({"time":{"1":2},"trust":{"1":3}})");
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("elsewhere")), R"({"power":1})");
}

TEST(Merge, NeverChangesARevealedRound_P3_11) {
  Workshop workshop = second_round();
  const std::string before = revealed(workshop);
  workshop.answer("1", "time", 9, 2);
  workshop.desk_says("merge", about("1", into("2")));
  EXPECT_EQ(revealed(workshop), before);
  EXPECT_EQ(workshop.state.answer(kTime, 2, 1), Rating::points(9));
}

TEST(Merge, KeepsTheMergedOutAndLeavesTheOwnerFreeToChange) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 1);
  workshop.desk_says("merge", about("a", into("b")));
  EXPECT_EQ(came_to(workshop.join("a")), "removed");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 4)), "not_joined");
  EXPECT_EQ(came_to(workshop.answer("b", "time", 6)), "ok");
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 000001000");
}

TEST(Merge, OfSomebodyWithoutAPhoneIntoTheirOwn) {
  Workshop workshop;
  workshop.desk_says("proxy_join", about("c", R"("group":"lived")"));
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.desk_says("proxy_answer", proxy_answer("c", 4));
  workshop.desk_says("merge", about("c", into("b")));
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 000100000");
  EXPECT_EQ(view(workshop.state, Role::wall).find("proxies"), nullptr);
}

TEST(Merge, TheAnswerCountsAndItsValueIsNobodysBeforeTheRevealOrAfter_P5_1) {
  Workshop workshop;
  for (const char* person : {"a", "b", "3", "4", "5", "6"}) workshop.join(person);
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 1, "the ghost's");
  for (const char* person : {"3", "4", "5", "6"}) workshop.answer(person, "time", 5);
  workshop.desk_says("merge", about("a", into("b")));
  const auto own = [&] { return json::write(me(workshop.state, 1)); };
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("answers")), "{}");
  EXPECT_EQ(me(workshop.state, 1).find("reasons"), nullptr);
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("elsewhere")), R"({"time":1})");
  const std::string before = own();
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(own(), before);
  EXPECT_EQ(round_of(workshop).counts.histogram(0, kStaff)[0], 1u);
}

TEST(Merge, AnAnswerOfTheirOwnTakesTheHiddenOnesPlace) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 1, "the ghost's");
  workshop.desk_says("merge", about("a", into("b")));
  workshop.answer("b", "time", 9);
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 000000001");
  EXPECT_TRUE(round_of(workshop).reasons.empty());
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("answers")), R"({"time":{"1":9}})");
  EXPECT_EQ(me(workshop.state, 1).find("elsewhere"), nullptr);
}

TEST(Merge, AHiddenAnswerStaysHiddenWhenItIsMergedOn) {
  Workshop workshop;
  for (const char* person : {"a", "b", "c"}) workshop.join(person);
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 1);
  workshop.desk_says("merge", about("a", into("b")));
  workshop.desk_says("merge", about("b", into("c")));
  EXPECT_EQ(counts(workshop), "1 lived 000000000 staff 100000000");
  EXPECT_EQ(json::write(*me(workshop.state, 2).find("answers")), "{}");
}

TEST(Merge, WaitsForTheYesOfAPhoneThatIsAsked_P3_11) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 1);
  const Folded asked = workshop.desk_says("merge", asking("a", "b"));
  EXPECT_EQ(asked.about, std::vector<std::string>{person_id("a")});
  EXPECT_EQ(workshop.state.joined, 2u);
  EXPECT_EQ(*me(workshop.state, 0).find("same_as")->find("id"), json::Value(person_id("b")));
  EXPECT_EQ(*me(workshop.state, 0).find("same_as")->find("alias"),
            *me(workshop.state, 1).find("alias"));
  EXPECT_EQ(me(workshop.state, 1).find("same_as"), nullptr);
  EXPECT_EQ(json::write(*view(workshop.state, Role::facilitator)
                             .find("people")
                             ->find(person_id("a"))
                             ->find("same_as")),
            R"({"into":")" + person_id("b") + "\"}");
  const Folded said = workshop.person_says("a", "same_person", same_as("b", true));
  EXPECT_EQ(came_to(said), "ok");
  EXPECT_EQ(said.about, (std::vector{person_id("a"), person_id("b")}));
  EXPECT_EQ(workshop.state.joined, 1u);
  EXPECT_EQ(workshop.state.participant(person_id("a")), std::nullopt);
  EXPECT_EQ(workshop.state.answer(kTime, 1, 1), Rating::points(1));
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("answers")), "{}");
}

TEST(Merge, ANoChangesNothingAndTheDeskIsTold_P3_11) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk_says("merge", asking("a", "b"));
  EXPECT_EQ(came_to(workshop.person_says("a", "same_person", same_as("b", false))), "ok");
  EXPECT_EQ(workshop.state.joined, 2u);
  EXPECT_EQ(me(workshop.state, 0).find("same_as"), nullptr);
  EXPECT_EQ(json::write(*view(workshop.state, Role::facilitator)
                             .find("people")
                             ->find(person_id("a"))
                             ->find("same_as")),
            R"({"into":")" + person_id("b") + R"(","no":true})");
}

TEST(Merge, TheQuestionIsGoneWithWhomItWasAbout) {
  Workshop workshop;
  for (const char* person : {"a", "b", "c"}) workshop.join(person);
  workshop.desk_says("merge", asking("a", "b"));
  const Folded folded = workshop.desk_says("merge", about("b", into("c")));
  EXPECT_EQ(folded.about, (std::vector{person_id("b"), person_id("a"), person_id("c")}));
  EXPECT_EQ(me(workshop.state, 0).find("same_as"), nullptr);
}

TEST(Merge, OfTwoQuestionsToOnePhoneTheLaterStands) {
  Workshop workshop;
  for (const char* person : {"a", "b", "c"}) workshop.join(person);
  workshop.desk_says("merge", asking("a", "b"));
  workshop.desk_says("merge", asking("a", "c"));
  workshop.desk_says("remove", about("b"));
  EXPECT_EQ(*me(workshop.state, 0).find("same_as")->find("id"), json::Value(person_id("c")));
  workshop.desk_says("remove", about("c"));
  EXPECT_EQ(me(workshop.state, 0).find("same_as"), nullptr);
}

TEST(Places, OfWhoIsRemovedIsFreeAndNamesNobodyElse) {
  Workshop workshop = second_round();
  const std::string before = revealed(workshop);
  workshop.state.joined = kMostPeople;  // as if the others were here too
  EXPECT_EQ(came_to(workshop.join("7")), "full");
  workshop.desk_says("remove", about("1"));
  EXPECT_EQ(came_to(workshop.join("7")), "ok");
  EXPECT_EQ(came_to(workshop.join("8")), "full");
  EXPECT_EQ(workshop.state.participant(person_id("7")), 6u);
  EXPECT_EQ(revealed(workshop), before);
}

TEST(Places, AreBoundedHoweverManyGo) {
  Workshop workshop;
  workshop.join("a");
  workshop.state.participants.resize(kMostPlaces, workshop.state.participants.front());
  EXPECT_EQ(came_to(workshop.join("b")), "full");
}

// What was recorded by the first rules comes to what it came to then.
TEST(FirstRules, APlaceIsTakenForGoodAndWhoWasTurnedAwayMayBeSpokenFor) {
  Workshop workshop(kOldestFoldVersion);
  workshop.join("a");
  workshop.join("b");
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("e");
  workshop.desk_says("turn_away", about("e"));
  EXPECT_EQ(came_to(workshop.desk_says("proxy_join", about("e", R"("group":"staff")"))), "ok");
  workshop.state.participants.resize(kMostPeople, workshop.state.participants.front());
  workshop.desk_says("remove", about("b"));
  EXPECT_EQ(came_to(workshop.desk_says("proxy_join", about("f", R"("group":"staff")"))), "full");
}

TEST(Regroup, MovesTheCountsOfRoundsThatNobodyHasSeenAndThoseAlone_P3_11) {
  Workshop workshop = second_round();
  const std::string before = revealed(workshop);
  workshop.answer("1", "time", 9, 2);
  workshop.answer("2", "time", 1, 2);
  const Folded folded = workshop.desk_says("regroup", about("1", R"("group":"lived")"));
  EXPECT_EQ(folded.about, std::vector<std::string>{person_id("1")});
  EXPECT_EQ(revealed(workshop), before);
  EXPECT_EQ(counts(workshop, 2), "2 lived 000000001 staff 100000000");
  EXPECT_EQ(*me(workshop.state, 0).find("group"), json::Value("lived"));
}

TEST(Regroup, AnAnswerChangedAfterwardsIsCountedOnceInTheNewGroup) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer_because("a", "time", 1, "mine");
  workshop.desk_says("regroup", about("a", R"("group":"lived")"));
  EXPECT_EQ(round_of(workshop).reasons.at(0).text, "mine");
  workshop.answer("a", "time", 2);
  EXPECT_EQ(counts(workshop), "1 lived 010000000 staff 000000000");
}

}  // namespace
}  // namespace quorate::session

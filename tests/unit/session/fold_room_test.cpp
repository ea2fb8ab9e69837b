// What the desk does to the room: focus, skip, pause, timer, pace, closing, facts, notes, decision.
#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

std::string shown(const Workshop& workshop, std::string_view member, Role role = Role::wall) {
  const json::Value seen = view(workshop.state, role);
  const json::Value* found = seen.find(member);
  return found == nullptr ? "" : json::write(*found);
}

TEST(Focus, IsTheOneQuestionThatIsOpenedOrRevealedAndMayBePutElsewhere) {
  Workshop workshop;
  EXPECT_EQ(shown(workshop, "focus"), "");
  workshop.desk("open", "time:1");
  EXPECT_EQ(shown(workshop, "focus"), "\"time\"");
  workshop.desk_says("focus", R"({"factor":"trust"})");
  EXPECT_EQ(shown(workshop, "focus"), "\"trust\"");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(shown(workshop, "focus"), "\"time\"");
  workshop.desk_says("focus");
  EXPECT_EQ(shown(workshop, "focus"), "");
}

TEST(Focus, IsNowhereWhenSeveralQuestionsAreOpened) {
  Workshop workshop;
  workshop.desk_says("focus", R"({"factor":"trust"})");
  workshop.desk("open", "time:1 power:1");
  EXPECT_EQ(shown(workshop, "focus"), "");
}

TEST(Skip, IsUndoneByHandOrByOpeningTheQuestion) {
  Workshop workshop;
  workshop.desk_says("skip", R"({"factor":"time","skipped":true})");
  EXPECT_TRUE(workshop.state.questions[1].skipped);
  EXPECT_NE(shown(workshop, "questions").find(R"("skipped":true)"), std::string::npos);
  workshop.desk_says("skip", R"({"factor":"time","skipped":false})");
  EXPECT_FALSE(workshop.state.questions[1].skipped);
  workshop.desk_says("skip", R"({"factor":"time","skipped":true})");
  workshop.desk("open", "time:1");
  EXPECT_FALSE(workshop.state.questions[1].skipped);
}

TEST(Pause, P3_13_ARefusalIsNotRememberedSoThatTheSameIdMayBeTakenLater) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(shown(workshop, "paused"), "true");
  const std::string id(kCommandIdDigits, 'a');
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3, 1, id)), "paused");
  EXPECT_EQ(workshop.state.outcome(person_id("a"), id), nullptr);
  workshop.desk_says("pause", R"({"paused":false})");
  EXPECT_EQ(shown(workshop, "paused"), "");
  const Folded taken = workshop.answer("a", "time", 3, 1, id);
  EXPECT_EQ(came_to(taken), "ok");
  EXPECT_EQ(workshop.answer("a", "time", 3, 1, id).outcome, taken.outcome);
}

TEST(Pause, AnyOtherRefusalIsRemembered) {
  Workshop workshop;
  workshop.join("a");
  const std::string id(kCommandIdDigits, 'a');
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3, 1, id)), "wrong_round");
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3, 1, id)), "wrong_round");
}

TEST(Pause, WhatIsWrongWithAnAnswerIsSaidBeforeThatItIsPaused) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3)), "wrong_round");
}

TEST(Timer, IsSetChangedAndTakenAwayAndClosesNothing) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"ends_ms":1700000060000})");
  workshop.now_ms = 1'700'000'070'000;
  workshop.join("a");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3)), "ok");
  workshop.desk_says("timer");
  EXPECT_EQ(shown(workshop, "timer"), "");
}

TEST(Pace, ChangesBetweenRounds) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("pace", R"({"pace":"over_days"})")), "still_open");
  workshop.desk("close", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("pace", R"({"pace":"over_days"})")), "ok");
  EXPECT_EQ(workshop.state.setup->pace, Pace::over_days);
  EXPECT_NE(shown(workshop, "setup").find(R"("pace":"over_days")"), std::string::npos);
}

TEST(Closing, IsSetAndTakenAway) {
  Workshop workshop;
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  EXPECT_NE(shown(workshop, "setup").find(R"("closing_ms":1700000060000)"), std::string::npos);
  workshop.desk_says("closing");
  EXPECT_EQ(shown(workshop, "setup").find("closing_ms"), std::string::npos);
}

TEST(Closing, P3_14_ATimeThatIsOverDoesNotCloseWhatIsOpenedAfterIt) {
  Workshop workshop;
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.desk("open", "time:1");
  EXPECT_EQ(workshop.state.setup->closing_ms, 1'700'000'060'000);
  workshop.now_ms = 1'700'000'060'000;
  EXPECT_EQ(came_to(workshop.fold(
                "server", Role::server, "close",
                json::Value::object({{"questions", json::Value::Array{json::Value::object(
                                                       {{"factor", "time"}, {"round", 1}})}}}))),
            "ok");
  EXPECT_EQ(workshop.state.questions[1].phase(), Phase::closed);
  workshop.desk("open", "time:1");
  EXPECT_EQ(workshop.state.setup->closing_ms, std::nullopt);
}

TEST(Facts, AreAddedToTheQuestionForEverybody) {
  Workshop workshop;
  workshop.desk_says("fact", R"({"factor":"time","text":{"en":"Six weeks"},"source":"Plan"})");
  for (const Role role : {Role::anonymous, Role::participant, Role::wall}) {
    EXPECT_NE(shown(workshop, "setup", role)
                  .find(R"("facts":[{"source":"Plan","text":{"en":"Six weeks"}}])"),
              std::string::npos);
  }
}

TEST(Notes, AreTheDesksAloneWithTheTimeOfTheirRecord) {
  Workshop workshop;
  workshop.desk_says("note", R"({"text":"one"})");
  workshop.now_ms += 5;
  workshop.desk_says("note", R"({"text":"two"})");
  EXPECT_EQ(shown(workshop, "notes", Role::cofacilitator),
            R"({"0001":{"at_ms":1700000000000,"text":"one"},)"
            R"("0002":{"at_ms":1700000000005,"text":"two"}})");
  EXPECT_EQ(shown(workshop, "notes", Role::participant), "");
  EXPECT_EQ(shown(workshop, "notes", Role::wall), "");
}

TEST(Decision, IsTheLastOneSaid) {
  Workshop workshop;
  workshop.desk_says("decide", R"({"approach":3,"shared":["delivery"],"why":"w","warned":true})");
  workshop.desk_says("decide", R"({"approach":2,"shared":["decisions","design"],"name":"N"})");
  EXPECT_EQ(shown(workshop, "decision"),
            R"({"approach":2,"name":"N","shared":["design","decisions"]})");
}

TEST(MoreTime, IsAskedForTakenBackAndOverWithTheNextStep) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  workshop.person_says("a", "more_time", R"({"wanted":true})");
  workshop.person_says("b", "more_time", R"({"wanted":true})");
  workshop.person_says("b", "more_time", R"({"wanted":false})");
  EXPECT_TRUE(workshop.state.participants[0].more_time);
  EXPECT_FALSE(workshop.state.participants[1].more_time);
  workshop.desk("reveal", "time:1");
  EXPECT_FALSE(workshop.state.participants[0].more_time);
  workshop.person_says("a", "more_time", R"({"wanted":true})");
  workshop.desk("open", "power:1");
  EXPECT_FALSE(workshop.state.participants[0].more_time);
}

TEST(End, LeavesNothingThatWaitsForPeople) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.end();
  EXPECT_EQ(shown(workshop, "phase"), "\"ended\"");
  for (const char* gone : {"paused", "focus", "timer"})
    EXPECT_EQ(shown(workshop, gone), "") << gone;
}

}  // namespace
}  // namespace quorate::session

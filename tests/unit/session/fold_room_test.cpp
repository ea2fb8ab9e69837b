// What the desk does to the room: focus, skip, pause, pace, facts, notes, decision.
#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

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

TEST(Focus, P3_17_MayBeTheDecisionUntilTheNextStep) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk_says("focus", R"({"decision":true})");
  for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
    EXPECT_EQ(shown(workshop, "deciding", role), "true");
  }
  EXPECT_EQ(shown(workshop, "deciding", Role::anonymous), "");
  EXPECT_EQ(shown(workshop, "focus"), "");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(shown(workshop, "deciding"), "");
  workshop.desk_says("focus", R"({"decision":true})");
  workshop.desk_says("focus", R"({"factor":"time"})");
  EXPECT_EQ(shown(workshop, "deciding"), "");
  workshop.desk_says("focus", R"({"decision":true})");
  workshop.desk("open", "time:2 power:1");
  EXPECT_EQ(shown(workshop, "deciding"), "");
}

TEST(Focus, P3_17_HasAPageOfItsQuestionsReasonsThatAnythingElseTurnsBack) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk("reveal", "time:1");
  for (const char* next :
       {R"({"factor":"time"})", R"({"factor":"time","page":1})", R"({"decision":true})", "{}"}) {
    workshop.desk_says("focus", R"({"factor":"time","page":2})");
    EXPECT_EQ(shown(workshop, "page"), "2");
    workshop.desk_says("focus", next);
    EXPECT_EQ(shown(workshop, "page"), "") << next;
  }
  workshop.desk_says("focus", R"({"factor":"time","page":3})");
  workshop.desk("open", "time:2");
  EXPECT_EQ(shown(workshop, "focus"), "\"time\"");
  EXPECT_EQ(shown(workshop, "page"), "");
}

TEST(Focus, P3_17_OnTheDecisionOrOnAPageThereIsNotIsRefusedWithTheFieldThatIsWrong) {
  Workshop workshop;
  const auto field = [&](const char* members) {
    const Folded folded = workshop.desk_says("focus", members);
    EXPECT_EQ(came_to(folded), "bad_message") << members;
    return folded.outcome.refused.field;
  };
  EXPECT_EQ(field(R"({"factor":"time","decision":true})"), "decision");
  EXPECT_EQ(field(R"({"factor":"time","page":0})"), "page");
  EXPECT_EQ(field(R"({"factor":"time","page":121})"), "page");
  EXPECT_EQ(field(R"({"page":2})"), "factor");
  EXPECT_EQ(field(R"({"decision":true,"page":2})"), "factor");
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

TEST(Settle, P3_18_IsOfTheNewestRoundTakenBackByHandAndGoneWithTheNext) {
  Workshop workshop;
  const auto settled = [&](Role role) {
    return view(workshop.state, role).find("questions")->find("time")->find("settled") != nullptr;
  };
  const auto settle = [&](int round, const char* yes) {
    return came_to(workshop.desk_says(
        "settle",
        R"({"factor":"time","round":)" + std::to_string(round) + R"(,"settled":)" + yes + "}"));
  };
  workshop.desk("open", "time:1");
  workshop.desk("reveal", "time:1");
  EXPECT_FALSE(settled(Role::facilitator));
  EXPECT_EQ(settle(1, "true"), "ok");
  EXPECT_TRUE(settled(Role::facilitator));
  EXPECT_TRUE(settled(Role::cofacilitator));
  EXPECT_FALSE(settled(Role::participant));
  EXPECT_FALSE(settled(Role::wall));
  EXPECT_EQ(settle(1, "false"), "ok");
  EXPECT_FALSE(settled(Role::facilitator));
  settle(1, "true");
  EXPECT_EQ(settle(2, "true"), "wrong_round");
  workshop.desk("open", "time:2");
  EXPECT_FALSE(settled(Role::facilitator)) << "while it is asked again";
  EXPECT_EQ(settle(1, "false"), "wrong_round");
  workshop.desk("reveal", "time:2");
  EXPECT_FALSE(settled(Role::facilitator)) << "a new round is talked about anew";
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

TEST(Pace, ChangesBetweenRounds) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("pace", R"({"pace":"over_days"})")), "still_open");
  workshop.desk("close", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("pace", R"({"pace":"over_days"})")), "ok");
  EXPECT_EQ(workshop.state.setup->pace, Pace::over_days);
  EXPECT_NE(shown(workshop, "setup").find(R"("pace":"over_days")"), std::string::npos);
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

TEST(Decision, P3_20_IsOneToLookAtAgainOnceAnswersAreShownAfterItUntilTheDeskSaysMore) {
  Workshop workshop;
  const auto newer = [&] { return shown(workshop, "answers_newer", Role::wall) == "true"; };
  constexpr char kDecision[] = R"({"approach":3,"shared":[]})";
  workshop.desk("open", "time:1 power:1 trust:1");
  workshop.desk("reveal", "time:1");
  workshop.desk_says("keep_decision");
  EXPECT_FALSE(newer()) << "there is none";
  workshop.desk_says("decide", kDecision);
  workshop.join("a");
  workshop.answer("a", "power", 3);
  workshop.desk("close", "power:1");
  EXPECT_FALSE(newer()) << "nobody has seen them";
  workshop.desk("reveal", "power:1");
  EXPECT_TRUE(newer());
  EXPECT_EQ(shown(workshop, "answers_newer", Role::participant), "true");
  workshop.desk_says("keep_decision");
  EXPECT_FALSE(newer());
  workshop.desk("reveal", "trust:1");
  EXPECT_TRUE(newer());
  workshop.desk_says("decide", kDecision);
  EXPECT_FALSE(newer());
}

TEST(Decision, P3_20_TellsThatItWasKeptWhenAnswersChangedUntilThereIsAnother) {
  Workshop workshop;
  const auto kept = [&] {
    return shown(workshop, "decision", Role::wall).find(R"("kept":true)") != std::string::npos;
  };
  constexpr char kDecision[] = R"({"approach":3,"shared":[]})";
  workshop.desk("open", "time:1 power:1");
  workshop.desk("reveal", "time:1");
  workshop.desk_says("decide", kDecision);
  workshop.desk_says("keep_decision");
  EXPECT_FALSE(kept()) << "nothing had changed";
  workshop.desk("reveal", "power:1");
  EXPECT_FALSE(kept());
  workshop.desk_says("keep_decision");
  EXPECT_TRUE(kept());
  workshop.desk_says("decide", kDecision);
  EXPECT_FALSE(kept());
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
  workshop.desk_says("focus", R"({"factor":"time","page":2})");
  workshop.end();
  EXPECT_EQ(shown(workshop, "phase"), "\"ended\"");
  for (const char* gone : {"paused", "focus", "page", "deciding", "timer"})
    EXPECT_EQ(shown(workshop, gone), "") << gone;
}

}  // namespace
}  // namespace quorate::session

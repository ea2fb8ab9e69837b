#include "shared/session/fold.hpp"

#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

using engine::Rating;

TEST(Fold, AnAnswerCountsOnceHoweverOftenItIsChanged) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 3);
  workshop.answer("a", "time", 7);
  const Round& round = workshop.state.questions[1].rounds[0];
  EXPECT_EQ(round.answered, 1u);
  EXPECT_EQ(workshop.state.answer(1, 1, 0), Rating::points(7));
  const engine::Histogram counts = round.counts.histogram(0, 1);
  EXPECT_EQ(counts, (engine::Histogram{0, 0, 0, 0, 0, 0, 1, 0, 0}));
}

TEST(Fold, P3_3_ARepeatedCommandHasTheSameOutcomeAndNoEffect) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  const std::string id(kCommandIdDigits, 'a');
  const Folded first = workshop.answer("a", "time", 3, 1, id);
  workshop.answer("a", "time", 5);
  const Folded again = workshop.answer("a", "time", 3, 1, id);
  EXPECT_EQ(again.outcome, first.outcome);
  EXPECT_EQ(again.change, Change::none);
  EXPECT_EQ(workshop.state.answer(1, 1, 0), Rating::points(5));
}

TEST(Fold, TheSameIdOfAnotherActorIsAnotherCommand) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  const std::string id(kCommandIdDigits, 'a');
  workshop.answer("a", "time", 3, 1, id);
  workshop.answer("b", "time", 9, 1, id);
  EXPECT_EQ(workshop.state.questions[1].rounds[0].answered, 2u);
}

TEST(Fold, OutcomesAreRememberedForTheLast64CommandsOfAnActor) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  const std::string id(kCommandIdDigits, 'a');
  workshop.answer("a", "time", 1, 1, id);
  for (int i = 0; i < 63; ++i) workshop.answer("a", "time", 2);
  EXPECT_NE(workshop.state.outcome(person_id("a"), id), nullptr);
  workshop.answer("a", "time", 2);
  EXPECT_EQ(workshop.state.outcome(person_id("a"), id), nullptr);
}

TEST(Fold, ARepeatedJoinMakesNoGhost) {
  Workshop workshop;
  workshop.join("a");
  const Folded again = workshop.join("a", "lived");
  EXPECT_EQ(again.outcome.refused.code, Refusal::already_joined);
  EXPECT_EQ(workshop.state.participants.size(), 1u);
  EXPECT_EQ(workshop.state.participants[0].group, 1u);
}

TEST(Fold, ARefusedRecordChangesNothingButTheOffset) {
  Workshop workshop;
  workshop.join("a");
  const std::uint64_t before = workshop.state.offset;
  const Folded folded = workshop.answer("a", "time", 3);
  EXPECT_FALSE(folded.outcome.ok);
  EXPECT_EQ(folded.outcome.refused.code, Refusal::wrong_round);
  EXPECT_EQ(workshop.state.offset, before + 1);
  EXPECT_TRUE(workshop.state.questions[1].rounds.empty());
}

TEST(Fold, ReopeningARevealedQuestionStartsTheNextRoundEmpty) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 3);
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(workshop.desk("open", "time:1").outcome.refused.code, Refusal::wrong_round);
  EXPECT_TRUE(workshop.desk("open", "time:2").outcome.ok);
  EXPECT_EQ(workshop.state.questions[1].rounds[1].answered, 0u);
  EXPECT_EQ(workshop.state.answer(1, 1, 0), Rating::points(3));
}

TEST(Fold, AClosedRoundThatWasNotRevealedGoesOnWithItsAnswers) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.answer("a", "time", 3);
  workshop.desk("close", "time:1");
  EXPECT_EQ(workshop.answer("a", "time", 4).outcome.refused.code, Refusal::not_open);
  EXPECT_TRUE(workshop.desk("open", "time:1").outcome.ok);
  EXPECT_EQ(workshop.state.questions[1].rounds.size(), 1u);
  EXPECT_EQ(workshop.state.questions[1].rounds[0].answered, 1u);
}

TEST(Fold, AListOfQuestionsIsDoneWholeOrNotAtAll) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  const Folded folded = workshop.desk("open", "power:1 time:1");
  EXPECT_EQ(folded.outcome.refused, (Refused{Refusal::already_open, "questions[1]"}));
  EXPECT_EQ(workshop.state.questions[0].phase(), Phase::waiting);
}

TEST(Fold, AfterTheEndEverythingIsRefused) {
  Workshop workshop;
  workshop.join("a");
  workshop.end();
  EXPECT_EQ(workshop.join("b").outcome.refused.code, Refusal::ended);
  EXPECT_EQ(workshop.desk("open", "time:1").outcome.refused.code, Refusal::ended);
  EXPECT_EQ(workshop.end().outcome.refused.code, Refusal::ended);
}

TEST(Fold, AWithheldPayloadCountsForTheOffsetAlone) {
  Workshop workshop;
  const std::uint64_t before = workshop.state.offset;
  Envelope envelope;
  envelope.workshop = person_id("9");
  envelope.actor = person_id("a");
  envelope.role = Role::participant;
  envelope.command_id = std::string(kCommandIdDigits, 'a');
  envelope.kind = "join";
  fold(workshop.state, json::write(to_json(envelope)), "");
  EXPECT_EQ(workshop.state.offset, before + 1);
  EXPECT_TRUE(workshop.state.participants.empty());
  EXPECT_EQ(workshop.state.outcome(envelope.actor, envelope.command_id), nullptr);
}

TEST(Fold, IsTotal) {
  Workshop workshop;
  const char* texts[] = {"", "{", "[]", "{}", "7", R"({"v":1})", R"({"questions":[{"factor":7}]})"};
  for (const char* envelope : texts) {
    for (const char* payload : texts) fold(workshop.state, envelope, payload);
  }
  EXPECT_EQ(workshop.state.offset, 1u + 49u);
  EXPECT_FALSE(workshop
                   .fold("not hexadecimal at all, not at all", Role::participant, "join",
                         json::Value::object())
                   .outcome.ok);
}

TEST(Fold, TwoPeopleNeverShareAnAliasWhileThereAreFreeOnes) {
  Workshop workshop;
  // Ids that begin alike draw the same words.
  for (const char* person : {"abc1", "abc2", "abc3"}) workshop.join(person);
  const auto& people = workshop.state.participants;
  EXPECT_FALSE(people[0].alias == people[1].alias);
  EXPECT_FALSE(people[1].alias == people[2].alias);
  EXPECT_FALSE(people[0].alias == people[2].alias);
}

}  // namespace
}  // namespace quorate::session

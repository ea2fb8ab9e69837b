// Pauses, waiting to be let in, reasons, a changed group or code, who is here, the server's clock.
#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

constexpr char kMeWithSeven[] = R"({"alias":[1,2],"group":"staff","answers":{"time":{"1":7}}})";

void because(Page& page, int value, const std::string& reason) {
  page.command(R"({"kind":"answer","factor":"time","round":1,"value":)" + std::to_string(value) +
               R"(,"reason":")" + reason + "\"}");
}

std::string pause_delta(int from, bool paused) {
  return R"({"t":"delta","from":)" + std::to_string(from) + R"(,"to":)" + std::to_string(from + 1) +
         R"(,"patch":{"paused":)" + (paused ? "true" : "null") + "}}";
}

std::string waiting_welcome(bool waiting) {
  return R"({"t":"welcome","v":1,"role":"anonymous","now_ms":1700000000000,"epoch":1,"offset":10,)"
         R"("connected":3,"view":{"phase":"live","setup":{},"joined":2})" +
         std::string(waiting ? R"(,"waiting":true})" : "}");
}

// --- reasons ---

TEST(ClientReason, IsSentWithItsAnswerAndKeptUntilTheOutcome_P3_12) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  because(page, 7, "no staff");
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("reason"), json::Value("no staff"));
  EXPECT_NE(page.storage["answer/time/1"].find(R"("reason":"no staff")"), std::string::npos);
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.storage.count("answer/time/1"), 0u);
}

TEST(ClientReason, IsRestoredFromTheStorageAndSentAgain_P3_6) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  because(page, 7, "no staff");
  const json::Value first = page.commands()[0];
  Start start = participant();
  start.kept = kept(page.storage);
  Page reloaded(start);
  reloaded.connect(welcome_participant(kTimeOpen));
  ASSERT_EQ(reloaded.commands().size(), 1u);
  EXPECT_EQ(reloaded.commands()[0], first);
}

TEST(ClientReason, ANewAnswerWithoutOneTakesItAway_P3_12) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  because(page, 7, "no staff");
  page.answer("time", 7);
  EXPECT_EQ(page.commands()[1].find("reason"), nullptr);
  EXPECT_EQ(page.storage["answer/time/1"].find("reason"), std::string::npos);
}

TEST(ClientReason, ThatIsTooLongIsComplainedOfAndNotSent_P3_12) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  because(page, 7, std::string(kReasonMost, 'x'));
  EXPECT_EQ(page.commands().size(), 1u);
  because(page, 8, std::string(kReasonMost + 1, 'x'));
  EXPECT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.complaints, 1);
}

TEST(ClientReason, ThatEscapesSixfoldIsRestoredAllTheSame) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  std::string reason;
  for (std::size_t i = 0; i < kReasonMost; ++i) reason += "\\u0001";
  because(page, 7, reason);
  Start start = participant();
  start.kept = kept(page.storage);
  Page reloaded(start);
  reloaded.connect(welcome_participant(kTimeOpen));
  ASSERT_EQ(reloaded.commands().size(), 1u);
  EXPECT_EQ(reloaded.commands()[0].find("reason")->as_string()->size(), kReasonMost);
}

// --- pause ---

TEST(ClientPause, AnswersWaitAndGoOutOnceWhenItEnds_P3_13) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.server(pause_delta(10, true));
  page.answer("time", 3);
  page.answer("time", 7);
  EXPECT_TRUE(page.commands().empty());
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"kept","value":7})");
  page.server(pause_delta(11, false));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("value"), json::Value(7));
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"");
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.shown("answers.time.state"), "\"saved\"");
  page.pass(5'000);
  EXPECT_EQ(page.commands().size(), 1u);
}

TEST(ClientPause, AnAnswerThatMetThePauseIsKeptAndTakenLaterUnderTheSameId_P3_13) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  page.refuse(0, "paused");
  EXPECT_EQ(page.storage.count("answer/time/1"), 1u);
  page.server(pause_delta(10, true));
  EXPECT_EQ(page.shown("answers.time.state"), "\"kept\"");
  EXPECT_EQ(page.shown("refusal"), "");
  page.pass(15'000);
  EXPECT_EQ(page.commands().size(), 1u) << "nothing is sent while it lasts";
  page.server(pause_delta(11, false));
  page.pass(15'000);
  ASSERT_EQ(page.commands().size(), 2u);
  EXPECT_EQ(page.commands()[1], page.commands()[0]);
}

TEST(ClientPause, LastsOverAReload) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.server(pause_delta(10, true));
  page.answer("time", 7);
  Start start = participant();
  start.kept = kept(page.storage);
  Page reloaded(start);
  std::string welcome = welcome_participant(kTimeOpen);
  welcome.replace(welcome.find(R"("phase")"), 0, R"("paused":true,)");
  reloaded.connect(welcome);
  EXPECT_TRUE(reloaded.commands().empty());
  EXPECT_EQ(reloaded.shown("answers.time.state"), "\"kept\"");
  reloaded.server(pause_delta(10, false));
  EXPECT_EQ(reloaded.commands().size(), 1u);
}

TEST(ClientPause, HoldsNoOtherCommandBack) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.server(pause_delta(10, true));
  page.command(R"({"kind":"more_time","wanted":true})");
  EXPECT_EQ(page.commands().size(), 1u);
}

// --- waiting ---

TEST(ClientWaiting, IsShownFromTheOutcomeUntilTheWelcome_P3_10) {
  Page page(participant());
  page.connect(waiting_welcome(false));
  page.command(R"({"kind":"join","group":"staff"})");
  page.server(R"({"t":"outcome","ok":true,"waiting":true,"id":)" +
              json::write(*page.commands().at(0).find("id")) + "}");
  EXPECT_EQ(page.shown("waiting"), "true");
  EXPECT_EQ(page.shown("working"), "{}");
  page.server(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("waiting"), "");
  EXPECT_EQ(page.shown("role"), "\"participant\"");
}

TEST(ClientWaiting, GoesOnAfterAReconnectWithoutAskingAgain_P3_10) {
  Page page(participant());
  page.connect(waiting_welcome(false));
  page.command(R"({"kind":"join","group":"staff"})");
  page.close();
  page.come_back(waiting_welcome(true));
  EXPECT_EQ(page.shown("waiting"), "true");
  EXPECT_TRUE(page.commands().empty());
}

TEST(ClientWaiting, EndsWhenTurnedAway_P3_10) {
  Page page(participant());
  page.connect(waiting_welcome(true));
  page.server(R"({"t":"own"})");
  EXPECT_EQ(page.shown("waiting"), "");
  EXPECT_EQ(page.shown("role"), "\"anonymous\"");
  EXPECT_TRUE(page.has_socket);
}

// --- the desk changes things ---

TEST(ClientOwn, ReplacesThePersonsOwnPart_P2_4) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen, R"({"time":{"1":7}})"));
  page.server(R"({"t":"own","me":{"alias":[1,2],"group":"lived","answers":{"time":{"1":3}}}})");
  EXPECT_EQ(page.shown("me.group"), "\"lived\"");
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"saved","value":3})");
}

TEST(ClientOwn, RemovedIsTheEnd_P3_11) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close(4007);
  EXPECT_EQ(page.shown("stop"), "\"removed\"");
  page.pass(60'000);
  EXPECT_FALSE(page.has_socket);
}

TEST(ClientCode, ChangesWhereTheDeskHasChangedIt_P4_5) {
  Page page(desk());
  page.connect(welcome_desk());
  page.server(R"({"t":"code","code":"MQRTWX"})");
  EXPECT_EQ(page.shown("code"), "\"MQRTWX\"");
}

TEST(ClientPresence, TellsADeskWhoIsHereAndHowManyDesksThereAre_P4_3) {
  Page page(desk());
  page.connect(welcome_desk());
  EXPECT_EQ(page.shown("here"), "");
  page.server(R"({"t":"presence","connected":5,"desks":2,"here":"b8"})");
  EXPECT_EQ(page.shown("here"), "\"b8\"");
  EXPECT_EQ(page.shown("desks"), "2");
  page.server(R"({"t":"presence","connected":0,"desks":1,"here":""})");
  EXPECT_EQ(page.shown("here"), "\"\"");
  EXPECT_EQ(page.shown("desks"), "1");
}

TEST(ClientClock, IsTheServersAtTheMomentOfTheWelcome_P2_3) {
  Page page(participant());
  page.pass(500);
  page.connect(welcome_participant(kTimeOpen));
  const std::string at = std::to_string(page.now);
  EXPECT_EQ(page.shown("clock"), R"({"at_ms":)" + at + R"(,"wall_ms":1700000000000})");
  page.pass(5'000);
  EXPECT_EQ(page.shown("clock.at_ms"), at);
}

// --- what a server never sends ---

class ClientHostileNews : public testing::TestWithParam<const char*> {};

TEST_P(ClientHostileNews, EndsTheConnectionAndNothingElse) {
  Page page(desk());
  page.connect(welcome_desk());
  const std::string before = json::write(*page.model.find("view")) + page.shown("code");
  page.server(GetParam());
  EXPECT_FALSE(page.has_socket);
  EXPECT_EQ(page.complaints, 1);
  EXPECT_EQ(json::write(*page.model.find("view")) + page.shown("code"), before);
}

INSTANTIATE_TEST_SUITE_P(
    All, ClientHostileNews,
    testing::Values(
        R"({"t":"own","me":7})", R"({"t":"own","me":{"x":0.5}})", R"({"t":"own","waiting":1})",
        R"({"t":"outcome","id":"a","ok":true,"waiting":"yes"})", R"({"t":"code"})",
        R"({"t":"code","code":""})", R"({"t":"code","code":7})", R"({"t":"code","code":"FHK2470"})",
        R"({"t":"presence","connected":1,"desks":-1})",
        R"({"t":"presence","connected":1,"desks":"2"})",
        R"({"t":"presence","connected":1,"desks":1,"here":[1]})",
        R"({"t":"welcome","v":1,"role":"facilitator","epoch":1,"offset":1,"connected":1,"view":{}})",
        R"({"t":"welcome","v":1,"role":"facilitator","now_ms":-1,"epoch":1,"offset":1,"connected":1,"view":{}})",
        R"({"t":"welcome","v":1,"role":"facilitator","now_ms":1,"waiting":7,"epoch":1,"offset":1,"connected":1,"view":{}})"));

TEST(ClientHostileView, APauseThatIsNoTruthValueIsNoPause) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.server(R"({"t":"delta","from":10,"to":11,"patch":{"paused":"yes"}})");
  page.answer("time", 7);
  EXPECT_EQ(page.commands().size(), 1u);
}

}  // namespace
}  // namespace quorate::client

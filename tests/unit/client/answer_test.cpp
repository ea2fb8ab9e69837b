// Answers from the tap to the outcome: P3.1–P3.6.
#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

constexpr char kMeWithSeven[] = R"({"alias":[1,2],"group":"staff","answers":{"time":{"1":7}}})";

std::string id_of(const json::Value& command) { return *command.find("id")->as_string(); }

TEST(ClientAnswer, IsSentWithAnIdAndANonce_P3_1) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  const auto commands = page.commands();
  ASSERT_EQ(commands.size(), 1u);
  const json::Value& command = commands[0];
  EXPECT_EQ(id_of(command).size(), 24u);
  EXPECT_EQ(command.find("nonce")->as_string()->size(), 32u);
  EXPECT_EQ(*command.find("kind"), json::Value("answer"));
  EXPECT_EQ(*command.find("factor"), json::Value("time"));
  EXPECT_EQ(*command.find("round"), json::Value(1));
  EXPECT_EQ(*command.find("value"), json::Value(7));
  EXPECT_EQ(command.as_object()->size(), 7u) << json::write(command);
}

TEST(ClientAnswer, IsSavedOnlyAfterItsOutcome) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"sending","value":7})");
  page.server(R"({"t":"delta","from":10,"to":11,"patch":{"questions":{"time":{"answered":1}}}})");
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"") << "the count may be anybody's";
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"saved","value":7})");
}

TEST(ClientAnswer, IsKeptOnThePhoneExactlyUntilItsOutcome) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.stored.clear();
  page.answer("time", 7);
  EXPECT_EQ(page.stored, std::vector<std::string>{"keep answer/time/1"});
  page.close();
  page.come_back(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.stored.size(), 1u);
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.stored.back(), "forget answer/time/1");
  EXPECT_EQ(page.stored.size(), 2u);
}

TEST(ClientAnswer, LostMidwayIsSentAgainWithTheSameId_P3_6) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  const json::Value first = page.commands().at(0);
  page.close();
  page.come_back(welcome_participant(kTimeOpen));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.commands()[0], first);
}

TEST(ClientAnswer, LostAfterItWasRecordedIsSettledByTheSameId_P3_3) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  const std::string id = id_of(page.commands().at(0));
  page.close();
  page.come_back(welcome_participant(kTimeOpen, R"({"time":{"1":7}})"));
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"") << "its outcome is still to come";
  EXPECT_EQ(id_of(page.commands().at(0)), id);
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.shown("answers.time.state"), "\"saved\"");
}

TEST(ClientAnswer, GivenOfflineIsKeptAndSentOnceBack) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.network(false);
  page.close();
  page.answer("time", 7);
  EXPECT_EQ(page.shown("answers.time.state"), "\"kept\"");
  page.pass(kFreshMs + kGraceMs);
  if (page.has_socket) page.close();
  page.network(true);
  if (!page.has_socket) page.pass(page.due[Timer::retry] - page.now);
  page.connect(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"");
  ASSERT_EQ(page.commands().size(), 1u);
}

TEST(ClientAnswer, DuringTheGraceIsStillBeingSent) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close();
  page.answer("time", 7);
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"");
  page.pass(kGraceMs);
  EXPECT_EQ(page.shown("answers.time.state"), "\"kept\"");
}

TEST(ClientAnswer, TheLaterSupersedesOneNotYetSent) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close();
  page.answer("time", 3);
  page.answer("time", 8);
  EXPECT_EQ(page.storage.size(), 2u) << "the secret and one answer";
  page.come_back(welcome_participant(kTimeOpen));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("value"), json::Value(8));
}

TEST(ClientAnswer, TwoInQuickSuccessionAreBothSentInOrder) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 3);
  page.answer("time", 8);
  const auto commands = page.commands();
  ASSERT_EQ(commands.size(), 2u);
  EXPECT_NE(id_of(commands[0]), id_of(commands[1]));
  page.accept(0, R"({"alias":[1,2],"group":"staff","answers":{"time":{"1":3}}})");
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"sending","value":8})")
      << "the first being saved says nothing of the second";
  EXPECT_EQ(page.storage.count("answer/time/1"), 1u);
  page.accept(1, R"({"alias":[1,2],"group":"staff","answers":{"time":{"1":8}}})");
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"saved","value":8})");
  EXPECT_EQ(page.storage.count("answer/time/1"), 0u);
}

TEST(ClientAnswer, ASupersededOneIsNotSentAgainAfterALoss) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 3);
  page.answer("time", 8);
  page.close();
  page.come_back(welcome_participant(kTimeOpen));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("value"), json::Value(8));
}

TEST(ClientAnswer, ARefusalIsShownAndLeavesTheStorage_P3_4) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  page.refuse(0, "not_open");
  EXPECT_EQ(page.shown("answers.time"),
            R"({"code":"not_open","round":1,"state":"refused","value":7})");
  EXPECT_EQ(page.shown("refusal"), "") << "an answer's refusal stands with the answer";
  EXPECT_EQ(page.storage.count("answer/time/1"), 0u);
  page.close();
  page.come_back(welcome_participant(kTimeOpen));
  EXPECT_TRUE(page.commands().empty());
}

TEST(ClientAnswer, CanBeGivenAgainAfterARefusal) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  page.refuse(0, "not_open");
  page.answer("time", 6);
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"sending","value":6})");
}

class ClientPassing : public testing::TestWithParam<const char*> {};

TEST_P(ClientPassing, RefusalIsTriedAgainWithTheSameId_P3_8) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  page.refuse(0, GetParam());
  EXPECT_EQ(page.shown("answers.time.state"), "\"kept\"");
  EXPECT_EQ(page.storage.count("answer/time/1"), 1u);
  ASSERT_EQ(page.due.count(Timer::again), 1u);
  EXPECT_LE(page.due[Timer::again] - page.now, 1'000);
  page.pass(page.due[Timer::again] - page.now);
  ASSERT_EQ(page.commands().size(), 2u);
  EXPECT_EQ(page.commands()[0], page.commands()[1]);
}

INSTANTIATE_TEST_SUITE_P(All, ClientPassing,
                         testing::Values("busy", "too_fast", "too_many_pending", "read_only"));

TEST(ClientAnswer, AtMostEightAreUnderWay_P3_5) {
  std::string questions = "{";
  for (int i = 0; i < 12; ++i) {
    questions += (i == 0 ? "\"f" : ",\"f") + std::to_string(i) +
                 R"(":{"state":"open","round":1,"answered":0})";
  }
  questions += "}";
  Page page(participant());
  page.connect(welcome_participant(questions));
  for (int i = 0; i < 12; ++i) page.answer("f" + std::to_string(i), 5);
  EXPECT_EQ(page.commands().size(), 8u);
  EXPECT_EQ(page.storage.size(), 13u) << "the ones that wait are on the phone too";
  page.accept(0);
  EXPECT_EQ(page.commands().size(), 9u);
  for (std::size_t i = 1; i < 12; ++i) page.accept(i);
  EXPECT_EQ(page.commands().size(), 12u);
  EXPECT_EQ(page.storage.size(), 1u);
}

TEST(ClientAnswer, OneChangedTenTimesKeepsToTheEightToo_P3_5) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  for (int n = 0; n < 10; ++n) page.answer("time", 1 + n % 9);
  EXPECT_EQ(page.commands().size(), 8u);
  page.accept(0);
  ASSERT_EQ(page.commands().size(), 9u) << "the ninth was superseded before it was sent";
  EXPECT_EQ(*page.commands()[8].find("value"), json::Value(1));
}

TEST(ClientAnswer, AcknowledgedButMissingFromMeIsOfferedAgain_P3_6) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  const json::Value first = page.commands().at(0);
  page.accept(0, kMeWithSeven);
  page.close();
  // The server was restored from before the answer: a new epoch, the same question open.
  page.come_back(welcome_participant(kTimeOpen, "{}", 2, 9));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.commands()[0], first) << "the same id and nonce";
  EXPECT_EQ(page.shown("answers.time.state"), "\"sending\"");
  EXPECT_EQ(page.storage.count("answer/time/1"), 1u);
  page.accept(0, kMeWithSeven);
  EXPECT_EQ(page.shown("answers.time.state"), "\"saved\"");
  EXPECT_EQ(page.storage.count("answer/time/1"), 0u);
}

TEST(ClientAnswer, IsNotOfferedAgainWhenTheRoundIsOver_P3_6) {
  for (const char* question : {R"({"time":{"state":"open","round":2,"answered":0}})",
                               R"({"time":{"state":"closed","round":1,"answered":0}})",
                               R"({"time":{"state":"revealed","round":1,"answered":0}})", "{}"}) {
    Page page(participant());
    page.connect(welcome_participant(kTimeOpen));
    page.answer("time", 7);
    page.accept(0, kMeWithSeven);
    page.close();
    page.come_back(welcome_participant(question, "{}", 2, 9));
    EXPECT_TRUE(page.commands().empty()) << question;
  }
}

TEST(ClientAnswer, APersonTheServerLostJoinsAgainAsBefore_P3_6) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 7);
  page.accept(0, kMeWithSeven);
  page.close();
  page.come_back(
      R"({"t":"welcome","v":1,"role":"anonymous","now_ms":1700000000000,"epoch":2,"offset":3,"connected":1,)"
      R"("view":{"phase":"live","setup":{},"joined":0}})");
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("kind"), json::Value("join"));
  EXPECT_EQ(*page.commands()[0].find("group"), json::Value("staff"));
  page.accept(0, R"({"alias":[1,2],"group":"staff","answers":{}})");
  page.server(welcome_participant(kTimeOpen, "{}", 2, 4));
  ASSERT_EQ(page.commands().size(), 2u);
  EXPECT_EQ(*page.commands()[1].find("kind"), json::Value("answer"));
}

TEST(ClientAnswer, OnlyOfTheCurrentRoundIsShown) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen, R"({"time":{"1":7}})"));
  EXPECT_EQ(page.shown("answers.time.value"), "7");
  page.server(R"({"t":"delta","from":10,"to":11,"patch":{"questions":{"time":{"round":2}}}})");
  EXPECT_EQ(page.shown("answers"), "{}");
  EXPECT_EQ(page.shown("me.answers.time.1"), "7");
}

TEST(ClientStorage, GivesWhatWasKeptBackToTheNextPage) {
  std::map<std::string, std::string> storage;
  json::Value first;
  {
    Start start = participant();
    start.secret.clear();
    Page page(start);
    page.connect(welcome_participant(kTimeOpen));
    page.answer("time", 7);
    first = page.commands().at(0);
    storage = page.storage;
  }
  Start start = participant();
  start.random.fill(99);
  start.secret.clear();
  start.kept = kept(storage);
  Page page(start);
  EXPECT_TRUE(page.stored.empty()) << "it is there already";
  page.connect(welcome_participant(kTimeOpen));
  EXPECT_EQ(*page.sent[0].find("secret"), json::Value(storage.at("secret")));
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.commands()[0], first);
}

TEST(ClientStorage, DrawsASecretForANewPhoneAndKeepsIt) {
  Start start = participant();
  start.secret.clear();
  Page page(start);
  ASSERT_EQ(page.stored, std::vector<std::string>{"keep secret"});
  EXPECT_EQ(page.storage.at("secret").size(), 32u);
  page.open();
  EXPECT_EQ(*page.sent[0].find("secret"), json::Value(page.storage.at("secret")));
}

TEST(ClientStorage, ADeskKeepsNothing) {
  Page page(desk());
  page.connect(welcome_desk());
  EXPECT_TRUE(page.stored.empty());
}

TEST(ClientStorage, WhatCannotBeReadIsForgottenAndNotSent) {
  Start start = participant();
  start.kept = {
      {"answer/time/1", "not json"},
      {"answer/time/2", "{}"},
      {"answer/legal/1", R"({"factor":"power","id":"aaaaaaaaaaaaaaaaaaaaaaaa","nonce":)"
                         R"("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","round":1,"value":3})"},
      {"answer/power/1", R"({"factor":"power","id":"aaaaaaaaaaaaaaaaaaaaaaaa","nonce":)"
                         R"("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","round":1,"value":11})"},
      {"theme", "dark"},
  };
  Page page(start);
  EXPECT_EQ(page.stored, (std::vector<std::string>{"forget answer/time/1", "forget answer/time/2",
                                                   "forget answer/legal/1", "forget answer/power/1",
                                                   "keep secret"}));
  page.connect(welcome_participant(kTimeOpen));
  EXPECT_TRUE(page.commands().empty());
}

TEST(ClientStorage, TakingOverUsesWhatTheOtherTabLeft_P2_6) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.answer("time", 3);
  page.close(4006);
  // The other tab sent it, the person then answered 8 there, and that was saved.
  page.storage.erase("answer/time/1");
  page.take_over(kept(page.storage));
  page.connect(welcome_participant(kTimeOpen, R"({"time":{"1":8}})"));
  EXPECT_TRUE(page.commands().empty());
  EXPECT_EQ(page.shown("answers.time"), R"({"round":1,"state":"saved","value":8})");
}

}  // namespace
}  // namespace quorate::client

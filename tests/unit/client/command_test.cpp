// Joining and the commands of the desk: P2.4, P3.1–P3.8.
#include <gtest/gtest.h>

#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

TEST(ClientJoin, IsACommandAndBringsAWholeWelcome_P2_4) {
  Page page(participant());
  page.connect(welcome_anonymous());
  EXPECT_EQ(page.shown("role"), "\"anonymous\"");
  page.command(R"({"kind":"join","group":"staff"})");
  EXPECT_EQ(page.shown("working.join"), "true");
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(*page.commands()[0].find("group"), json::Value("staff"));
  page.accept(0, R"({"alias":[1,2],"group":"staff","answers":{}})");
  EXPECT_EQ(page.shown("working"), "{}");
  page.server(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("role"), "\"participant\"");
  EXPECT_EQ(page.shown("view.questions.time.state"), "\"open\"");
}

TEST(ClientJoin, TheWelcomeMayComeBeforeTheOutcome_P2_4) {
  Page page(participant());
  page.connect(welcome_anonymous());
  page.command(R"({"kind":"join"})");
  page.server(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("working.join"), "true");
  page.accept(0, R"({"alias":[1,2],"group":"unsaid","answers":{}})");
  EXPECT_EQ(page.shown("working"), "{}");
  EXPECT_EQ(page.shown("refusal"), "");
}

TEST(ClientJoin, LostMidwayIsSentAgainWithTheSameId_P3_1) {
  Page page(participant());
  page.connect(welcome_anonymous());
  page.command(R"({"kind":"join","group":"staff"})");
  const json::Value first = page.commands().at(0);
  page.close();
  page.come_back(welcome_anonymous());
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.commands()[0], first);
}

TEST(ClientJoin, IsOverWhenTheNextWelcomeKnowsThePerson) {
  Page page(participant());
  page.connect(welcome_anonymous());
  page.command(R"({"kind":"join","group":"staff"})");
  page.close();
  page.come_back(welcome_participant(kTimeOpen));
  EXPECT_TRUE(page.commands().empty());
  EXPECT_EQ(page.shown("working"), "{}");
}

TEST(ClientJoin, AnAnswerWaitsForIt) {
  Page page(participant());
  page.connect(welcome_anonymous());
  page.answer("time", 7);
  EXPECT_TRUE(page.commands().empty());
  page.command(R"({"kind":"join"})");
  page.accept(0, R"({"alias":[1,2],"group":"unsaid","answers":{}})");
  page.server(welcome_participant(kTimeOpen));
  ASSERT_EQ(page.commands().size(), 2u);
}

TEST(ClientDesk, ShowsTheCodeAndWhatIsUnderWay) {
  Page page(desk());
  page.connect(welcome_desk());
  EXPECT_EQ(page.shown("code"), "\"FHK247\"");
  page.command(R"({"in":"command","kind":"open","questions":[{"factor":"time","round":1}]})");
  EXPECT_EQ(page.shown("working"), R"({"open":true})");
  ASSERT_EQ(page.commands().size(), 1u);
  EXPECT_EQ(page.commands()[0].find("in"), nullptr);
  page.accept(0);
  EXPECT_EQ(page.shown("working"), "{}");
}

TEST(ClientDesk, TheSameCommandTwiceIsSentOnce) {
  Page page(desk());
  page.connect(welcome_desk());
  page.command(R"({"kind":"reveal","questions":[{"factor":"time","round":1}]})");
  page.command(R"({"kind":"reveal","questions":[{"factor":"time","round":1}]})");
  EXPECT_EQ(page.commands().size(), 1u);
  page.command(R"({"kind":"reveal","questions":[{"factor":"legal","round":1}]})");
  EXPECT_EQ(page.commands().size(), 2u);
}

TEST(ClientDesk, ShowsARefusalUntilItIsReadOrThePersonActs_P3_4) {
  Page page(desk());
  page.connect(welcome_desk());
  page.command(R"({"kind":"end"})");
  page.refuse(0, "ended");
  EXPECT_EQ(page.shown("refusal"), R"({"code":"ended","kind":"end"})");
  page.dismiss();
  EXPECT_EQ(page.shown("refusal"), "");
  page.command(R"({"kind":"end"})");
  page.refuse(1, "ended");
  page.command(R"({"kind":"end"})");
  EXPECT_EQ(page.shown("refusal"), "");
}

TEST(ClientDesk, ShowsTheFieldOfARefusal_P3_2) {
  Page page(desk());
  page.connect(welcome_desk());
  page.command(R"({"kind":"open","questions":[{"factor":"tme","round":1}]})");
  page.server(R"({"t":"outcome","id":)" + std::string("\"") +
              *page.commands()[0].find("id")->as_string() +
              R"(","ok":false,"code":"unknown_factor","field":"questions[0].factor"})");
  EXPECT_EQ(page.shown("refusal"),
            R"({"code":"unknown_factor","field":"questions[0].factor","kind":"open"})");
}

TEST(ClientDesk, NinthCommandUnderWayIsRefusedHere_P3_5) {
  Page page(desk());
  page.connect(welcome_desk());
  for (int round = 1; round <= 9; ++round) {
    page.command(R"({"kind":"open","questions":[{"factor":"time","round":)" +
                 std::to_string(round) + "}]}");
  }
  EXPECT_EQ(page.commands().size(), 8u);
  EXPECT_EQ(page.shown("refusal"), R"({"code":"too_many_pending","kind":"open"})");
}

TEST(ClientDesk, ABusyServerIsAskedAgainWithTheSameId_P3_8) {
  Page page(desk());
  page.connect(welcome_desk());
  page.command(R"({"kind":"end"})");
  page.refuse(0, "busy");
  EXPECT_EQ(page.shown("refusal"), "");
  page.pass(page.due.at(Timer::again) - page.now);
  ASSERT_EQ(page.commands().size(), 2u);
  EXPECT_EQ(page.commands()[0], page.commands()[1]);
  page.refuse(1, "read_only");
  EXPECT_EQ(page.shown("refusal.code"), "\"read_only\"") << "it may stay so: the person decides";
}

TEST(ClientDesk, AnOutcomeOfNothingOfOursIsIgnored) {
  Page page(desk());
  page.connect(welcome_desk());
  page.server(R"({"t":"outcome","id":"aaaaaaaaaaaaaaaaaaaaaaaa","ok":true})");
  EXPECT_TRUE(page.has_socket);
}

TEST(ClientDesk, AServersComplaintIsShown_P4_4) {
  Page page(desk());
  page.connect(welcome_desk());
  page.server(R"({"t":"error","code":"bad_message"})");
  EXPECT_EQ(page.shown("refusal"), R"({"code":"bad_message"})");
}

TEST(ClientCommand, ThatCannotBeSentIsNot_P6_1) {
  Page page(desk());
  page.connect(welcome_desk());
  page.command("{}");
  page.command(R"({"kind":"x","a":[[[[[[[[[1]]]]]]]]]})");
  page.command(R"({"kind":"x","a":1.5})");
  page.command(R"({"kind":"x","a":")" + std::string(9'000, 'x') + "\"}");
  page.command(R"({"kind":"answer","factor":"time","round":1,"value":10})");
  page.command(R"({"kind":"answer","factor":"time","value":1})");
  EXPECT_EQ(page.complaints, 6);
  EXPECT_TRUE(page.commands().empty());
}

}  // namespace
}  // namespace quorate::client

#include "shared/session/view.hpp"

#include <gtest/gtest.h>

#include "shared/json/patch.hpp"
#include "shared/json/write.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

constexpr Role kRoles[] = {Role::anonymous, Role::participant, Role::facilitator, Role::wall};

std::string text(const Workshop& workshop, Role role) {
  return json::write(view(workshop.state, role));
}

// Eight people, everybody answers `time` with `value`.
Workshop voted(const json::Value& value) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  for (const char* person : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
    workshop.join(person);
    workshop.answer(person, "time", value);
  }
  return workshop;
}

TEST(View, P5_1_BeforeTheRevealNoViewDependsOnTheRatings) {
  for (const json::Value& other : {json::Value(2), json::Value("dk"), json::Value("na")}) {
    const Workshop nine = voted(9);
    const Workshop differs = voted(other);
    for (const Role role : kRoles) EXPECT_EQ(text(nine, role), text(differs, role)) << name(role);
  }
}

TEST(View, TheRevealShowsThePublishedValueToEverybodyInTheRoom) {
  Workshop workshop = voted(9);
  workshop.desk("reveal", "time:1");
  for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
    EXPECT_NE(view(workshop.state, role).find("published"), nullptr);
  }
  EXPECT_EQ(view(workshop.state, Role::anonymous).find("published"), nullptr);
}

TEST(View, ASecondRoundDoesNotTouchWhatIsPublishedUntilItsOwnReveal) {
  Workshop workshop = voted(9);
  workshop.desk("reveal", "time:1");
  const std::string before = json::write(engine::to_json(*published(workshop.state)));
  workshop.desk("open", "time:2");
  workshop.answer("1", "time", 1, 2);
  EXPECT_EQ(json::write(engine::to_json(*published(workshop.state))), before);
  workshop.desk("reveal", "time:2");
  EXPECT_NE(json::write(engine::to_json(*published(workshop.state))), before);
}

TEST(View, OnlyDesksSeeWhoIsHereAndHowManyOpenQuestionsTheyAnswered) {
  Workshop workshop = voted(9);
  workshop.desk("open", "power:1");
  const json::Value desk = view(workshop.state, Role::cofacilitator);
  const json::Value* person = desk.find("people")->find(person_id("1"));
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(*person->find("group"), json::Value("staff"));
  EXPECT_EQ(*person->find("answered"), json::Value(1));
  EXPECT_EQ(view(workshop.state, Role::participant).find("people"), nullptr);
  EXPECT_EQ(view(workshop.state, Role::wall).find("people"), nullptr);
}

// By round, of `time`.
std::string of(const Workshop& workshop, Role role = Role::participant) {
  const json::Value value = view(workshop.state, role);
  const json::Value* found = value.find("questions")->find("time")->find("of");
  return found == nullptr ? "" : json::write(*found);
}

TEST(ViewOf, SaysOfEachRoundThatIsShownHowManyHadJoinedWhenItClosed) {
  Workshop workshop = voted(9);
  workshop.join("9");  // and does not answer
  EXPECT_EQ(of(workshop), "");
  workshop.desk("close", "time:1");
  EXPECT_EQ(of(workshop), "")
      << "whom the desk answers for until it is shown is no phone's to know";
  workshop.join("a");
  EXPECT_EQ(of(workshop, Role::wall), "[9]") << "beside how many have answered";
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(of(workshop), "[9]");
  EXPECT_EQ(of(workshop, Role::facilitator), "[9]");
  workshop.desk("open", "time:2");
  EXPECT_EQ(of(workshop), "[9]");
  workshop.desk("reveal", "time:2");
  EXPECT_EQ(of(workshop), "[9,10]") << "closed by showing them";
}

TEST(ViewOf, IsChangedByNobodyWhoComesOrGoesAfterThat) {
  Workshop workshop = voted(9);
  workshop.desk("close", "time:1");
  workshop.desk_says("remove", about("1"));
  workshop.desk_says("merge", about("2", R"("into":")" + person_id("3") + "\""));
  workshop.join("9");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(of(workshop), "[8]");
  workshop.desk_says("remove", about("3"));
  EXPECT_EQ(of(workshop), "[8]");
}

TEST(ViewOf, CountsAnewWhenTheRoundIsOpenedAgain) {
  Workshop workshop = voted(9);
  workshop.desk("close", "time:1");
  workshop.desk_says("remove", about("1"));
  workshop.desk("open", "time:1");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(of(workshop), "[7]");
}

TEST(ViewOf, CountsThoseWithoutAPhoneAndWhoeverCameLaterAndWasAnsweredFor) {
  Workshop workshop = voted(9);
  workshop.desk_says("proxy_join", about("a", R"("group":"staff")"));
  workshop.desk("close", "time:1");
  const auto answer_for = [&](const char* person) {
    workshop.desk_says("proxy_answer",
                       about(person, R"("factor":"time","round":1,"value":4,)"
                                     R"("nonce":"cccccccccccccccccccccccccccccccc")"));
  };
  answer_for("a");
  for (const char* later : {"b", "c"}) {
    workshop.desk_says("proxy_join", about(later, R"("group":"staff")"));
  }
  answer_for("b");
  answer_for("b");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(workshop.state.questions[1].rounds[0].answered, 10U);
  EXPECT_EQ(of(workshop), "[10]");
}

TEST(ViewOf, CountsNobodyTwiceWhoseAnswerBecameThatOfSomebodyWhoCameLater) {
  Workshop workshop = voted(9);
  workshop.desk("close", "time:1");
  workshop.join("9");
  workshop.desk_says("merge", about("1", R"("into":")" + person_id("9") + "\""));
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(workshop.state.questions[1].rounds[0].answered, 8U);
  EXPECT_EQ(of(workshop), "[8]");
}

TEST(View, OnesOwnAnswersGoByQuestionAndRound) {
  Workshop workshop = voted(9);
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "time:2");
  workshop.answer("1", "time", "dk", 2);
  EXPECT_EQ(json::write(*me(workshop.state, 0).find("answers")), R"({"time":{"1":9,"2":"dk"}})");
  EXPECT_EQ(json::write(*me(workshop.state, 1).find("answers")), R"({"time":{"1":9}})");
}

bool has_null(const json::Value& value) {
  if (value.is_null()) return true;
  if (const auto* members = value.as_object()) {
    for (const json::Member& member : *members) {
      if (has_null(member.value)) return true;
    }
  }
  return false;
}

TEST(View, HoldsNoNullSoThatADifferenceIsAMergePatch) {
  Workshop workshop = voted(9);
  std::vector<json::Value> views;
  views.push_back(view(workshop.state, Role::facilitator));
  workshop.desk("reveal", "time:1");
  views.push_back(view(workshop.state, Role::facilitator));
  workshop.desk("open", "time:2");
  workshop.end();
  views.push_back(view(workshop.state, Role::facilitator));
  for (std::size_t i = 0; i < views.size(); ++i) {
    EXPECT_FALSE(has_null(views[i]));
    json::Value replica = views[0];
    if (auto patch = json::difference(views[0], views[i])) json::apply(replica, *patch);
    EXPECT_EQ(replica, views[i]);
  }
}

}  // namespace
}  // namespace quorate::session

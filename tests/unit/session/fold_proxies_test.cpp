// Answers that the desk gives for people without a phone (P3.11).
#include <gtest/gtest.h>

#include <vector>

#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/time_question.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

TEST(Proxy, IsAnsweredForByTheDeskWhileNobodyHasSeenTheAnswers) {
  Workshop workshop;
  workshop.desk_says("proxy_join", about("c", R"("group":"lived")"));
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_answer", proxy_answer("c", 4))), "ok");
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_answer", proxy_answer("c", 5))), "ok");
  workshop.desk("close", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_answer", proxy_answer("c", 6))), "ok");
  EXPECT_EQ(counts(workshop), "1 lived 000001000 staff 000000000");
  workshop.desk("reveal", "time:1");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_answer", proxy_answer("c", 7))), "not_open");
}

// Those with these names answer `time`, each on a phone of their own; the desk answers for the
// others.
Workshop answered(const std::vector<const char*>& phones, const std::vector<const char*>& proxies) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  for (const char* person : phones) {
    workshop.join(person);
    workshop.answer(person, "time", 7);
  }
  for (const char* person : proxies) {
    workshop.desk_says("proxy_join", about(person, R"("group":"lived")"));
    workshop.desk_says("proxy_answer", proxy_answer(person, 4));
  }
  return workshop;
}

bool shows_counts(Workshop workshop) {
  workshop.desk("reveal", "time:1");
  const std::string published =
      json::write(*view(workshop.state, Role::facilitator).find("published"));
  for (const Role role : {Role::participant, Role::cofacilitator, Role::wall}) {
    EXPECT_EQ(json::write(*view(workshop.state, role).find("published")), published);
  }
  return published.find("counts") != std::string::npos;
}

TEST(Proxy, AnswersDoNotHideOnePersonsFromTheDeskThatGaveThem) {
  EXPECT_FALSE(shows_counts(answered({"1"}, {"a", "b", "c", "d"})));
  EXPECT_FALSE(shows_counts(answered({"1", "2", "3", "4"}, {"a"})));
  EXPECT_TRUE(shows_counts(answered({"1", "2", "3", "4", "5"}, {"a"})));
  EXPECT_TRUE(shows_counts(answered({}, {"a", "b", "c", "d", "e"}))) << "nobody's to hide";
}

TEST(Proxy, NoViewTellsWhichRatingIsTheirs) {
  Workshop one = answered({"1", "2", "3", "4", "5", "6"}, {"a"});
  Workshop other = one;
  other.answer("1", "time", 4);
  other.desk_says("proxy_answer", proxy_answer("a", 7));
  for (Workshop* workshop : {&one, &other}) workshop->desk("reveal", "time:1");
  EXPECT_TRUE(published(one.state)->factors[kTime].counts);
  for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
    EXPECT_EQ(json::write(view(one.state, role)), json::write(view(other.state, role)));
  }
}

TEST(Proxy, AnAnswerIsTheDesksAlsoWhereItBecomesSomebodyElses) {
  Workshop workshop = answered({"1", "2", "3", "4"}, {"a"});
  workshop.join("5");
  workshop.desk_says("merge", about("a", into("5")));
  EXPECT_EQ(round_of(workshop).answered, 5u);
  EXPECT_FALSE(shows_counts(workshop));
  workshop.answer("5", "time", 6);
  EXPECT_TRUE(shows_counts(workshop)) << "their own now";
}

TEST(Proxy, WhatAPhoneAnsweredIsItsOwnAlsoWhereItIsMergedIntoSomebodyWithoutOne) {
  Workshop workshop = answered({"1", "2", "3", "4", "5"}, {});
  workshop.desk_says("proxy_join", about("a", R"("group":"lived")"));
  workshop.desk_says("merge", about("5", into("a")));
  EXPECT_TRUE(shows_counts(workshop));
}

TEST(Proxy, AnswersAreCountedAsTheDesksInEveryGroupTheyAreMovedTo) {
  Workshop workshop = answered({"1"}, {"a"});
  workshop.desk_says("proxy_answer", proxy_answer("a", 5));
  EXPECT_EQ(round_of(workshop).counts.proxies(0, kLived), 1);
  workshop.desk_says("regroup", about("a", R"("group":"staff")"));
  EXPECT_EQ(round_of(workshop).counts.proxies(0, kLived), 0);
  EXPECT_EQ(round_of(workshop).counts.proxies(0, kStaff), 1);
  workshop.desk_says("remove", about("a"));
  EXPECT_EQ(round_of(workshop).counts.proxies(0, kStaff), 0);
  EXPECT_EQ(round_of(workshop).by_proxy, 0u);
}

TEST(Proxy, CountsAmongThoseWhoJoinedAndIsMarked) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk_says("proxy_join", about("c", R"("group":"lived")"));
  EXPECT_EQ(workshop.state.joined, 2u);
  EXPECT_EQ(*view(workshop.state, Role::anonymous).find("proxies"), json::Value(1));
  workshop.desk_says("remove", about("c"));
  EXPECT_EQ(workshop.state.joined, 1u);
  EXPECT_EQ(view(workshop.state, Role::anonymous).find("proxies"), nullptr);
}

TEST(Proxy, IsNotSpokenForByAPhoneThatHasTheirId) {
  Workshop workshop;
  workshop.desk_says("proxy_join", about("c", R"("group":"lived")"));
  workshop.desk("open", "time:1");
  workshop.desk_says("proxy_answer", proxy_answer("c", 4));
  EXPECT_EQ(came_to(workshop.answer("c", "time", 9)), "not_joined");
  EXPECT_EQ(came_to(workshop.person_says("c", "more_time", R"({"wanted":true})")), "not_joined");
  EXPECT_EQ(counts(workshop), "1 lived 000100000 staff 000000000");
}

TEST(Proxy, OnlyTheDeskSpeaksForThem) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk_says("proxy_join", about("c", R"("group":"lived")"));
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.person_says("a", "proxy_answer", proxy_answer("c", 4))),
            "not_allowed_role");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_answer", proxy_answer("a", 4))),
            "unknown_participant");
}

}  // namespace
}  // namespace quorate::session

// What each role gets (PROTOCOL.md section 5), and the desk's advice to stop asking again.
#include <gtest/gtest.h>

#include <set>

#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

using Names = std::set<std::string>;

const char* const kPeople[] = {"1", "2", "3", "4", "5", "6"};

// Something of everything: a pause, a timer, a decision, a reason, people without phones, waiting.
Workshop full() {
  Workshop workshop;
  for (const char* person : kPeople) workshop.join(person);
  workshop.desk_says("proxy_join", about("a", R"("group":"lived")"));
  workshop.desk("open", "time:1");
  for (const char* person : kPeople) workshop.answer_because(person, "time", 5, "because");
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "power:1");
  workshop.desk_says(
      "invite", R"({"group":"lived","tickets":[")" + ticket("1") + "\",\"" + ticket("2") + "\"]}");
  workshop.person_says("7", "join", R"({"ticket":")" + ticket("1") + "\"}");
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("8", "lived");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.desk_says("note", R"({"text":"n"})");
  workshop.desk_says("decide", R"({"approach":3,"shared":["design"]})");
  workshop.desk_says("skip", R"({"factor":"trust","skipped":true})");
  workshop.desk_says("fact", R"({"factor":"trust","text":{"en":"f"}})");
  workshop.person_says("1", "more_time", R"({"wanted":true})");
  return workshop;
}

Names members_of(const Workshop& workshop, Role role) {
  Names names;
  const json::Value seen = view(workshop.state, role);
  for (const json::Member& member : *seen.as_object()) names.insert(member.key);
  return names;
}

TEST(ViewRoles, EachGetsItsPartAndNoMore) {
  const Workshop workshop = full();
  const Names anonymous = {"door", "joined", "phase", "proxies", "setup"};
  Names room = anonymous;
  room.insert({"decision", "focus", "paused", "published", "questions", "reasons", "timer"});
  Names desk = room;
  desk.insert({"invitations", "notes", "people", "waiting"});
  EXPECT_EQ(members_of(workshop, Role::anonymous), anonymous);
  EXPECT_EQ(members_of(workshop, Role::participant), room);
  EXPECT_EQ(members_of(workshop, Role::wall), room);
  EXPECT_EQ(members_of(workshop, Role::facilitator), desk);
  EXPECT_EQ(members_of(workshop, Role::cofacilitator), desk);
}

TEST(ViewRoles, HowManyHaveAnsweredIsForDesksAndWalls) {
  const Workshop workshop = full();
  const auto counts = [&](Role role) {
    return view(workshop.state, role).find("questions")->find("time")->find("answered") != nullptr;
  };
  EXPECT_TRUE(counts(Role::facilitator));
  EXPECT_TRUE(counts(Role::cofacilitator));
  EXPECT_TRUE(counts(Role::wall));
  EXPECT_FALSE(counts(Role::participant));
}

TEST(ViewRoles, NobodyButADeskFindsAPersonAnywhere) {
  const Workshop workshop = full();
  for (const Role role : {Role::anonymous, Role::participant, Role::wall}) {
    const std::string text = json::write(view(workshop.state, role));
    for (const Participant& person : workshop.state.participants) {
      EXPECT_EQ(text.find(person.id), std::string::npos);
    }
    EXPECT_EQ(text.find(person_id("8")), std::string::npos);
    EXPECT_EQ(text.find(ticket("2")), std::string::npos);
  }
  EXPECT_EQ(json::write(view(workshop.state, Role::facilitator)).find(ticket("2")),
            std::string::npos);
}

TEST(ViewRoles, HoldNoNullWhateverHasHappened) {
  for (const Workshop& workshop : {Workshop(), full()}) {
    for (const Role role : {Role::anonymous, Role::participant, Role::facilitator, Role::wall}) {
      json::Value seen = view(workshop.state, role);
      seen.erase("published");  // the engine's own tables are checked with it
      EXPECT_EQ(json::write(seen).find("null"), std::string::npos) << name(role);
    }
  }
}

TEST(ViewRoles, TheDesksPeopleHaveTheirPlaceAndWhatTheyAreDoing) {
  Workshop workshop = full();
  workshop.desk_says("pause", R"({"paused":false})");
  workshop.answer("1", "power", 3);
  workshop.desk_says("proxy_answer",
                     about("a", R"("factor":"power","round":1,"value":4,"nonce":")" +
                                    std::string(kIdDigits, '5') + "\""));
  workshop.desk_says("remove", about("2"));
  const json::Value desk = view(workshop.state, Role::facilitator);
  const json::Value& people = *desk.find("people");
  EXPECT_EQ(people.as_object()->size(), 7u);
  const json::Value& first = *people.find(person_id("1"));
  EXPECT_EQ(*first.find("at"), json::Value(0));
  EXPECT_EQ(*first.find("answered"), json::Value(1));
  EXPECT_EQ(*first.find("more_time"), json::Value(true));
  EXPECT_EQ(first.find("done"), nullptr);
  EXPECT_EQ(*people.find(person_id("3"))->find("at"), json::Value(2));  // places are kept
  EXPECT_EQ(*people.find(person_id("3"))->find("answered"), json::Value(0));
  const json::Value& proxy = *people.find(person_id("a"));
  EXPECT_EQ(*proxy.find("proxy"), json::Value(true));
  EXPECT_EQ(json::write(*proxy.find("done")), R"(["power"])");
  EXPECT_EQ(json::write(*desk.find("waiting")),
            R"({")" + person_id("8") + R"(":{"group":"lived"}})");
  EXPECT_EQ(json::write(*desk.find("invitations")), R"({"lived":{"made":2,"used":1}})");
}

TEST(ViewRoles, P5_1_WhatAPersonWithoutAPhoneAnsweredIsInNoView) {
  std::string texts[2];
  for (int i = 0; i < 2; ++i) {
    Workshop workshop = full();
    workshop.desk_says("proxy_answer",
                       about("a", R"("factor":"power","round":1,"value":)" + std::to_string(3 + i) +
                                      R"(,"reason":"secret )" + std::to_string(i) +
                                      R"(","nonce":")" + std::string(kIdDigits, '5') + "\""));
    for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
      texts[i] += json::write(view(workshop.state, role));
    }
  }
  EXPECT_EQ(texts[0], texts[1]);
}

// --- enough ---

// Six people rate every question; `time` is asked again as often as there are more values.
Workshop asked_again(const std::vector<int>& values) {
  Workshop workshop;
  for (const char* person : kPeople) workshop.join(person, "lived");
  workshop.desk("open", "power:1 time:1 trust:1");
  for (const char* person : kPeople) {
    workshop.answer(person, "power", 8);
    workshop.answer(person, "trust", 8);
    workshop.answer(person, "time", values[0]);
  }
  workshop.desk("reveal", "power:1 time:1 trust:1");
  for (std::size_t i = 1; i < values.size(); ++i) {
    const int round = static_cast<int>(i) + 1;
    workshop.desk("open", "time:" + std::to_string(round));
    for (const char* person : kPeople) workshop.answer(person, "time", values[i], round);
    workshop.desk("reveal", "time:" + std::to_string(round));
  }
  return workshop;
}

bool enough(const Workshop& workshop, Role role = Role::facilitator) {
  return view(workshop.state, role).find("questions")->find("time")->find("enough") != nullptr;
}

TEST(Enough, IsSaidAfterASecondRoundThatChangedNothing) {
  EXPECT_FALSE(enough(asked_again({8})));
  EXPECT_TRUE(enough(asked_again({8, 8})));
  EXPECT_FALSE(enough(asked_again({8, 1})));
}

TEST(Enough, IsSaidAfterThreeRoundsWhateverTheyChanged) {
  EXPECT_TRUE(enough(asked_again({8, 1, 8})));
}

TEST(Enough, IsTheDesksAloneAndGoneOnceTheQuestionIsOpenAgain) {
  Workshop workshop = asked_again({8, 8});
  EXPECT_TRUE(enough(workshop, Role::cofacilitator));
  EXPECT_FALSE(enough(workshop, Role::participant));
  EXPECT_FALSE(enough(workshop, Role::wall));
  workshop.desk("open", "time:3");
  EXPECT_FALSE(enough(workshop));
}

}  // namespace
}  // namespace quorate::session

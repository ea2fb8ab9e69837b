// From the first phone to the advice: 24 people, ten questions, the real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/engine/doors.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/integration/bots/hall.hpp"

namespace quorate::test {
namespace {

using json::Value;

constexpr std::size_t kQuestions = 10;

void open_and_answer(Hall& hall) {
  hall.start();
  hall.until("the desk has the questions",
             [&] { return hall.desk().count("waiting") == kQuestions; });
  hall.desk().open_all();
  // The desk hears a little later than the phones.
  hall.until("everybody has answered, and the desk knows", [&] {
    const Value* joined = hall.desk().client().find("view", "joined");
    return hall.desk().count("open") == kQuestions && hall.panel().done() && joined != nullptr &&
           *joined == Value(hall.people().size());
  });
}

void reveal(Hall& hall) {
  hall.desk().reveal_all();
  hall.until("all is revealed", [&] {
    if (hall.desk().count("revealed") != kQuestions) return false;
    for (const auto& person : hall.people()) {
      if (person->client()->find("view", "published") == nullptr) return false;
    }
    return true;
  });
}

Value result_at_desk(Hall& hall) {
  const Value* published = hall.desk().client().find("view", "published");
  const auto text = engine::evaluate_published_text(json::write(*published));
  EXPECT_TRUE(text) << text.error();
  return text ? *json::read(*text) : Value();
}

Value result_of_file(const bots::BallotFile& file) {
  Value input = file.setup;
  Value ballots = Value::array();
  for (const bots::Ballot& ballot : file.ballots) {
    Value ratings = Value::object();
    for (const auto& [factor, rating] : ballot.ratings) ratings.set(factor, rating);
    ballots.push(Value::object({{"group", ballot.group}, {"ratings", std::move(ratings)}}));
  }
  input.set("ballots", std::move(ballots));
  const auto text = engine::evaluate_text(json::write(input));
  EXPECT_TRUE(text) << text.error();
  return text ? *json::read(*text) : Value();
}

TEST(BotsWorkshop, GoesThroughTenQuestionsToTheAdvice) {
  Hall hall(20);
  open_and_answer(hall);
  const auto summary = hall.panel().summary();
  EXPECT_EQ(summary.joined, 24u);
  EXPECT_EQ(summary.given, 236);
  EXPECT_EQ(summary.saved, 236);
  reveal(hall);
  const Value at_desk = result_at_desk(hall);
  const Value of_file = result_of_file(hall.file());
  for (const char* member : {"level", "status", "range", "critical", "reasons", "conditions",
                             "flags", "flip", "discuss_next", "n", "k", "ruleset"}) {
    ASSERT_NE(at_desk.find(member), nullptr) << member;
    EXPECT_EQ(*at_desk.find(member), *of_file.find(member)) << member;
  }
}

TEST(BotsWorkshop, NoRatingIsInAnyViewButItsOwnersBeforeTheReveal_P5_1) {
  Hall hall(0);
  open_and_answer(hall);
  for (const auto& person : hall.people()) {
    EXPECT_EQ(person->client()->find("view", "published"), nullptr);
    EXPECT_EQ(person->client()->find("view", "people"), nullptr);
    EXPECT_NE(person->client()->find("me", "answers", "time"), nullptr);
  }
  const Value* people = hall.desk().client().find("view", "people");
  ASSERT_NE(people, nullptr);
  ASSERT_EQ(people->as_object()->size(), 24u);
  for (const json::Member& person : *people->as_object()) {
    EXPECT_EQ(person.value.as_object()->size(), 4u) << "at, alias, group, answered";
  }
  EXPECT_EQ(hall.desk().client().find("view", "published"), nullptr);
}

TEST(BotsWorkshop, ASecondRoundStartsEmptyAndStandsBesideTheFirst_P3_7) {
  Hall hall(0);
  open_and_answer(hall);
  reveal(hall);
  hall.desk().open_all("revealed");
  hall.until("everybody has answered again", [&] {
    return hall.desk().count("open") == kQuestions && hall.panel().done() &&
           hall.panel().summary().given == 2 * 236;
  });
  for (const auto& person : hall.people()) {
    const Value* rounds = person->client()->find("me", "answers", "power");
    ASSERT_NE(rounds, nullptr);
    EXPECT_EQ(*rounds->find("1"), *rounds->find("2"));
  }
}

TEST(BotsWorkshop, EveryScreenEndsWithTheWorkshop) {
  Hall hall(0);
  open_and_answer(hall);
  reveal(hall);
  hall.desk().end();
  hall.until("everybody sees the end, the desk too", [&] {
    return hall.panel().all_gone() && hall.desk().client().is("ended", "view", "phase");
  });
  EXPECT_TRUE(hall.panel().summary().good());
}

}  // namespace
}  // namespace quorate::test

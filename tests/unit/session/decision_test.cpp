// What a decision may say, and which of its fields is wrong (P3.19).
#include "shared/session/decision.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

using json::Value;

Value members(std::string_view text) { return *json::read(text); }

// "ok", or the path of the field that is wrong.
std::string field_of(const Value& decision) {
  json::Fields fields(decision);
  read_decision(fields);
  return fields.error() ? fields.error()->where : "ok";
}

std::string field_with(std::string_view key, Value value) {
  Value decision = members(R"({"approach":2,"shared":[]})");
  decision.set(key, std::move(value));
  return field_of(decision);
}

std::string field_of_views(std::string_view key, Value value) {
  Value views = members(R"({"one":"yes","other":"no"})");
  views.set(key, std::move(value));
  return field_of(Value::object({{"shared", Value::array()}, {"views", std::move(views)}}));
}

std::string field_of_second_task(Value task) {
  return field_with("tasks", Value::Array{members(R"({"factor":"time"})"), std::move(task)});
}

// Everything a decision may have, in the order of a record's keys.
constexpr char kFull[] =
    R"({"name":"N","review":"2027-09-01","shared":["design"],)"
    R"("tasks":[{"by":"2027-03-01","factor":"time","who":"The manager"},{"factor":"power"}],)"
    R"("views":{"next":"We ask the board","one":"Go on","other":"Wait"},"warned":true,"why":"w"})";

TEST(Decision, P3_19_IsAnApproachOrBothViewsOfAGroupThatDoesNotAgree) {
  EXPECT_EQ(field_of(members(R"({"approach":0,"shared":[]})")), "ok");
  EXPECT_EQ(field_of(members(R"({"views":{"one":"a","other":"b"},"shared":[]})")), "ok");
  EXPECT_EQ(field_of(members(R"({"shared":[]})")), "approach");
  EXPECT_EQ(field_of(members(R"({"approach":2,"views":{"one":"a","other":"b"},"shared":[]})")),
            "approach");
  EXPECT_EQ(field_of(members(R"({"approach":5,"shared":[]})")), "approach");
  EXPECT_EQ(field_of(members(R"({"views":"no","shared":[]})")), "views");
}

TEST(Decision, P3_19_SharesPowerInNoneToAllOfThree) {
  EXPECT_EQ(field_with("shared", Value::array()), "ok");
  EXPECT_EQ(field_with("shared", Value::Array{"design", "decisions", "delivery"}), "ok");
  EXPECT_EQ(field_with("shared", Value::Array{"nowhere"}), "shared");
  EXPECT_EQ(field_of(members(R"({"approach":2})")), "shared");
}

TEST(Decision, P3_19_ATextMayHaveItsBytesAndNotOneMore) {
  for (const auto& [key, most] : {std::pair{"name", 400}, std::pair{"why", 4000}}) {
    const auto bytes = static_cast<std::size_t>(most);
    EXPECT_EQ(field_with(key, std::string(bytes, 'x')), "ok");
    EXPECT_EQ(field_with(key, std::string(bytes + 1, 'x')), key);
  }
  for (const char* key : {"one", "other", "next"}) {
    EXPECT_EQ(field_of_views(key, std::string(1000, 'x')), "ok");
    EXPECT_EQ(field_of_views(key, std::string(1001, 'x')), std::string("views.") + key);
  }
  EXPECT_EQ(field_of_views("one", ""), "views.one");
  EXPECT_EQ(field_of_views("other", ""), "views.other");
  const auto by = [](std::size_t bytes) {
    return Value::object({{"factor", "power"}, {"who", std::string(bytes, 'x')}});
  };
  EXPECT_EQ(field_of_second_task(by(120)), "ok");
  EXPECT_EQ(field_of_second_task(by(121)), "tasks[1].who");
}

TEST(Decision, P3_19_HasATaskForEachOfItsQuestionsAtTheMost) {
  const auto tasks = [](std::size_t count) {
    return Value::Array(count, members(R"({"factor":"time"})"));
  };
  EXPECT_EQ(field_with("tasks", tasks(kMostTasks)), "ok");
  EXPECT_EQ(field_with("tasks", tasks(kMostTasks + 1)), "tasks");
  EXPECT_EQ(field_of_second_task(members(R"({"who":"Somebody"})")), "tasks[1].factor");
  EXPECT_EQ(field_of_second_task("time"), "tasks[1]");
}

TEST(Decision, P3_19_HasOneTaskForOneOfItsOwnQuestions) {
  Workshop workshop;
  const auto refused = [&](const char* second) {
    const Folded folded = workshop.desk_says(
        "decide",
        std::string(R"({"approach":3,"shared":[],"tasks":[{"factor":"time"},{"factor":")") +
            second + "\"}]}");
    return came_to(folded) + " " + folded.outcome.refused.field;
  };
  EXPECT_EQ(refused("power"), "ok ");
  EXPECT_EQ(refused("time"), "bad_message tasks[1].factor");
  EXPECT_EQ(refused("legal"), "unknown_factor tasks[1].factor");
}

TEST(Decision, P3_19_ItsDatesAreDaysThatThereAre) {
  for (const char* date : {"2027-03-01", "2028-02-29", "2000-02-29", "2027-12-31", "0001-01-01"}) {
    EXPECT_EQ(field_with("review", date), "ok") << date;
  }
  for (const char* date :
       {"2027-02-29", "2100-02-29", "2027-04-31", "2027-00-10", "2027-13-01", "2027-03-00",
        "2027-03-32", "0000-01-01", "2027-3-1", "2027/03/01", "20270301", "2027-03-0a", "soon"}) {
    EXPECT_EQ(field_with("review", date), "review") << date;
    EXPECT_EQ(field_of_second_task(Value::object({{"factor", "power"}, {"by", date}})),
              "tasks[1].by")
        << date;
  }
  EXPECT_EQ(field_with("review", 20270301), "review");
}

TEST(Decision, IsInTheRecordAndInEverybodysViewAsItWasSaid) {
  Workshop workshop;
  const Folded folded = workshop.desk_says("decide", kFull);
  EXPECT_EQ(came_to(folded), "ok");
  EXPECT_EQ(json::write(payload_of(*command_from_json("decide", members(kFull)))), kFull);
  for (const Role role : {Role::participant, Role::facilitator, Role::wall}) {
    EXPECT_EQ(json::write(*view(workshop.state, role).find("decision")), kFull);
  }
  EXPECT_EQ(view(workshop.state, Role::anonymous).find("decision"), nullptr);
}

}  // namespace
}  // namespace quorate::session

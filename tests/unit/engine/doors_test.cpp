#include "shared/engine/doors.hpp"

#include <gtest/gtest.h>

#include <string>

#include "shared/engine/what_if.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using testing::points;
using testing::Workshop;

std::string answer(const tl::expected<std::string, std::string>& result) {
  return result ? *result : "refused: " + result.error();
}

bool names(const tl::expected<std::string, std::string>& result, const std::string& field) {
  return !result && result.error().find(field) != std::string::npos &&
         result.error().find('\n') == std::string::npos;
}

TEST(MeasureDoor, prints_canonical_json_and_one_newline) {
  EXPECT_EQ(answer(measure_text(R"({ "histogram": [0,0,0,0,1,0,0,0,0], "more": {} })")),
            R"({"agreement_a":{"dec":"1.000000000000000","den":1,"num":1},"comet_in":false,)"
            R"("di":{"dec":"0.000000000000000","den":1,"num":0},"disagreement":false,"l2":10,)"
            R"("leik_d":{"dec":"0.000000000000000","den":1,"num":0},"m2":10,"mean_gap":null,"n":1,)"
            R"("ordinal_variation":{"dec":"0.000000000000000","den":1,"num":0},"rand":null,)"
            R"("u2":10,"zone":"partly"})"
            "\n");
}

TEST(MeasureDoor, compares_two_histograms) {
  const std::string text = answer(measure_text(R"({"histogram":[3,0,0],"other":[0,0,3]})"));
  EXPECT_NE(text.find(R"("delta":{"dec":"-1.000000000000000","den":1,"num":-1})"),
            std::string::npos);
  EXPECT_NE(text.find(R"("delta_class":"large")"), std::string::npos);
  EXPECT_NE(text.find(R"("tv":{"dec":"1.000000000000000","den":1,"num":1})"), std::string::npos);
  EXPECT_NE(text.find(R"("w1":{"dec":"2.000000000000000","den":1,"num":2})"), std::string::npos);
}

TEST(MeasureDoor, refuses_by_field) {
  EXPECT_TRUE(names(measure_text(""), "not JSON"));
  EXPECT_TRUE(names(measure_text("[1,2,3]"), "object"));
  EXPECT_TRUE(names(measure_text("{}"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[]})"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,2]})"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,1,1,1,1,1,1,1,1,1,1,1]})"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[0,0,0]})"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,-1,1]})"), "histogram[1]"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,1.0,1]})"), "histogram[1]"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,"1",1]})"), "histogram[1]"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,1,1000000000]})"), "histogram[2]"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[300000000,0,300000000]})"), "histogram"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,1,1],"other":[1,1]})"), "other"));
  EXPECT_TRUE(names(measure_text(R"({"histogram":[1,1,1],"other":[0,0,0]})"), "other"));
}

// The smallest good input, with one piece replaced.
std::string input(const std::string& piece = "", const std::string& by = "") {
  std::string text =
      R"({"template":"coproduction-v1","min_group":5,"groups":[{"id":"a"}],)"
      R"("ballots":[{"group":"a","ratings":{"time":7,"legal":"dk","power":"na","innovation":null}}]})";
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  return text.replace(at, piece.size(), by);
}

TEST(EvaluateDoor, reads_its_smallest_input) {
  const std::string text = answer(evaluate_text(input()));
  EXPECT_NE(text.find(R"("status":"too_few"})"), std::string::npos) << text;
  EXPECT_EQ(text.back(), '\n');
  EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST(EvaluateDoor, ignores_other_keys) {
  EXPECT_EQ(
      answer(evaluate_text(input())),
      answer(evaluate_text(input(R"("min_group":5)", R"("min_group":5,"title":[{"x":1.5}])"))));
}

TEST(EvaluateDoor, refuses_by_field) {
  const struct {
    const char* piece;
    const char* by;
    const char* field;
  } cases[] = {
      {R"("template":"coproduction-v1",)", "", "template"},
      {R"("coproduction-v1")", R"("other")", "template"},
      {R"("template":)", R"("factors":[],"template":)", "template"},
      {R"("template":"coproduction-v1")", R"("factors":[])", "factors"},
      {R"("min_group":5,)", "", "min_group"},
      {R"("min_group":5)", R"("min_group":4)", "min_group"},
      {R"("min_group":5)", R"("min_group":1,"open":true)", "min_group"},
      {R"("min_group":5)", R"("min_group":21)", "min_group"},
      {R"("min_group":5)", R"("min_group":"5")", "min_group"},
      {R"("min_group":5)", R"("min_group":5.0)", "min_group"},
      {R"("min_group":5)", R"("min_group":5,"open":1)", "open"},
      {R"("min_group":5)", R"("min_group":5,"min_group":5)", "min_group"},
      {R"("min_group":5)", R"("min_group":5,"pending":["tim"])", "pending[0]"},
      {R"("min_group":5)", R"("min_group":5,"pending":["time","time"])", "pending[1]"},
      {R"("groups":[{"id":"a"}],)", "", "groups"},
      {R"([{"id":"a"}])", R"([{"id":"a"},{"id":"a"}])", "groups[1].id"},
      {R"([{"id":"a"}])", R"([{"id":""}])", "groups[0].id"},
      {R"([{"id":"a"}])", R"([{"id":"a","holds_decision":"yes"}])", "groups[0].holds_decision"},
      {R"({"group":"a",)", "{", "ballots[0].group"},
      {R"({"group":"a",)", R"({"group":"b",)", "ballots[0].group"},
      {R"("ratings":{)", R"("rating":{)", "ballots[0].ratings"},
      {R"("time":7)", R"("tme":7)", "ballots[0].ratings.tme"},
      {R"("time":7)", R"("time":0)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":10)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":1000000000)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":1e999)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":7.0)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":"7")", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":true)", "ballots[0].ratings.time"},
      {R"("time":7)", R"("time":7,"time":7)", "ballots[0].ratings.time"},
      {R"({"group":"a",)", R"({"group":"a","proxy":1,)", "ballots[0].proxy"},
      {R"({"group":"a",)", R"({"group":"a","proxy":"yes",)", "ballots[0].proxy"},
      {R"("ballots":[)", R"("previous":{},"ballots":[)", "previous.ballots"},
      {R"("ballots":[)", R"("previous":{"ballots":[{}]},"ballots":[)", "previous.ballots[0]"},
  };
  for (const auto& item : cases) {
    const auto result = evaluate_text(input(item.piece, item.by));
    EXPECT_TRUE(names(result, item.field)) << item.by << ": " << answer(result);
  }
}

TEST(Doors, refuse_what_comes_before_or_after_the_text) {
  const std::string histogram = R"({"histogram":[1,1,1]})";
  ASSERT_TRUE(measure_text(histogram));
  ASSERT_TRUE(evaluate_text(input()));
  for (const std::string& more : {std::string("x"), std::string("{}"), std::string("\0", 1),
                                  std::string("\0x", 2), std::string("\xEF\xBB\xBF")}) {
    EXPECT_TRUE(names(measure_text(histogram + more), "not JSON"));
    EXPECT_TRUE(names(measure_text(more + histogram), "not JSON"));
    EXPECT_TRUE(names(evaluate_text(input() + more), "not JSON"));
    EXPECT_TRUE(names(evaluate_text(more + input()), "not JSON"));
  }
}

// (points - 1) n^2 is the largest product: at the bound it must still come out exactly.
TEST(MeasureDoor, is_exact_at_its_bound) {
  const std::string half = answer(measure_text(
      R"({"histogram":[200000000,0,0,0,0,0,0,0,0,0,200000000],"other":[0,0,0,0,0,0,0,0,0,0,400000000]})"));
  for (const char* part :
       {R"("n":400000000)", R"("ordinal_variation":{"dec":"1.000000000000000","den":1,"num":1})",
        R"("mean_gap":{"dec":"5.000000012500000","den":399999999,"num":2000000000})",
        R"("w1":{"dec":"5.000000000000000","den":1,"num":5})",
        R"("delta":{"dec":"-0.500000000000000","den":2,"num":-1})", R"("delta_class":"large")"}) {
    EXPECT_NE(half.find(part), std::string::npos) << part << " in " << half;
  }
}

TEST(EvaluateDoor, refuses_factors_by_field) {
  const struct {
    const char* factors;
    const char* field;
  } cases[] = {
      {R"([{"id":"a","role":"blocking"}])", "factors"},
      {R"([{"id":"a","role":"case_for"}])", "factors"},
      {R"([{"id":"a","role":"blocking"},{"id":"a","role":"case_for"}])", "factors[1].id"},
      {R"([{"id":"a","role":"veto"},{"id":"b","role":"case_for"}])", "factors[0].role"},
      {R"([{"id":"a","role":"blocking","weight":0},{"id":"b","role":"case_for"}])",
       "factors[0].weight"},
      {R"([{"id":"a","role":"blocking"},{"id":"b","role":"case_for","weight":1000000000}])",
       "factors[1].weight"},
      {R"([{"id":"a","role":"blocking"},{"id":"b","role":"case_for","weight":1e999}])",
       "factors[1].weight"},
      {R"([{"role":"blocking"},{"id":"b","role":"case_for"}])", "factors[0].id"},
      {R"(["a"])", "factors[0]"},
  };
  for (const auto& item : cases) {
    const auto result = evaluate_text(
        input(R"("template":"coproduction-v1")", std::string(R"("factors":)") + item.factors));
    EXPECT_TRUE(names(result, item.field)) << item.factors << ": " << answer(result);
  }
}

TEST(EvaluateDoor, refuses_more_than_the_bounds) {
  std::string factors = R"("factors":[{"id":"x","role":"blocking"})";
  for (int i = 0; i < 200; ++i) {
    factors += R"(,{"id":"f)" + std::to_string(i) + R"(","role":"case_for"})";
  }
  EXPECT_TRUE(names(evaluate_text(input(R"("template":"coproduction-v1")", factors + "]")),
                    "factors must be a list from 1 to 24 long"));
  std::string groups;
  for (int i = 0; i < 13; ++i) groups += R"({"id":"g)" + std::to_string(i) + R"("},)";
  EXPECT_TRUE(names(evaluate_text(input(R"([{"id":"a"}])", "[" + groups + R"({"id":"a"}])")),
                    "groups must be a list from 0 to 12 long"));
  std::string ballots;
  for (std::size_t i = 0; i < kMostPeople; ++i) ballots += R"({"group":"a","ratings":{}},)";
  EXPECT_TRUE(names(evaluate_text(input(R"("ballots":[)", R"("ballots":[)" + ballots)), "ballots"));
}

TEST(EvaluateDoor, keeps_a_refusal_on_one_short_line) {
  const auto result =
      evaluate_text(input(R"("time":7)", '"' + std::string(5'000, 'x') + R"(\n\u0007":7)"));
  ASSERT_FALSE(result);
  EXPECT_LE(result.error().size(), 300U);
  const auto control = evaluate_text(input(R"("time":7)", R"("ti\nme\u0007":7)"));
  EXPECT_TRUE(names(control, "ballots[0].ratings.ti?me?")) << answer(control);
}

TEST(EvaluateDoor, gives_the_same_bytes_as_what_is_published) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"a", true, false}, {"b", false, true}};
  workshop.add(6, 8, {{"time", points(3)}}, 0).add(7, 7, {{"power", points(4)}}, 1);
  std::string ballots;
  for (const testing::Person& person : workshop.people) {
    ballots += ballots.empty() ? "" : ",";
    ballots += R"({"group":")" + workshop.setup.groups[person.group].id + R"(","ratings":{)";
    for (std::size_t f = 0; f < person.ratings.size(); ++f) {
      ballots += (f == 0 ? "\"" : ",\"") + workshop.setup.factors[f].id +
                 "\":" + std::to_string(person.ratings[f]->value());
    }
    ballots += "}}";
  }
  const auto whole = evaluate_text(
      R"({"template":"coproduction-v1","min_group":5,"groups":[{"id":"a","lived_experience":true},)"
      R"({"id":"b","holds_decision":true}],"ballots":[)" +
      ballots + "]}");
  EXPECT_EQ(answer(whole), workshop.text() + "\n");
  EXPECT_EQ(answer(evaluate_published_text(json::write(to_json(workshop.published())))),
            answer(whole));
}

TEST(PublishedDoor, refuses_by_field) {
  EXPECT_TRUE(names(evaluate_published_text("{}"), "setup"));
  EXPECT_TRUE(names(evaluate_published_text("nonsense"), "not JSON"));
}

TEST(WhatIf, moves_a_factor_and_tells_why) {
  Workshop workshop = Workshop::standard();
  workshop.add(6, 8, {{"time", points(2)}}).not_revealed("legal");
  const std::string published = json::write(to_json(workshop.published()));
  const std::string moved = answer(
      what_if_text(R"({"published":)" + published + R"(,"medians":{"time":16,"legal":18}})"));
  EXPECT_NE(moved.find(R"("level":4)"), std::string::npos) << moved;
  const std::string stayed =
      answer(what_if_text(R"({"published":)" + published + R"(,"medians":{}})"));
  EXPECT_NE(stayed.find(R"("level":2)"), std::string::npos) << stayed;
  EXPECT_NE(stayed.find(R"("legal":10)"), std::string::npos) << "pending counts as unknown";
  EXPECT_NE(stayed.find(R"("reasons":[{"clause":"B2a","factors":["time"]}])"), std::string::npos);
}

TEST(WhatIf, starts_from_the_deciders_no_where_too_many_do_not_know) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(7, 8, {{"power", testing::kDontKnow}}, 0).add(5, 8, {{"power", points(2)}}, 1);
  const std::string published = json::write(to_json(workshop.published()));
  EXPECT_EQ(answer(evaluate_published_text(published)), workshop.text() + "\n");
  const auto with = [&](const std::string& medians) {
    return answer(what_if_text(R"({"published":)" + published + R"(,"medians":)" + medians + "}"));
  };
  EXPECT_NE(with("{}").find(R"("level":1)"), std::string::npos) << with("{}");
  EXPECT_NE(with("{}").find(R"("power":4)"), std::string::npos);
  EXPECT_NE(with(R"({"power":16})").find(R"("level":4)"), std::string::npos);
}

TEST(WhatIf, refuses_by_field) {
  const std::string published = json::write(to_json(Workshop::standard().add(6, 8).published()));
  const auto with = [&](const std::string& medians) {
    return what_if_text(R"({"published":)" + published + R"(,"medians":)" + medians + "}");
  };
  EXPECT_TRUE(names(with(R"({"tim":4})"), "medians.tim"));
  EXPECT_TRUE(names(with(R"({"time":1})"), "medians.time"));
  EXPECT_TRUE(names(with(R"({"time":19})"), "medians.time"));
  EXPECT_TRUE(names(with("[]"), "medians"));
  EXPECT_TRUE(names(what_if_text(R"({"published":{},"medians":{}})"), "published.setup"));
}

}  // namespace
}  // namespace quorate::engine

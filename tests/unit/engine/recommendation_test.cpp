// Level, reasons and conditions, clause by clause.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::points;
using testing::Rating;
using testing::Workshop;
using Names = std::vector<std::string>;

// Seven people who all rate everything 8, but these factors as given.
struct Case {
  std::map<std::string, int> but;
  int level;
  std::vector<std::string> clauses;
};

Workshop agreed(const std::map<std::string, int>& but) {
  std::map<std::string, Rating> ratings;
  for (const auto& [id, value] : but) ratings[id] = points(value);
  return Workshop::standard().add(7, 8, ratings);
}

Names clauses(const Result& result) {
  Names found;
  for (const Reason& reason : *result.reasons) found.emplace_back(reason.clause);
  return found;
}

TEST(Recommendation, follows_the_rows_of_the_table) {
  const Case cases[] = {
      {{}, 4, {"C4", "B4"}},
      {{{"power", 6}}, 3, {"B3"}},
      {{{"senior_buy_in", 2}}, 3, {"B3"}},
      {{{"time", 3}}, 2, {"B2a"}},
      {{{"senior_buy_in", 2}, {"process_resources", 2}}, 2, {"B2b"}},
      {{{"power", 5}, {"time", 5}, {"legal", 5}, {"specialist_knowledge", 5}}, 2, {"B2c"}},
      {{{"power", 2}}, 1, {"B1a"}},
      {{{"time", 2}, {"legal", 2}}, 1, {"B1b"}},
      {{{"time", 2}, {"senior_buy_in", 2}}, 1, {"B1c"}},
      {{{"power", 2}, {"time", 2}, {"senior_buy_in", 2}}, 1, {"B1a", "B1b", "B1c"}},
      {{{"power", 2}, {"time", 2}, {"legal", 2}, {"specialist_knowledge", 2}}, 0, {"B0a"}},
      {{{"time", 2}, {"legal", 2}, {"specialist_knowledge", 2}, {"senior_buy_in", 1}}, 0, {"B0b"}},
      {{{"social_complexity", 6}, {"legitimacy", 6}, {"innovation", 5}, {"service_resources", 5}},
       3,
       {"C3"}},
      {{{"legitimacy", 2}, {"innovation", 2}, {"service_resources", 2}}, 2, {"C2"}},
      {{{"social_complexity", 4}, {"legitimacy", 2}, {"innovation", 2}, {"service_resources", 2}},
       1,
       {"C1"}},
      {{{"social_complexity", 3}, {"legitimacy", 2}, {"innovation", 2}, {"service_resources", 2}},
       0,
       {"C0"}},
  };
  for (const Case& expected : cases) {
    const Result result = agreed(expected.but).evaluated();
    EXPECT_EQ(result.level, expected.level) << expected.clauses.front();
    EXPECT_EQ(clauses(result), expected.clauses);
  }
}

TEST(Recommendation, is_not_averaged_away_when_power_is_not_shared) {
  const Result result = Workshop::standard().add(6, 9, {{"power", points(2)}}).evaluated();
  EXPECT_EQ(result.level, 1);
}

TEST(Reasons, name_the_factors_that_a_clause_counts) {
  const Workshop workshop = agreed({{"time", 2}, {"senior_buy_in", 2}, {"power", 5}});
  const Result result = workshop.evaluated();
  ASSERT_EQ(result.reasons->size(), 1U);
  EXPECT_THAT(workshop.ids(result.reasons->front().factors), ElementsAre("senior_buy_in", "time"));
}

TEST(Reasons, of_the_case_name_every_case_factor_and_come_first) {
  const Workshop workshop = agreed({});
  const Result result = workshop.evaluated();
  EXPECT_THAT(workshop.ids((*result.reasons)[0].factors),
              ElementsAre("social_complexity", "legitimacy", "innovation", "service_resources"));
  EXPECT_THAT((*result.reasons)[1].factors, IsEmpty());
}

TEST(Reasons, of_four_barriers_short_of_yes_name_blocking_and_limiting_ones_only) {
  const Workshop workshop = agreed(
      {{"power", 5}, {"time", 5}, {"legal", 5}, {"specialist_knowledge", 5}, {"senior_buy_in", 5}});
  EXPECT_THAT(workshop.ids(workshop.evaluated().reasons->front().factors),
              ElementsAre("power", "time", "legal", "specialist_knowledge"));
}

std::vector<Names> sets(const Workshop& workshop,
                        const std::optional<std::vector<FactorSet>>& found) {
  std::vector<Names> result;
  for (const FactorSet& set : found.value()) result.push_back(workshop.ids(set));
  return result;
}

TEST(Conditions, are_one_empty_set_where_the_level_is_reached) {
  const Workshop workshop = agreed({});
  const Conditions found = *workshop.evaluated().conditions;
  EXPECT_EQ(sets(workshop, found.three), std::vector<Names>{Names{}});
  EXPECT_EQ(sets(workshop, found.four), std::vector<Names>{Names{}});
  EXPECT_FALSE(found.agree_purpose);
}

TEST(Conditions, list_every_smallest_set_in_the_order_of_the_template) {
  const Workshop workshop =
      agreed({{"time", 2}, {"senior_buy_in", 2}, {"process_resources", 3}, {"legal", 5}});
  const Conditions found = *workshop.evaluated().conditions;
  EXPECT_EQ(sets(workshop, found.three),
            (std::vector<Names>{{"senior_buy_in", "time"}, {"time", "process_resources"}}));
  EXPECT_EQ(sets(workshop, found.four),
            (std::vector<Names>{{"senior_buy_in", "time", "process_resources", "legal"}}));
}

TEST(Conditions, are_none_where_the_case_prevents_the_level) {
  const Conditions mixed = *agreed({{"legitimacy", 2}, {"innovation", 2}, {"service_resources", 2}})
                                .evaluated()
                                .conditions;
  EXPECT_FALSE(mixed.three);
  EXPECT_FALSE(mixed.four);
  const Conditions vague = *agreed({{"social_complexity", 6},
                                    {"legitimacy", 6},
                                    {"innovation", 5},
                                    {"service_resources", 5}})
                                .evaluated()
                                .conditions;
  EXPECT_TRUE(vague.three);
  EXPECT_FALSE(vague.four);
  EXPECT_TRUE(vague.agree_purpose);
}

TEST(Recommendation, weighs_the_case_only) {
  Workshop workshop = Workshop::of(
      {{"veto", Role::blocking, 9}, {"heavy", Role::case_for, 9}, {"light", Role::case_for, 1}},
      {{"all", true, true}}, 5);
  workshop.add(5, 8, {{"light", points(1)}});
  EXPECT_EQ(workshop.evaluated().level, 4);
  workshop.setup.factors[1].weight = 1;
  EXPECT_EQ(workshop.evaluated().level, 2) << "(8 + 1) / 2 is below 5";
}

TEST(Recommendation, turns_reversed_factors_before_anything_else) {
  Workshop workshop = Workshop::of({{"veto", Role::blocking, 1, true}, {"why", Role::case_for}},
                                   {{"all", true, true}}, 5);
  workshop.add(5, 9, {{"veto", points(1)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 4);
  EXPECT_EQ(result.factors[0].figures->used.m2, 18);
  EXPECT_EQ(result.factors[0].figures->counts->back(), 5);
}

}  // namespace
}  // namespace quorate::engine

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "shared/engine/values.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using testing::kDontKnow;
using testing::kNotApplicable;
using testing::points;
using testing::Workshop;

Workshop two_groups() {
  Workshop made = Workshop::standard();
  made.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  return made;
}

TEST(HoldersRule, takes_the_lower_of_everybodys_view_and_theirs) {
  Workshop workshop = two_groups();
  workshop.add(9, 9, {}, 0).add(5, 9, {{"power", points(4)}, {"time", points(4)}}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.factors[2].figures->used, (Quantiles{8, 8, 8}));
  EXPECT_EQ(result.factors[2].figures->measures->quantiles.m2, 18) << "everybody's own stays shown";
  EXPECT_EQ(result.factors[4].figures->used.m2, 18) << "time is not theirs to judge";
}

TEST(HoldersRule, never_makes_power_look_better) {
  Workshop workshop = two_groups();
  workshop.add(9, 3, {}, 0).add(5, 9, {}, 1);
  EXPECT_EQ(workshop.evaluated().factors[2].figures->used.m2, 6);
}

TEST(HoldersRule, is_off_when_either_side_is_too_small_to_be_shown) {
  Workshop few_deciders = two_groups();
  few_deciders.add(9, 9, {}, 0).add(4, 1, {}, 1);
  EXPECT_EQ(few_deciders.evaluated().factors[2].figures->used.m2, 18);
  Workshop few_others = two_groups();
  few_others.add(4, 9, {}, 0).add(3, 9, {}, 1).add(3, 1, {}, 1);
  EXPECT_EQ(few_others.evaluated().factors[2].figures->used,
            few_others.evaluated().factors[2].figures->measures->quantiles);
}

// Seven people cannot answer this factor and give the others 9; five deciders give it these.
FactorFigures where_people_cannot_tell(Rating why, const std::array<int, 5>& deciders,
                                       const std::string& id = "power") {
  Workshop workshop = two_groups();
  workshop.add(7, 9, {{id, why}}, 0);
  for (const int value : deciders) workshop.add(1, 9, {{id, points(value)}}, 1);
  return *workshop.evaluated().factors[*workshop.setup.factor(id)].figures;
}

TEST(HoldersRule, counts_the_deciders_no_where_too_many_do_not_know) {
  const FactorFigures figures = where_people_cannot_tell(kDontKnow, {2, 2, 2, 2, 2});
  EXPECT_EQ(figures.unknown, Unknown::dont_know);
  EXPECT_EQ(figures.used, (Quantiles{2, 4, 4}));
  EXPECT_EQ(figures.measures->quantiles, (Quantiles{4, 4, 4})) << "everybody's own stays shown";
  EXPECT_EQ(where_people_cannot_tell(kNotApplicable, {2, 2, 2, 2, 2}).used, (Quantiles{2, 4, 4}))
      << "the same where it does not apply to most";
}

TEST(HoldersRule, takes_the_lower_of_each_percentile_where_the_factor_is_unknown) {
  EXPECT_EQ(where_people_cannot_tell(kDontKnow, {1, 1, 6, 7, 7}).used, (Quantiles{2, 10, 14}));
  EXPECT_EQ(where_people_cannot_tell(kDontKnow, {4, 4, 4, 8, 9}).used, (Quantiles{2, 8, 16}));
}

TEST(HoldersRule, does_not_let_deciders_make_an_unknown_factor_look_better) {
  EXPECT_EQ(where_people_cannot_tell(kDontKnow, {9, 9, 9, 9, 9}).used, kUnknown);
}

TEST(HoldersRule, leaves_an_unknown_factor_that_is_not_theirs_to_judge) {
  EXPECT_EQ(where_people_cannot_tell(kDontKnow, {2, 2, 2, 2, 2}, "time").used, kUnknown);
}

TEST(HoldersRule, is_off_on_an_unknown_factor_too_when_the_deciders_are_not_shown_apart) {
  Workshop few_deciders = two_groups();
  few_deciders.add(7, 9, {{"power", kDontKnow}}, 0).add(5, 9, {}, 0).add(4, 1, {}, 1);
  const FactorFigures pooled = *few_deciders.evaluated().factors[2].figures;
  EXPECT_EQ(pooled.unknown, Unknown::dont_know);
  EXPECT_EQ(pooled.used, kUnknown);
  Workshop few_others = two_groups();
  few_others.add(7, 9, {{"power", kDontKnow}}, 0).add(1, 9, {}, 0).add(5, 1, {}, 1);
  EXPECT_EQ(few_others.evaluated().factors[2].figures->used, kUnknown);
  Workshop too_few = two_groups();
  too_few.add(9, 9, {{"power", kDontKnow}}, 0).add(4, 1, {}, 1);
  EXPECT_EQ(too_few.evaluated().factors[2].figures->unknown, Unknown::few);
  EXPECT_EQ(too_few.evaluated().factors[2].figures->used, kUnknown);
}

TEST(OwnLevel, is_by_the_groups_own_ratings) {
  Workshop workshop = two_groups();
  workshop.add(9, 9, {}, 0).add(5, 9, {{"power", points(2)}}, 1);
  EXPECT_THAT(workshop.evaluated().group_levels, ElementsAre(4, 1));
}

TEST(OwnLevel, is_not_touched_by_the_holders_or_by_what_others_do_not_know) {
  Workshop workshop = two_groups();
  workshop.add(5, 9, {}, 0).add(7, 9, {{"power", kDontKnow}}, 0);
  workshop.add(5, 9, {{"power", points(2)}}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.factors[2].figures->used, (Quantiles{2, 4, 4}));
  EXPECT_THAT(result.group_levels, ElementsAre(4, 1));
}

TEST(OwnLevel, takes_what_is_not_published_as_unknown) {
  Workshop workshop = two_groups();
  workshop.add(9, 9, {}, 0).add(5, 9, {}, 1);
  for (std::size_t i = 9; i < 11; ++i) workshop.people[i].ratings[4] = std::nullopt;  // time
  EXPECT_THAT(workshop.evaluated().group_levels, ElementsAre(3, 3))
      << "three deciders on time pool with the people, so that both are partly there";
}

TEST(OwnLevel, needs_every_blocking_factor_and_half_of_all) {
  Workshop workshop = two_groups();
  workshop.add(9, 9, {}, 0).add(5, 9, {}, 1);
  const auto without = [&](std::vector<std::size_t> factors) {
    Workshop other = workshop;
    for (std::size_t i = 9; i < 14; ++i) {
      for (const std::size_t f : factors) other.people[i].ratings[f] = std::nullopt;
    }
    return other.evaluated().group_levels[1].has_value();
  };
  EXPECT_TRUE(without({0, 1, 3, 4, 5})) << "five of ten";
  EXPECT_FALSE(without({0, 1, 3, 4, 5, 6}));
  EXPECT_FALSE(without({2})) << "power";
}

TEST(OwnLevel, is_not_given_to_a_pool) {
  Workshop workshop = two_groups();
  workshop.setup.groups = {{"a"}, {"b"}};
  workshop.add(4, 9, {}, 0).add(4, 9, {}, 1);
  EXPECT_THAT(workshop.evaluated().group_levels, ElementsAre(std::nullopt, std::nullopt));
}

TEST(EqualVoice, weighs_every_cell_the_same) {
  // 20 people at 9 and 5 at 1: half of the weight each.
  const std::vector<Cell> cells{{{0}, {0, 0, 0, 0, 0, 0, 0, 0, 20}, 20},
                                {{1}, {5, 0, 0, 0, 0, 0, 0, 0, 0}, 5}};
  EXPECT_EQ(equal_voice(cells), (Quantiles{2, 10, 18}));
}

TEST(EqualVoice, is_exact_for_twelve_cells_of_the_largest_size) {
  std::vector<Cell> cells;
  for (std::size_t g = 0; g < kMostGroups; ++g) {
    Cell cell{{g}, {}, kMostEqualVoice - static_cast<std::int64_t>(g)};
    cell.counts[g < 6 ? 0 : 8] = cell.n;
    cells.push_back(cell);
  }
  EXPECT_EQ(equal_voice(cells), (Quantiles{2, 10, 18}));
}

TEST(EqualVoice, is_withheld_when_a_cell_is_too_large) {
  Workshop workshop = two_groups();
  workshop.add(1'000, 8, {}, 0).add(5, 8, {}, 1);
  EXPECT_EQ(workshop.evaluated().equal_voice_level, 4);
  workshop.add(1, 8, {}, 0);
  EXPECT_EQ(workshop.evaluated().equal_voice_level, std::nullopt);
  EXPECT_THAT(*workshop.evaluated().flags, ElementsAre());
}

TEST(EqualVoice, keeps_the_holders_rule) {
  Workshop workshop = two_groups();
  workshop.add(9, 9, {}, 0).add(5, 9, {{"power", points(2)}}, 1);
  EXPECT_EQ(workshop.evaluated().equal_voice_level, 1);
}

TEST(EqualVoice, keeps_the_holders_own_unweighted_view_of_an_unknown_factor) {
  Workshop workshop = two_groups();
  workshop.setup.groups.push_back({"board", false, true});
  workshop.add(12, 9, {{"power", kDontKnow}}, 0).add(12, 9, {{"power", points(2)}}, 1);
  workshop.add(5, 9, {}, 2);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.factors[2].figures->unknown, Unknown::dont_know);
  EXPECT_EQ(result.equal_voice_level, 1) << "their two cells alike would give 5.5";
  EXPECT_EQ(result.level, 1);
}

TEST(CrossGroupConsensus, is_the_least_sure_group) {
  Workshop workshop = two_groups();
  workshop.add(8, 9, {}, 0).add(5, 6, {}, 1).add(1, 7, {}, 1);
  EXPECT_EQ(workshop.evaluated().factors[4].figures->cross_group_consensus, (Fraction{2, 8}));
}

TEST(Divergence, needs_different_zones_and_a_large_difference) {
  Workshop workshop = two_groups();
  workshop.add(8, 9, {{"time", points(6)}, {"legal", points(7)}}, 0);
  workshop.add(6, 9, {{"time", points(3)}}, 1);
  const Result result = workshop.evaluated();
  const PairFigures& time = result.factors[4].figures->pairs.front();
  EXPECT_TRUE(time.divergence);
  EXPECT_EQ(time.comparison.delta, (Fraction{1, 1}));
  EXPECT_FALSE(result.factors[6].figures->pairs.front().divergence) << "7 and 9 are both yes";
}

}  // namespace
}  // namespace quorate::engine

#include "shared/engine/flips.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using testing::kDontKnow;
using testing::points;
using testing::Workshop;

TEST(Flip, up_turns_the_lowest_ratings_into_nines) {
  Workshop workshop = Workshop::standard();
  workshop.add(5, 8, {{"time", points(6)}}).add(4, 8);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 3);
  EXPECT_EQ(result.up->total, 1);
  EXPECT_THAT(result.up->factors, ElementsAre(Change{4, 1}));
  EXPECT_EQ(result.up->single, (Change{4, 1}));
}

TEST(Flip, is_null_at_the_ends) {
  EXPECT_FALSE(Workshop::standard().add(9, 9).evaluated().up);
  EXPECT_FALSE(Workshop::standard().add(9, 1).evaluated().down);
  EXPECT_TRUE(Workshop::standard().add(9, 9).evaluated().down);
  EXPECT_TRUE(Workshop::standard().add(9, 1).evaluated().up);
}

TEST(Flip, is_null_where_an_unknown_factor_stands_in_the_way) {
  Workshop workshop = Workshop::standard();
  workshop.add(9, 8, {{"legal", kDontKnow}, {"senior_buy_in", kDontKnow}, {"power", points(2)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 1);
  EXPECT_EQ(result.up->total, 5) << "power can move, to level 3";
  Workshop stuck =
      Workshop::of({{"veto", Role::blocking}, {"why", Role::case_for}}, {{"all", true, true}}, 5);
  stuck.add(9, 8, {{"veto", kDontKnow}}).add_to("veto", 1, points(5));
  EXPECT_EQ(testing::middle_level(stuck.evaluated()), 3);
  EXPECT_FALSE(stuck.evaluated().up);
}

TEST(Flip, cannot_move_what_the_deciders_alone_tell) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(7, 8, {{"power", kDontKnow}}, 0).add(5, 8, {{"power", points(2)}}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 1);
  EXPECT_FALSE(result.up) << "power stays at no, whatever the deciders change";
  EXPECT_EQ(result.down->factors.size(), 3U)
      << "power is at no already: three more barriers will do";
}

TEST(Flip, needs_both_caps_to_rise) {
  Workshop workshop =
      Workshop::of({{"why", Role::case_for}, {"veto", Role::blocking}}, {{"all", true, true}}, 5);
  workshop.add(5, 6, {{"why", points(5)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 3) << "case 3, barrier 3";
  EXPECT_EQ(result.up->total, 6);
  EXPECT_THAT(result.up->factors, ElementsAre(Change{0, 3}, Change{1, 3}));
  EXPECT_FALSE(result.up->single);
}

TEST(Flip, takes_the_cheaper_cap_down) {
  Workshop workshop =
      Workshop::of({{"why", Role::case_for}, {"veto", Role::blocking}}, {{"all", true, true}}, 5);
  workshop.add(3, 9, {{"veto", points(7)}}).add(2, 9, {{"veto", points(2)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 4);
  EXPECT_THAT(result.down->factors, ElementsAre(Change{1, 1}));
}

TEST(Flip, prefers_fewer_factors_then_earlier_ones_then_more_on_the_earliest) {
  // Three case factors at 5, 5 and 5 of five people: the sum must lose one point in all.
  Workshop workshop = Workshop::of({{"a", Role::case_for},
                                    {"b", Role::case_for},
                                    {"c", Role::case_for},
                                    {"veto", Role::blocking}},
                                   {{"all", true, true}}, 5);
  workshop.add(5, 5, {{"veto", points(9)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 3);
  EXPECT_THAT(result.down->factors, ElementsAre(Change{0, 3}));
}

TEST(Flip, by_holders_counts_in_both_medians) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(9, 8, {}, 0).add(5, 8, {{"power", points(2)}}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 1);
  EXPECT_THAT(result.up->factors, ElementsAre(Change{2, 3})) << "three of the five deciders";
  Workshop all_low = Workshop::standard();
  all_low.setup.groups = workshop.setup.groups;
  all_low.add(9, 8, {{"power", points(2)}}, 0).add(5, 8, {{"power", points(2)}}, 1);
  EXPECT_THAT(all_low.evaluated().up->factors, ElementsAre(Change{2, 7}))
      << "half of the fourteen at 9 give 5.5: partly";
}

TEST(Flip, down_by_holders_needs_either_median) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(9, 8, {}, 0).add(5, 8, {}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 4);
  EXPECT_THAT(result.down->factors, ElementsAre(Change{2, 3}))
      << "three deciders; any other factor needs seven";
}

TEST(DiscussNext, starts_with_what_swings_the_level_most) {
  Workshop workshop = Workshop::standard();
  workshop.add(6, 8).add(4, 8, {{"power", points(1)}, {"legal", points(6)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(workshop.ids({result.discuss_next->at(0), result.discuss_next->at(1)}),
            (std::vector<std::string>{"power", "legal"}));
  EXPECT_EQ(result.discuss_next->size(), 10U);
}

TEST(DiscussNext, puts_off_what_the_deciders_no_settles) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(7, 8, {{"power", kDontKnow}}, 0);
  workshop.add(5, 8, {{"power", points(9)}, {"time", points(9)}}, 1);
  EXPECT_EQ(workshop.evaluated().discuss_next->front(), 2U) << "power swings the level";
  for (std::size_t i = 7; i < 12; ++i) workshop.people[i].ratings[2] = points(1);
  EXPECT_EQ(workshop.evaluated().discuss_next->front(), 4U)
      << "it no longer does, and on time people are further apart";
}

TEST(DiscussNext, falls_back_on_spread_groups_dont_knows_and_order) {
  // Power at no holds the level at 1; up and down depend on it alone or on case factors.
  Workshop workshop = Workshop::standard();
  workshop.add(8, 9, {{"power", points(1)}, {"time", points(9)}});
  workshop.add(1, 9, {{"power", points(1)}, {"time", points(7)}, {"legal", kDontKnow}});
  const auto order = workshop.ids(*workshop.evaluated().discuss_next);
  const auto place = [&](const std::string& id) {
    return std::find(order.begin(), order.end(), id) - order.begin();
  };
  EXPECT_LT(place("time"), place("legal")) << "spread before don't-knows";
  EXPECT_LT(place("legal"), place("senior_buy_in")) << "don't-knows before order";
  EXPECT_LT(place("senior_buy_in"), place("process_resources")) << "order at last";
}

// The largest workshop with the heaviest weights must not take long, nor need a deep stack.
TEST(Flip, of_the_largest_workshop_is_found_in_reasonable_time) {
  Workshop workshop;
  for (std::size_t f = 0; f < kMostFactors; ++f) {
    const auto role = f % 2 == 0 ? Role::case_for : static_cast<Role>(f % 3);
    workshop.setup.factors.push_back({"f" + std::to_string(f), role, kMostWeight});
  }
  workshop.setup.factors[1].role = Role::blocking;
  workshop.setup.groups = {{"all", true, true}};
  testing::Random random(1);
  for (int i = 0; i < 200; ++i) {
    testing::Person person;
    for (std::size_t f = 0; f < kMostFactors; ++f) {
      person.ratings.emplace_back(points(random.between(1, 5)));
    }
    workshop.people.push_back(person);
  }
  const auto begin = std::chrono::steady_clock::now();
  const Result result = workshop.evaluated();
  EXPECT_TRUE(result.up);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace quorate::engine

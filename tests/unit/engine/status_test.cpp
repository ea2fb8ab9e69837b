#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kDontKnow;
using testing::kNotApplicable;
using testing::points;
using testing::Workshop;

TEST(Status, is_firm_when_no_single_view_would_change_the_advice) {
  const Result result = Workshop::standard().add(9, 8).evaluated();
  EXPECT_EQ(result.status, Status::firm);
  EXPECT_EQ(result.range, (Range{4, 4}));
  EXPECT_THAT(*result.critical, IsEmpty());
}

TEST(Status, is_too_few_below_k_and_tells_the_number_alone) {
  const Workshop workshop = Workshop::standard().add(4, 8);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.status, Status::too_few);
  EXPECT_EQ(result.n, 4);
  EXPECT_FALSE(result.level || result.range || result.critical || result.flags ||
               result.discuss_next || result.flips || result.ceiling);
  EXPECT_FALSE(result.factors[0].figures);
}

TEST(Status, is_too_few_when_an_unknown_factor_is_critical) {
  Workshop workshop = Workshop::standard();
  workshop.add(6, 8).add(4, 8, {{"power", kDontKnow}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.factors[2].figures->unknown, Unknown::dont_know);
  EXPECT_EQ(result.status, Status::too_few);
  EXPECT_FALSE(result.level || result.reasons || result.conditions || result.flips ||
               result.equal_voice_level);
  EXPECT_EQ(result.range, (Range{1, 4})) << "power may be 1 or 9";
  EXPECT_THAT(workshop.ids(*result.critical), ElementsAre("power"));
  EXPECT_TRUE(result.flags);
  EXPECT_EQ(result.discuss_next->front(), 2U);
}

// Seven people who would do it but do not know about power; five deciders who give it this.
Workshop deciders_alone_tell(int power) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(7, 8, {{"power", kDontKnow}}, 0).add(5, 8, {{"power", points(power)}}, 1);
  return workshop;
}

TEST(Status, is_close_where_the_deciders_no_settles_what_too_many_do_not_know) {
  const Workshop workshop = deciders_alone_tell(2);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 1) << "the deciders' no counts";
  EXPECT_EQ(result.range, (Range{1, 1}));
  EXPECT_THAT(*result.critical, IsEmpty());
  EXPECT_EQ(result.status, Status::close_call) << "power is unknown all the same";
  ASSERT_EQ(result.reasons->size(), 1U);
  EXPECT_EQ(result.reasons->front().clause, "B1a");
  EXPECT_THAT(workshop.ids(result.reasons->front().factors), ElementsAre("power"));
  EXPECT_THAT(*result.conditions->four, ElementsAre(FactorSet{2}));
}

TEST(Status, is_too_few_where_the_deciders_leave_it_open_what_too_many_do_not_know) {
  const Result doubtful = deciders_alone_tell(5).evaluated();
  EXPECT_EQ(doubtful.status, Status::too_few);
  EXPECT_EQ(doubtful.range, (Range{1, 3})) << "power may be 1, and is 5 at the most";
  const Result hopeful = deciders_alone_tell(9).evaluated();
  EXPECT_EQ(hopeful.status, Status::too_few);
  EXPECT_EQ(hopeful.range, (Range{1, 4})) << "power may be 1 or 9";
}

TEST(Unknown, takes_over_a_third_of_dont_knows_or_over_half_that_does_not_apply) {
  const auto why = [](std::size_t ratings, std::size_t dk, std::size_t na) {
    Workshop workshop = Workshop::standard().add(9, 8);
    for (testing::Person& person : workshop.people) person.ratings[4] = std::nullopt;
    workshop.add_to("time", ratings, points(8)).add_to("time", dk, kDontKnow);
    workshop.add_to("time", na, kNotApplicable);
    return workshop.evaluated().factors[4].figures->unknown;
  };
  EXPECT_EQ(why(4, 0, 0), Unknown::few);
  EXPECT_EQ(why(5, 0, 0), std::nullopt);
  EXPECT_EQ(why(6, 3, 0), std::nullopt) << "exactly a third";
  EXPECT_EQ(why(6, 4, 0), Unknown::dont_know);
  EXPECT_EQ(why(6, 0, 6), std::nullopt) << "exactly half";
  EXPECT_EQ(why(6, 0, 7), Unknown::not_applicable);
  EXPECT_EQ(why(6, 1, 7), std::nullopt) << "don't-knows count among those asked";
}

TEST(Unknown, counts_as_anything_but_its_ratings_are_still_shown) {
  Workshop workshop = Workshop::standard();
  workshop.add(6, 8).add(4, 8, {{"time", kDontKnow}});
  const FactorFigures figures = *workshop.evaluated().factors[4].figures;
  EXPECT_EQ(figures.used, kUnknown);
  EXPECT_EQ(figures.measures->quantiles, (Quantiles{16, 16, 16}));
}

TEST(Status, is_close_when_a_small_shift_would_change_the_advice) {
  Workshop workshop = Workshop::standard();
  workshop.add(5, 8).add(4, 8, {{"time", points(6)}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.status, Status::close_call);
  EXPECT_EQ(result.level, 4);
  EXPECT_EQ(result.range, (Range{3, 4}));
  EXPECT_THAT(workshop.ids(*result.critical), ElementsAre("time"));
}

TEST(Status, is_close_when_any_factor_is_unknown) {
  Workshop workshop = Workshop::standard();
  workshop.add(9, 8, {{"power", points(2)}, {"innovation", kDontKnow}});
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.status, Status::close_call);
  EXPECT_THAT(*result.critical, IsEmpty());
  EXPECT_EQ(result.level, 1);
}

TEST(Status, is_not_agreed_when_a_critical_factor_has_two_camps) {
  Workshop workshop = Workshop::standard();
  workshop.add(5, 8).add(4, 8, {{"time", points(1)}});
  const Result result = workshop.evaluated();
  EXPECT_TRUE(result.factors[4].figures->measures->nine->disagreement);
  EXPECT_EQ(result.status, Status::not_agreed);
  EXPECT_EQ(result.level, 4) << "disagreement never changes the level";
}

TEST(Status, ignores_camps_that_cannot_change_the_advice) {
  Workshop workshop = Workshop::standard();
  workshop.add(5, 8, {{"power", points(2)}});
  workshop.add(4, 8, {{"power", points(2)}, {"senior_buy_in", points(1)}});
  const Result result = workshop.evaluated();
  EXPECT_TRUE(result.factors[3].figures->measures->nine->disagreement);
  EXPECT_EQ(result.status, Status::firm);
}

TEST(Status, is_not_agreed_when_holders_say_no_and_hopeful_groups_yes) {
  Workshop workshop = Workshop::standard();
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.add(9, 9, {}, 0).add(5, 9, {{"power", points(2)}}, 1);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 1) << "the deciders' own view counts";
  EXPECT_EQ(result.group_levels[0], 4);
  EXPECT_EQ(result.status, Status::not_agreed);
  EXPECT_THAT(*result.flags, ElementsAre(Flag::buy_in_without_power, Flag::groups_differ));
}

TEST(Status, is_incomplete_while_a_factor_is_pending_and_tells_what_is_ruled_out) {
  Workshop workshop = Workshop::standard();
  workshop.add(7, 8, {{"time", points(2)}}).not_revealed("power").not_revealed("legal");
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.status, Status::incomplete);
  EXPECT_EQ(result.ceiling, 2);
  EXPECT_EQ(result.floor, 1);
  EXPECT_FALSE(result.level || result.range || result.critical || result.discuss_next);
  EXPECT_FALSE(result.factors[2].figures);
  EXPECT_TRUE(result.factors[4].figures);
}

TEST(Status, rules_out_what_the_deciders_no_does_while_another_factor_is_pending) {
  const Result result = deciders_alone_tell(2).not_revealed("time").evaluated();
  EXPECT_EQ(result.status, Status::incomplete);
  EXPECT_EQ(result.ceiling, 1);
  EXPECT_EQ(result.floor, 1);
}

TEST(Status, counts_pending_ratings_towards_enough_people) {
  Workshop workshop = Workshop::standard();
  workshop.add(7, 8);
  for (const FactorSpec& factor : workshop.setup.factors) workshop.not_revealed(factor.id);
  EXPECT_EQ(workshop.evaluated().status, Status::incomplete);
}

TEST(Indicative, is_what_fewer_than_seven_rated) {
  EXPECT_TRUE(Workshop::standard().add(6, 8).evaluated().factors[0].figures->indicative);
  EXPECT_FALSE(Workshop::standard().add(7, 8).evaluated().factors[0].figures->indicative);
}

TEST(Stop, when_critical_factors_are_stable_or_after_three_rounds) {
  const auto round = [](std::size_t doubtful, const Counts* before) {
    Workshop workshop = Workshop::standard();
    workshop.add(20 - doubtful, 8).add(doubtful, 8, {{"time", points(6)}});
    return std::pair(workshop.counts(), evaluate(workshop.published(before)));
  };
  const auto [first, result_1] = round(8, nullptr);
  const auto [second, result_2] = round(9, &first);
  const auto [third, result_3] = round(2, &second);
  EXPECT_TRUE(should_stop(result_1, result_2, 2));
  EXPECT_FALSE(should_stop(result_2, round(15, &second).second, 2)) << "the level fell";
  EXPECT_TRUE(should_stop(result_2, result_3, 3));
  EXPECT_FALSE(should_stop(result_1, result_1, 2)) << "nothing to compare with";
}

}  // namespace
}  // namespace quorate::engine

#include "shared/engine/measures.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "shared/engine/result.hpp"
#include "shared/engine/text_writer.hpp"

namespace quorate::engine {
namespace {

Measures of(const Histogram& counts) { return measure(counts); }

TEST(DisagreementIndex, is_zero_when_all_say_the_same) {
  EXPECT_EQ(of({0, 0, 0, 0, 6, 0, 0, 0, 0}).nine->di, (Fraction{0, 1}));
  EXPECT_FALSE(of({0, 0, 0, 0, 6, 0, 0, 0, 0}).nine->disagreement);
}

TEST(DisagreementIndex, exceeds_one_for_two_camps) {
  const Measures camps = of({4, 1, 0, 0, 0, 0, 0, 1, 4});
  EXPECT_EQ(camps.quantiles, (Quantiles{2, 10, 18}));
  EXPECT_EQ(camps.nine->di, (Fraction{320, 94}));
  EXPECT_TRUE(camps.nine->disagreement);
}

TEST(DisagreementIndex, is_never_exactly_one) {
  for (int l2 = kLeastDoubled; l2 <= kMostDoubled; ++l2) {
    for (int u2 = l2; u2 <= kMostDoubled; ++u2) {
      EXPECT_FALSE(disagreement_index({l2, l2, u2}) == (Fraction{1, 1})) << l2 << " " << u2;
    }
  }
}

TEST(ClassicRule, needs_eight_ratings) {
  EXPECT_FALSE(of({0, 0, 0, 0, 0, 0, 7, 0, 0}).nine->rand);
  EXPECT_EQ(of({0, 0, 0, 0, 0, 0, 8, 0, 0}).nine->rand, RandRule::agreement);
}

TEST(ClassicRule, turns_at_a_third_of_the_panel) {
  // Nine people: t = 3.
  EXPECT_EQ(of({3, 0, 0, 0, 3, 0, 0, 0, 3}).nine->rand, RandRule::disagreement);
  EXPECT_EQ(of({2, 0, 0, 0, 4, 0, 0, 0, 3}).nine->rand, RandRule::indeterminate);
  EXPECT_EQ(of({2, 0, 0, 0, 0, 0, 0, 0, 7}).nine->rand, RandRule::agreement);
  EXPECT_EQ(of({0, 0, 3, 0, 0, 0, 6, 0, 0}).nine->rand, RandRule::disagreement);
}

TEST(Comet, wants_seventy_per_cent_for_and_under_fifteen_against) {
  EXPECT_TRUE(of({0, 0, 2, 2, 2, 0, 14, 0, 0}).nine->comet_in);
  EXPECT_FALSE(of({0, 0, 3, 3, 0, 0, 14, 0, 0}).nine->comet_in) << "exactly 15% against";
  EXPECT_FALSE(of({0, 0, 0, 7, 0, 0, 13, 0, 0}).nine->comet_in) << "65% for";
}

TEST(MeanGap, is_the_mean_difference_between_two_people) {
  // 1, 3 and 9: gaps 2, 6 and 8.
  EXPECT_EQ(of({1, 0, 1, 0, 0, 0, 0, 0, 1}).mean_gap, (Fraction{16, 3}));
  EXPECT_FALSE(of({1, 0, 0, 0, 0, 0, 0, 0, 0}).mean_gap) << "one person has no gap";
}

TEST(OrdinalVariation, is_one_for_two_equal_camps_at_the_ends_and_zero_for_one_person) {
  EXPECT_EQ(of({5, 0, 0, 0, 0, 0, 0, 0, 5}).ordinal_variation, (Fraction{1, 1}));
  EXPECT_EQ(of({3, 0, 0, 0, 0, 0, 0, 0, 2}).ordinal_variation, (Fraction{1, 1}));
  EXPECT_EQ(of({1, 0, 0, 0, 0, 0, 0, 0, 0}).ordinal_variation, (Fraction{0, 1}));
}

TEST(Agreement, peels_layers) {
  EXPECT_EQ(of({0, 0, 0, 0, 7, 0, 0, 0, 0}).agreement_a, (Fraction{1, 1}));
  EXPECT_EQ(of({2, 2, 2, 2, 2, 2, 2, 2, 2}).agreement_a, (Fraction{0, 1}));
  EXPECT_EQ(of({4, 0, 0, 0, 0, 0, 0, 0, 4}).agreement_a, (Fraction{-1, 1}));
  EXPECT_EQ(of({4, 4, 0, 0, 0, 0, 0, 0, 0}).agreement_a, (Fraction{7, 8}));
}

TEST(Measures, off_the_nine_point_scale_leave_out_what_needs_it) {
  const std::int64_t counts[] = {1, 2, 3, 0, 1};
  TextWriter out;
  write(out, measure(counts), std::nullopt);
  const std::string text = out.take();
  for (const char* name : {"di", "disagreement", "zone", "rand", "comet_in"}) {
    EXPECT_NE(text.find('"' + std::string(name) + "\":null"), std::string::npos) << name;
  }
}

// In 128 bits, nothing below can overflow; in 64 bits it must not either.
TEST(Measures, do_not_overflow_at_the_largest_size) {
  const std::int64_t half = kMostRatingsMeasured / 2;
  const std::int64_t counts[kMostPoints] = {half, 0, 0, 0, 0, 0, 0, 0, 0, 0, half};
  const Measures measures = measure(counts);
  EXPECT_EQ(measures.ordinal_variation, (Fraction{1, 1}));
  EXPECT_EQ(measures.leik_d, (Fraction{1, 1}));
  EXPECT_EQ(measures.agreement_a, (Fraction{-1, 1}));
  const Int128 most = static_cast<Int128>(kMostRatingsMeasured) * kMostRatingsMeasured *
                      static_cast<std::int64_t>(kMostPoints - 1);
  EXPECT_TRUE(most <= std::numeric_limits<std::int64_t>::max());
}

}  // namespace
}  // namespace quorate::engine

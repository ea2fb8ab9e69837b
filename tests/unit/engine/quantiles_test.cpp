#include "shared/engine/quantiles.hpp"

#include <gtest/gtest.h>

namespace quorate::engine {
namespace {

TEST(Quantiles, are_between_two_ratings_where_the_place_is_whole) {
  // Ten people, one to a point and two on 9: the third and fourth are 3 and 4.
  EXPECT_EQ(quantiles(Histogram{1, 1, 1, 1, 1, 1, 1, 1, 2}), (Quantiles{7, 11, 15}));
}

TEST(Quantiles, are_a_rating_where_the_place_is_not_whole) {
  EXPECT_EQ(quantiles(Histogram{0, 1, 0, 1, 0, 0, 1, 0, 0}), (Quantiles{4, 8, 14}));
}

TEST(Quantiles, of_one_person_are_that_rating) {
  for (std::size_t i = 0; i < kPoints; ++i) {
    Histogram one{};
    one[i] = 1;
    const int doubled = 2 * (static_cast<int>(i) + 1);
    EXPECT_EQ(quantiles(one), (Quantiles{doubled, doubled, doubled}));
  }
}

TEST(Quantiles, skip_points_that_nobody_gave) {
  EXPECT_EQ(quantiles(Histogram{5, 0, 0, 0, 0, 0, 0, 0, 5}).m2, 10);
}

TEST(Zone, of_three_and_a_half_is_partly_and_of_six_and_a_half_yes) {
  EXPECT_EQ(zone(6), Zone::no);
  EXPECT_EQ(zone(7), Zone::partly);
  EXPECT_EQ(zone(12), Zone::partly);
  EXPECT_EQ(zone(13), Zone::yes);
  EXPECT_EQ(zone(kUnknown.m2), Zone::partly);
}

}  // namespace
}  // namespace quorate::engine

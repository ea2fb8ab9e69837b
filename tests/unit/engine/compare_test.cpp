#include "shared/engine/compare.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "shared/engine/measures.hpp"

namespace quorate::engine {
namespace {

using Points = std::vector<std::int64_t>;

TEST(Compare, counts_pairs_above_and_below) {
  // a: 1, 1, 9; b: 5, 9. Above: none of 1 over, 9 over 5 once; below: 1 under both, twice.
  const Comparison found =
      compare(Points{2, 0, 0, 0, 0, 0, 0, 0, 1}, Points{0, 0, 0, 0, 1, 0, 0, 0, 1});
  EXPECT_EQ(found.delta, (Fraction{1 - 4, 6}));
  EXPECT_EQ(found.superiority, (Fraction{1, 4}));
}

TEST(Compare, measures_the_distance_in_points) {
  EXPECT_EQ(compare(Points{3, 0, 0, 0, 0, 0, 0, 0, 0}, Points{0, 0, 0, 0, 0, 0, 0, 0, 2}).w1,
            (Fraction{8, 1}));
  EXPECT_EQ(compare(Points{1, 1, 1}, Points{1, 1, 1}).w1, (Fraction{0, 1}));
}

DeltaClass class_of(std::int64_t thousandths) {
  // 1,000 against 1: delta is (high - low) / 1000.
  const std::int64_t low = (1000 - thousandths) / 2;
  return compare(Points{low, 1000 - low - thousandths - low, low + thousandths}, Points{0, 1, 0})
      .size;
}

TEST(Compare, gives_each_cut_point_to_the_upper_class) {
  EXPECT_EQ(class_of(146), DeltaClass::negligible);
  EXPECT_EQ(class_of(147), DeltaClass::small);
  EXPECT_EQ(class_of(329), DeltaClass::small);
  EXPECT_EQ(class_of(330), DeltaClass::medium);
  EXPECT_EQ(class_of(473), DeltaClass::medium);
  EXPECT_EQ(class_of(474), DeltaClass::large);
}

TEST(TotalVariation, is_the_share_that_would_have_to_move) {
  const Fraction tv = total_variation(Points{17, 3, 0}, Points{20, 0, 0});
  EXPECT_EQ(tv, (Fraction{3, 20}));
  EXPECT_TRUE(is_stable(tv)) << "exactly 15% is stable";
  EXPECT_FALSE(is_stable(total_variation(Points{16, 4, 0}, Points{20, 0, 0})));
}

TEST(Compare, does_not_overflow_at_the_largest_size) {
  const std::int64_t most = kMostRatingsMeasured;
  const Points low{most, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  const Points high{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, most};
  EXPECT_EQ(compare(low, high).delta, (Fraction{-1, 1}));
  EXPECT_EQ(compare(high, low).superiority, (Fraction{1, 1}));
  EXPECT_EQ(compare(low, high).w1, (Fraction{10, 1}));
  EXPECT_EQ(total_variation(low, high), (Fraction{1, 1}));
}

}  // namespace
}  // namespace quorate::engine

#include "shared/engine/fraction.hpp"

#include <gtest/gtest.h>

#include "shared/engine/text_writer.hpp"

namespace quorate::engine {
namespace {

std::string text(Fraction fraction) {
  TextWriter out;
  out.fraction(fraction);
  return out.take();
}

TEST(Fraction, is_written_reduced_with_fifteen_decimals) {
  EXPECT_EQ(text(Fraction{6, 4}), R"({"dec":"1.500000000000000","den":2,"num":3})");
  EXPECT_EQ(text(Fraction{-2, 3}), R"({"dec":"-0.666666666666667","den":3,"num":-2})");
  EXPECT_EQ(text(Fraction{0, 7}), R"({"dec":"0.000000000000000","den":1,"num":0})");
}

TEST(Fraction, rounds_halves_away_from_zero) {
  const std::int64_t den = 2'000'000'000'000'000;  // half a unit of the last decimal
  EXPECT_EQ(decimal({1, den}), "0.000000000000001");
  EXPECT_EQ(decimal({-1, den}), "-0.000000000000001");
  EXPECT_EQ(decimal({3, den}), "0.000000000000002");
  EXPECT_EQ(decimal({1, den + 1}), "0.000000000000000");
  EXPECT_EQ(decimal({-1, den + 1}), "0.000000000000000") << "no negative zero";
  EXPECT_EQ(decimal({den - 1, den}), "1.000000000000000") << "the carry reaches the whole part";
}

TEST(Fraction, has_the_same_decimals_by_long_division_in_either_step) {
  const std::int64_t wide = 300'000'000'000'007;  // five decimals at a time no longer fit
  EXPECT_EQ(decimal({200'000'000'000'000, wide}), "0.666666666666651");
  EXPECT_EQ(decimal({2, 3}), "0.666666666666667");
  EXPECT_EQ(decimal({kMostDenominator - 1, kMostDenominator}), "1.000000000000000");
  EXPECT_EQ(decimal({-5 * 100'000 - 1, 100'000}), "-5.000010000000000");
}

TEST(Fraction, compares_without_overflow) {
  const std::int64_t big = 4'000'000'000'000'000'000;
  EXPECT_LT((Fraction{big - 1, big}.compare({big, big - 1})), 0);
  EXPECT_EQ((Fraction{2, 4}), (Fraction{1, 2}));
  EXPECT_GT((Fraction{-1, 3}.compare({-1, 2})), 0);
}

}  // namespace
}  // namespace quorate::engine

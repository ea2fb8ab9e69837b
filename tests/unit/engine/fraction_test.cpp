#include "shared/engine/fraction.hpp"

#include <gtest/gtest.h>

#include "shared/json/write.hpp"

namespace quorate::engine {
namespace {

TEST(Fraction, is_written_reduced_with_fifteen_decimals) {
  EXPECT_EQ(json::write(to_json(Fraction{6, 4})), R"({"dec":"1.500000000000000","den":2,"num":3})");
  EXPECT_EQ(json::write(to_json(Fraction{-2, 3})),
            R"({"dec":"-0.666666666666667","den":3,"num":-2})");
  EXPECT_EQ(json::write(to_json(Fraction{0, 7})), R"({"dec":"0.000000000000000","den":1,"num":0})");
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

TEST(Fraction, compares_without_overflow) {
  const std::int64_t big = 4'000'000'000'000'000'000;
  EXPECT_LT((Fraction{big - 1, big}.compare({big, big - 1})), 0);
  EXPECT_EQ((Fraction{2, 4}), (Fraction{1, 2}));
  EXPECT_GT((Fraction{-1, 3}.compare({-1, 2})), 0);
}

}  // namespace
}  // namespace quorate::engine

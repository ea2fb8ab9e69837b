#include "shared/json/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace quorate::json {
namespace {

double rough(const std::string& text) {
  const char* end = nullptr;
  const double value = rough_decimal(text.c_str(), &end);
  EXPECT_EQ(end, text.c_str() + text.size()) << text;
  return value;
}

TEST(RoughDecimal, IsNearWhatTheLibraryReads) {
  for (const char* text :
       {"0.5", "-0.25", "1.0", "3.14159265358979323846", "1e3", "1E+3", "12e-3", "0.0", "-0.0",
        "123456789012345678901234567890.5", "0.000000000000000000000000000001", "1e308", "1.7e308",
        "-1.7e308", "2e-308", "99999999999999999999e-300"}) {
    const double expected = std::strtod(text, nullptr);
    EXPECT_NEAR(rough(text), expected, std::abs(expected) * 1e-12) << text;
  }
}

TEST(RoughDecimal, IsInfiniteExactlyWhereTheLibraryIs) {
  for (const char* text :
       {"1e309", "-1e309", "1.8e308", "1e999", "1e999999999999999999999", "1e308", "0e999999999999",
        "0.0000000001e310", "10000000000e300", "1e-999999999"}) {
    EXPECT_EQ(std::isinf(rough(text)), std::isinf(std::strtod(text, nullptr))) << text;
  }
  EXPECT_TRUE(std::isinf(rough(std::string(400, '9') + ".5")));
  EXPECT_FALSE(std::isinf(rough("0." + std::string(70'000, '0') + "1e70000")));
}

TEST(RoughDecimal, EndsBehindTheNumber) {
  const std::string text = "1.5e3,7";
  const char* end = nullptr;
  EXPECT_EQ(rough_decimal(text.c_str(), &end), 1500);
  EXPECT_EQ(*end, ',');
}

}  // namespace
}  // namespace quorate::json

// Exact fractions. They stay as they were formed until they are written down: reducing is for the
// reader, and comparing needs none.
#pragma once

#include <cstdint>
#include <string>

namespace quorate::engine {

// ISO C++ has no 128-bit integer; both of our compilers do.
__extension__ typedef __int128 Int128;

inline constexpr int kDecimals = 15;
// Ten times this still fits in 64 bits.
inline constexpr std::int64_t kMostDenominator = 1'800'000'000'000'000'000;

struct Fraction {
  std::int64_t num = 0;
  std::int64_t den = 1;  // above 0, at most kMostDenominator

  bool operator==(const Fraction& other) const { return compare(other) == 0; }
  // Negative, zero or positive, as *this is less than, equal to or greater than `other`.
  int compare(const Fraction& other) const;
};

Fraction reduced(Fraction fraction);
// 15 decimals, halves away from zero: "-0.611333333333333".
std::string decimal(Fraction fraction);

}  // namespace quorate::engine

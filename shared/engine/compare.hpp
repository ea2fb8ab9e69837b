// How two histograms of ratings differ: two groups on one question, or one question in two rounds.
#pragma once

#include <cstdint>
#include <span>

#include "shared/engine/fraction.hpp"

namespace quorate::engine {

// Cliff's delta in words (cut-points of Romano and others, 2006); each belongs to the upper class.
enum class DeltaClass : std::uint8_t { negligible, small, medium, large };
const char* name(DeltaClass size);

struct Comparison {
  Fraction delta;        // (#(a > b) - #(a < b)) / (n_a n_b): -1 to 1
  Fraction superiority;  // (1 + delta) / 2: that somebody of a is above somebody of b, ties halved
  Fraction w1;           // Wasserstein distance: how many points apart, at the least
  DeltaClass size = DeltaClass::negligible;
};

// Histograms of the same number of points (at most 11), each with 1 to 400,000,000 ratings.
Comparison compare(std::span<const std::int64_t> a, std::span<const std::int64_t> b);

// Total variation: the share of ratings that would have to move to make one of the other, 0 to 1.
Fraction total_variation(std::span<const std::int64_t> a, std::span<const std::int64_t> b);

// Between two rounds, up to this many per cent count as the same answer.
inline constexpr std::int64_t kStablePercent = 15;
inline bool is_stable(Fraction total_variation) {
  return 100 * static_cast<Int128>(total_variation.num) <=
         kStablePercent * static_cast<Int128>(total_variation.den);
}

}  // namespace quorate::engine

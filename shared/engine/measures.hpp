// What one histogram of ratings says by itself. Sources: RAND/UCLA Appropriateness Method User's
// Manual (disagreement index, classic rule), COMET Handbook (consensus in), van der Eijk (2001),
// Leik (1966), Berry and Mielke (1992). Every figure is exact: an integer or a fraction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "shared/engine/fraction.hpp"
#include "shared/engine/quantiles.hpp"

namespace quorate::engine {

inline constexpr std::size_t kLeastPoints = 3;
inline constexpr std::size_t kMostPoints = 11;
// The most ratings a histogram may hold in all: (points - 1) * n^2 is then a denominator that fits.
inline constexpr std::int64_t kMostRatingsMeasured = 400'000'000;
static_assert(static_cast<std::int64_t>(kMostPoints - 1) * kMostRatingsMeasured *
                  kMostRatingsMeasured <=
              kMostDenominator);
// Fewer ratings than this are only indicative, and said so.
inline constexpr std::int64_t kIndicativeBelow = 7;

enum class RandRule : std::uint8_t { agreement, disagreement, indeterminate };
const char* name(RandRule rule);

// What is defined on the scale 1..9 alone.
struct NinePoint {
  Zone zone = Zone::partly;
  Fraction di;                   // RAND/UCLA: IPR / IPRAS
  bool disagreement = false;     // di > 1
  std::optional<RandRule> rand;  // from 8 ratings on
  bool comet_in = false;         // 70% or more in 7-9 and under 15% in 1-3
};

struct Measures {
  std::int64_t n = 0;
  Quantiles quantiles;
  std::optional<NinePoint> nine;
  std::optional<Fraction> mean_gap;  // the mean difference of two people, in points; from n = 2 on
  Fraction ordinal_variation;        // 0 (all agree) to 1 (two camps at the ends)
  Fraction agreement_a;              // -1 to 1
  Fraction leik_d;                   // 0 to 1
};

// 3..11 points; at least one rating, at most kMostRatingsMeasured.
Measures measure(std::span<const std::int64_t> counts);

Fraction disagreement_index(Quantiles quantiles);
Fraction ordinal_variation(std::span<const std::int64_t> counts);
// Van der Eijk's A of a histogram.
Fraction agreement(std::span<const std::int64_t> counts);

}  // namespace quorate::engine

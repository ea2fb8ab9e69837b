#include "shared/engine/measures.hpp"

#include <algorithm>
#include <array>

namespace quorate::engine {

namespace {

constexpr std::int64_t kRandLeast = 8;  // the classic rule needs this many ratings

using Points = std::span<const std::int64_t>;

// How many people are in the three points of a zone, on the scale 1..9.
std::int64_t in_zone(Points counts, Zone zone) {
  return sum(counts.subspan(static_cast<std::size_t>(zone) * 3, 3));
}

std::optional<RandRule> classic_rule(Points counts, std::int64_t n, Zone median) {
  if (n < kRandLeast) return std::nullopt;
  const std::int64_t third = (n + 1) / 3;
  if (in_zone(counts, Zone::no) >= third && in_zone(counts, Zone::yes) >= third) {
    return RandRule::disagreement;
  }
  return n - in_zone(counts, median) <= third - 1 ? RandRule::agreement : RandRule::indeterminate;
}

NinePoint nine_point(Points counts, std::int64_t n, Quantiles quantiles) {
  NinePoint nine;
  nine.zone = zone(quantiles.m2);
  nine.di = disagreement_index(quantiles);
  nine.disagreement = nine.di.num > nine.di.den;
  nine.rand = classic_rule(counts, n, nine.zone);
  nine.comet_in =
      10 * in_zone(counts, Zone::yes) >= 7 * n && 20 * in_zone(counts, Zone::no) < 3 * n;
  return nine;
}

// Sum of F_i (n - F_i) over the cumulative counts F_i, the last one left out: for each step of the
// scale, the pairs of people whom it parts.
std::int64_t parted_pairs(Points counts, std::int64_t n) {
  std::int64_t pairs = 0;
  std::int64_t below = 0;
  for (const std::int64_t count : counts.first(counts.size() - 1)) {
    below += count;
    pairs += below * (n - below);
  }
  return pairs;
}

Fraction leik(Points counts, std::int64_t n) {
  std::int64_t dispersion = 0;
  std::int64_t below = 0;
  for (const std::int64_t count : counts.first(counts.size() - 1)) {
    below += count;
    dispersion += std::min(below, n - below);
  }
  return {2 * dispersion, (static_cast<std::int64_t>(counts.size()) - 1) * n};
}

// Triples of points i < j < m with two of them in the pattern: the two side by side (110, 011), or
// with the one outside between them (101).
struct Triples {
  std::int64_t together = 0;
  std::int64_t apart = 0;
};

Triples triples(std::span<const bool> pattern, std::int64_t size) {
  Triples result;
  std::int64_t left = 0;
  for (const bool in : pattern) {
    if (in) {
      ++left;
      continue;
    }
    const std::int64_t right = size - left;
    result.together += left * (left - 1) / 2 + right * (right - 1) / 2;
    result.apart += left * right;
  }
  return result;
}

}  // namespace

const char* name(RandRule rule) {
  switch (rule) {
    case RandRule::agreement:
      return "agreement";
    case RandRule::disagreement:
      return "disagreement";
    case RandRule::indeterminate:
      break;
  }
  return "indeterminate";
}

Fraction disagreement_index(Quantiles quantiles) {
  // IPRAS = 2.35 + 1.5 |5 - (L + U)/2|, everything times 40.
  const int centre = quantiles.u2 + quantiles.l2;
  return {20 * (quantiles.u2 - quantiles.l2), 94 + 15 * std::abs(20 - centre)};
}

Fraction ordinal_variation(Points counts) {
  const std::int64_t n = sum(counts);
  if (n == 1) return {0, 1};
  return {4 * parted_pairs(counts, n),
          (static_cast<std::int64_t>(counts.size()) - 1) * (n * n - n % 2)};
}

Fraction agreement(Points counts) {
  // A layer of S points and smallest count m adds m S A(P) / n, where A(P) is
  //   ((K-2) TU - (K-1) TDU) / ((K-2) (TU+TDU)) * (K-S)/(K-1).
  // TU + TDU is S (S-1)/2 * (K-S), so that the layer adds, for S > 1,
  //   2 m ((K-2) TU - (K-1) TDU) / ((K-2) (K-1) (S-1) n);
  // with S = K there is no triple of either kind, and the layer adds nothing.
  constexpr std::int64_t kMultiple = 2520;  // of every S - 1 from 1 to 9
  const auto points = static_cast<std::int64_t>(counts.size());
  const std::int64_t unit = (points - 2) * (points - 1) * kMultiple;
  std::array<std::int64_t, kMostPoints> rest{};
  std::copy(counts.begin(), counts.end(), rest.begin());
  std::array<bool, kMostPoints> pattern{};
  std::int64_t sum_of_layers = 0;
  for (;;) {
    std::int64_t size = 0;
    std::int64_t smallest = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      pattern[i] = rest[i] > 0;
      if (!pattern[i]) continue;
      ++size;
      smallest = smallest == 0 ? rest[i] : std::min(smallest, rest[i]);
    }
    if (size == 0) break;
    if (size == 1) {
      sum_of_layers += smallest * unit;
    } else if (size < points) {
      const Triples found = triples(std::span(pattern).first(counts.size()), size);
      sum_of_layers += 2 * smallest * (kMultiple / (size - 1)) *
                       ((points - 2) * found.together - (points - 1) * found.apart);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (pattern[i]) rest[i] -= smallest;
    }
  }
  return {sum_of_layers, unit * sum(counts)};
}

Measures measure(Points counts) {
  Measures result;
  const std::int64_t n = sum(counts);
  result.n = n;
  result.quantiles = quantiles(counts, n);
  if (counts.size() == kPoints) result.nine = nine_point(counts, n, result.quantiles);
  if (n > 1) result.mean_gap = Fraction{2 * parted_pairs(counts, n), n * (n - 1)};
  result.ordinal_variation = ordinal_variation(counts);
  result.agreement_a = agreement(counts);
  result.leik_d = leik(counts, n);
  return result;
}

}  // namespace quorate::engine

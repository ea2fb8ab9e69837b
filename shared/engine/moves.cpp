#include "shared/engine/moves.hpp"

#include <algorithm>
#include <limits>

namespace quorate::engine {

namespace {

// below[v]: how many ratings are v or less.
using Cumulative = std::array<std::int64_t, kPoints + 1>;

Cumulative cumulative(const Histogram& counts) {
  Cumulative below{};
  for (std::size_t i = 0; i < kPoints; ++i) below[i + 1] = below[i] + counts[i];
  return below;
}

// Twice the median is the sum of the ratings at two places (the same place when n is odd). It
// reaches t when the lower one is at least p and the upper one at least q, for some p + q = t; and
// the rating at place i is at least p when no more than i - 1 ratings are below p. Each change
// takes the lowest rating, so that it counts against both bounds; the ratings still to be taken
// away are the larger excess. `below` is what is left after the changes made already.
std::int64_t changes_to_reach(const Cumulative& below, std::int64_t n, int t) {
  const std::int64_t lower_place = (n + 1) / 2;
  const std::int64_t upper_place = n / 2 + 1;
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  for (int q = (t + 1) / 2; q <= static_cast<int>(kPoints) && q < t; ++q) {
    const int p = t - q;
    if (lower_place == upper_place && q > (t + 1) / 2) break;
    // One place, an odd t: that rating itself has to be the upper of the two.
    const int first = lower_place == upper_place ? q : p;
    const std::int64_t excess =
        std::max(below[static_cast<std::size_t>(first - 1)] - (lower_place - 1),
                 below[static_cast<std::size_t>(q - 1)] - (upper_place - 1));
    fewest = std::min(fewest, std::max<std::int64_t>(excess, 0));
  }
  return fewest;
}

// What is left of `everybody` below each point when the `taken` lowest of `part` became 9s.
Cumulative after_taking(const Cumulative& everybody, const Cumulative& part, std::int64_t taken) {
  Cumulative below = everybody;
  for (std::size_t v = 1; v < kPoints; ++v) below[v] -= std::min(part[v], taken);
  return below;
}

Histogram mirrored(Histogram counts) {
  std::reverse(counts.begin(), counts.end());
  return counts;
}

}  // namespace

Costs costs_to_raise(const Histogram& everybody, const std::optional<Histogram>& holders) {
  Costs costs{};
  const Cumulative below = cumulative(everybody);
  const std::int64_t n = below[kPoints];
  const Cumulative holders_below = holders ? cumulative(*holders) : Cumulative{};
  for (int t = kLeastDoubled; t <= kMostDoubled; ++t) {
    std::int64_t& cost = costs[static_cast<std::size_t>(t)];
    if (!holders) {
      cost = changes_to_reach(below, n, t);
      continue;
    }
    // The holders' own median needs so many of them; whatever everybody's still lacks then may be
    // anybody's, one for one.
    const std::int64_t needed = changes_to_reach(holders_below, holders_below[kPoints], t);
    cost = needed + changes_to_reach(after_taking(below, holders_below, needed), n, t);
  }
  return costs;
}

Costs costs_to_lower(const Histogram& everybody, const std::optional<Histogram>& holders) {
  const Costs all = costs_to_raise(mirrored(everybody), std::nullopt);
  const Costs own = holders ? costs_to_raise(mirrored(*holders), std::nullopt) : all;
  Costs costs{};
  for (int t = kLeastDoubled; t <= kMostDoubled; ++t) {
    const auto mirror = static_cast<std::size_t>(kLeastDoubled + kMostDoubled - t);
    costs[static_cast<std::size_t>(t)] = std::min(all[mirror], own[mirror]);
  }
  return costs;
}

}  // namespace quorate::engine

#include "shared/engine/values.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace quorate::engine {

namespace {

Quantiles lower(Quantiles a, Quantiles b) {
  return {std::min(a.l2, b.l2), std::min(a.m2, b.m2), std::min(a.u2, b.u2)};
}

// What percentiles multiply the sum of the weights by, at the most: 70% is 7/10.
constexpr int kMostOver = 7;

// A rating in a cell of n weighs product / n. With 12 cells of 1,000 the sum is 1.2e37, and seven
// times that is below 2^127.
template <class N>
Quantiles weighted(const std::vector<Cell>& cells) {
  N product = 1;
  for (const Cell& cell : cells) product *= cell.n;
  std::array<N, kPoints> sum{};
  for (const Cell& cell : cells) {
    const N weight = product / cell.n;
    for (std::size_t i = 0; i < kPoints; ++i) sum[i] += weight * cell.counts[i];
  }
  return quantiles(std::span<const N>(sum), product * static_cast<std::int64_t>(cells.size()));
}

}  // namespace

std::optional<Histogram> holders_ratings(const Setup& setup, const PublishedFactor& factor) {
  Histogram ratings{};
  bool any = false;
  for (const Cell& cell : factor.cells) {
    const auto holding = std::count_if(cell.groups.begin(), cell.groups.end(), [&](std::size_t g) {
      return setup.groups[g].holds_decision;
    });
    if (holding == 0) continue;
    if (holding != static_cast<std::ptrdiff_t>(cell.groups.size())) return std::nullopt;
    any = true;
    for (std::size_t i = 0; i < kPoints; ++i) ratings[i] += cell.counts[i];
  }
  if (!any) return std::nullopt;
  return ratings;
}

std::optional<Unknown> unknown(const PublishedFactor& factor) {
  if (!factor.counts) return Unknown::few;
  const auto [dk, na] = factor.unrated.value_or(Unrated{});
  // Of those it applies to, more than a third do not know; or it does not apply to most.
  if (3 * dk > factor.n + dk) return Unknown::dont_know;
  if (2 * na > factor.n + dk + na) return Unknown::not_applicable;
  return std::nullopt;
}

FactorValue factor_value(const Published& published, std::size_t factor) {
  const PublishedFactor& found = published.factors[factor];
  FactorValue value;
  value.unknown = unknown(found);
  value.used = value.unknown ? kUnknown : quantiles(*found.counts);
  // Also where the factor is unknown: that many people cannot tell does not outvote those who can.
  if (published.setup.factors[factor].judged_by_holders) {
    value.holders = holders_ratings(published.setup, found);
    if (value.holders) value.used = lower(value.used, quantiles(*value.holders));
  }
  return value;
}

Quantiles equal_voice(const std::vector<Cell>& cells) {
  if (cells.size() == 1) return quantiles(cells.front().counts);
  // Where 64 bits are enough they are much faster, above all in a browser.
  constexpr Int128 kMost64 = std::numeric_limits<std::int64_t>::max() / kMostOver;
  Int128 weight = static_cast<std::int64_t>(cells.size());
  for (const Cell& cell : cells) weight *= cell.n;
  return weight <= kMost64 ? weighted<std::int64_t>(cells) : weighted<Int128>(cells);
}

std::optional<Medians> equal_voice_medians(const Published& published,
                                           const std::vector<FactorValue>& values) {
  for (const PublishedFactor& factor : published.factors) {
    for (const Cell& cell : factor.cells) {
      if (cell.n > kMostEqualVoice) return std::nullopt;
    }
  }
  Medians medians{};
  for (std::size_t f = 0; f < values.size(); ++f) {
    medians[f] = values[f].unknown ? kUnknown.m2 : equal_voice(published.factors[f].cells).m2;
    if (values[f].holders) medians[f] = std::min(medians[f], quantiles(*values[f].holders).m2);
  }
  return medians;
}

std::vector<std::optional<int>> own_levels(const Ruleset& ruleset, const Published& published) {
  const Setup& setup = published.setup;
  std::vector<std::optional<int>> levels(setup.groups.size());
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    Medians medians{};
    std::size_t alone = 0;
    bool blocking = true;
    for (std::size_t f = 0; f < setup.factors.size(); ++f) {
      const auto& cells = published.factors[f].cells;
      const auto own = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell.groups.size() == 1 && cell.groups.front() == g;
      });
      if (own != cells.end()) {
        ++alone;
        medians[f] = quantiles(own->counts).m2;
      } else {
        medians[f] = kUnknown.m2;
        if (setup.factors[f].role == Role::blocking) blocking = false;
      }
    }
    if (blocking && 2 * alone >= setup.factors.size()) {
      levels[g] = level(ruleset, setup, medians);
    }
  }
  return levels;
}

std::optional<Fraction> cross_group_consensus(const std::vector<Cell>& cells) {
  std::optional<Fraction> least;
  for (const Cell& cell : cells) {
    const Fraction share{cell.counts[6] + cell.counts[7] + cell.counts[8] + 1, cell.n + 2};
    if (!least || share.compare(*least) < 0) least = share;
  }
  return least;
}

}  // namespace quorate::engine

#include "shared/engine/publication.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>
#include <vector>

#include "shared/engine/quantiles.hpp"

namespace quorate::engine {

namespace {

// Ratings of a group, or of several, turned if the factor is reversed.
struct Rated {
  Histogram counts{};
  std::int64_t n = 0;
  std::int64_t own = 0;  // of n, those that are not proxies'

  Rated& operator+=(const Rated& other) {
    for (std::size_t i = 0; i < kPoints; ++i) counts[i] += other.counts[i];
    n += other.n;
    own += other.own;
    return *this;
  }
  bool enough(std::int64_t k) const { return n >= k && (own == 0 || own >= k); }
};

// Those of one factor.
using ByGroup = std::vector<Rated>;

ByGroup by_group(const Setup& setup, const Counts& counts, std::size_t factor) {
  ByGroup result;
  result.reserve(setup.groups.size());
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    Rated rated{counts.histogram(factor, g)};
    rated.n = total(rated.counts);
    rated.own = rated.n - counts.proxies(factor, g);
    if (setup.factors[factor].reversed) std::reverse(rated.counts.begin(), rated.counts.end());
    result.push_back(rated);
  }
  return result;
}

Rated sum(const ByGroup& ratings) {
  Rated result;
  for (const Rated& group : ratings) result += group;
  return result;
}

Cell make_cell(const ByGroup& ratings, std::vector<std::size_t> groups) {
  std::sort(groups.begin(), groups.end());
  Rated rated;
  for (const std::size_t g : groups) rated += ratings[g];
  return {std::move(groups), rated.counts, rated.n};
}

// Appends the cells of `groups` (those with ratings, together none or enough): each alone that has
// enough by itself, the others together, with the smallest of those, one after another, until
// together they are enough.
void pool(const ByGroup& ratings, const std::vector<std::size_t>& groups, std::int64_t k,
          std::vector<Cell>& cells) {
  std::vector<std::size_t> alone;
  std::vector<std::size_t> together;
  Rated pooled;
  for (const std::size_t g : groups) {
    const bool enough = ratings[g].enough(k);
    (enough ? alone : together).push_back(g);
    if (!enough) pooled += ratings[g];
  }
  while (!together.empty() && !pooled.enough(k)) {
    assert(!alone.empty());
    const auto smallest =
        std::min_element(alone.begin(), alone.end(),
                         [&](std::size_t a, std::size_t b) { return ratings[a].n < ratings[b].n; });
    pooled += ratings[*smallest];
    together.push_back(*smallest);
    alone.erase(smallest);
  }
  for (const std::size_t g : alone) cells.push_back(make_cell(ratings, {g}));
  if (!together.empty()) cells.push_back(make_cell(ratings, std::move(together)));
}

// `ratings` are enough.
std::vector<Cell> make_cells(const Setup& setup, const FactorSpec& factor, const ByGroup& ratings) {
  const std::int64_t k = setup.min_group;
  std::vector<std::size_t> all;
  std::array<std::vector<std::size_t>, 2> sides;  // those who hold the decision, and the others
  std::array<Rated, 2> rated;
  for (std::size_t g = 0; g < ratings.size(); ++g) {
    if (ratings[g].n == 0) continue;
    const std::size_t side = setup.groups[g].holds_decision ? 0 : 1;
    all.push_back(g);
    sides[side].push_back(g);
    rated[side] += ratings[g];
  }
  const bool holders_apart = factor.judged_by_holders || factor.id == kSeniorBuyIn;
  const auto safe = [&](const Rated& side) { return side.n == 0 || side.enough(k); };
  std::vector<Cell> cells;
  if (holders_apart && safe(rated[0]) && safe(rated[1])) {
    for (const auto& side : sides) pool(ratings, side, k, cells);
  } else {
    pool(ratings, all, k, cells);
  }
  std::sort(cells.begin(), cells.end(),
            [](const Cell& a, const Cell& b) { return a.groups.front() < b.groups.front(); });
  return cells;
}

// Nothing while all that answered are fewer than k.
std::optional<Unrated> unrated(const Setup& setup, const Counts& counts, std::size_t factor,
                               std::int64_t n) {
  Unrated result;
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    result.dk += counts.dont_know(factor, g);
    result.na += counts.not_applicable(factor, g);
  }
  if (n + result.dk + result.na < setup.min_group) return std::nullopt;
  return result;
}

}  // namespace

std::int64_t Published::n() const {
  std::int64_t most = 0;
  for (const PublishedFactor& factor : factors) most = std::max(most, factor.n);
  return most;
}

Published publish(Setup given, const Counts& counts, const std::vector<bool>& pending,
                  const Counts* previous) {
  Published published{std::move(given), {}};
  const Setup& setup = published.setup;
  published.factors.resize(setup.factors.size());
  std::vector<ByGroup> ratings;
  std::vector<Rated> everybody;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    ratings.push_back(by_group(setup, counts, f));
    everybody.push_back(sum(ratings[f]));
    published.factors[f].pending = pending[f];
    published.factors[f].n = everybody[f].n;
    published.enough = published.enough || everybody[f].enough(setup.min_group);
  }
  if (!published.enough) return published;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    PublishedFactor& factor = published.factors[f];
    if (factor.pending) continue;
    factor.unrated = unrated(setup, counts, f, factor.n);
    if (!everybody[f].enough(setup.min_group)) continue;
    factor.counts = everybody[f].counts;
    factor.cells = make_cells(setup, setup.factors[f], ratings[f]);
    if (previous == nullptr) continue;
    const Rated before = sum(by_group(setup, *previous, f));
    if (before.enough(setup.min_group)) factor.previous = before.counts;
  }
  return published;
}

}  // namespace quorate::engine

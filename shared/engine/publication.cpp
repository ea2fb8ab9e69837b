#include "shared/engine/publication.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/engine/quantiles.hpp"

namespace quorate::engine {

namespace {

// The ratings of one factor, by group, turned if the factor is reversed.
using ByGroup = std::vector<Histogram>;

ByGroup by_group(const Setup& setup, const Counts& counts, std::size_t factor) {
  ByGroup result;
  result.reserve(setup.groups.size());
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    result.push_back(counts.histogram(factor, g));
    if (setup.factors[factor].reversed) std::reverse(result.back().begin(), result.back().end());
  }
  return result;
}

Histogram sum(const ByGroup& ratings) {
  Histogram result{};
  for (const Histogram& group : ratings) {
    for (std::size_t i = 0; i < kPoints; ++i) result[i] += group[i];
  }
  return result;
}

Cell make_cell(const ByGroup& ratings, std::vector<std::size_t> groups) {
  Cell cell;
  std::sort(groups.begin(), groups.end());
  for (const std::size_t g : groups) {
    for (std::size_t i = 0; i < kPoints; ++i) cell.counts[i] += ratings[g][i];
  }
  cell.n = total(cell.counts);
  cell.groups = std::move(groups);
  return cell;
}

// Appends the cells of `groups` (those with ratings): each alone from k ratings on, the smaller
// ones together, with the smallest larger one if together they are still below k. With fewer than
// k ratings in all there is none.
void pool(const ByGroup& ratings, const std::vector<std::size_t>& groups, std::int64_t k,
          std::vector<Cell>& cells) {
  std::vector<std::size_t> alone;
  std::vector<std::size_t> together;
  std::int64_t pooled = 0;
  for (const std::size_t g : groups) {
    const std::int64_t n = total(ratings[g]);
    (n >= k ? alone : together).push_back(g);
    if (n < k) pooled += n;
  }
  if (!together.empty() && pooled < k) {
    if (alone.empty()) return;
    const auto smallest = std::min_element(
        alone.begin(), alone.end(),
        [&](std::size_t a, std::size_t b) { return total(ratings[a]) < total(ratings[b]); });
    together.push_back(*smallest);
    alone.erase(smallest);
  }
  for (const std::size_t g : alone) cells.push_back(make_cell(ratings, {g}));
  if (!together.empty()) cells.push_back(make_cell(ratings, std::move(together)));
}

std::vector<Cell> make_cells(const Setup& setup, const FactorSpec& factor, const ByGroup& ratings) {
  const std::int64_t k = setup.min_group;
  std::vector<std::size_t> all;
  std::array<std::vector<std::size_t>, 2> sides;  // those who hold the decision, and the others
  std::array<std::int64_t, 2> n{};
  for (std::size_t g = 0; g < ratings.size(); ++g) {
    const std::int64_t rated = total(ratings[g]);
    if (rated == 0) continue;
    const std::size_t side = setup.groups[g].holds_decision ? 0 : 1;
    all.push_back(g);
    sides[side].push_back(g);
    n[side] += rated;
  }
  const bool holders_apart = factor.judged_by_holders || factor.id == kSeniorBuyIn;
  const auto safe = [&](std::int64_t size) { return size == 0 || size >= k; };
  std::vector<Cell> cells;
  if (holders_apart && safe(n[0]) && safe(n[1])) {
    for (const auto& side : sides) pool(ratings, side, k, cells);
  } else {
    pool(ratings, all, k, cells);
  }
  std::sort(cells.begin(), cells.end(),
            [](const Cell& a, const Cell& b) { return a.groups.front() < b.groups.front(); });
  return cells;
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
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    ratings.push_back(by_group(setup, counts, f));
    published.factors[f].pending = pending[f];
    published.factors[f].n = total(sum(ratings[f]));
  }
  if (!published.enough()) return published;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    PublishedFactor& factor = published.factors[f];
    if (factor.pending) continue;
    for (std::size_t g = 0; g < setup.groups.size(); ++g) {
      factor.dk += counts.dont_know(f, g);
      factor.na += counts.not_applicable(f, g);
    }
    if (factor.n < setup.min_group) continue;
    factor.counts = sum(ratings[f]);
    factor.cells = make_cells(setup, setup.factors[f], ratings[f]);
    if (previous == nullptr) continue;
    const Histogram before = sum(by_group(setup, *previous, f));
    if (total(before) >= setup.min_group) factor.previous = before;
  }
  return published;
}

}  // namespace quorate::engine

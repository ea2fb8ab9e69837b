#include "shared/engine/discuss.hpp"

#include <algorithm>

namespace quorate::engine {

namespace {

struct Rank {
  int swing = 0;
  std::optional<Fraction> changes;  // of its ratings, for another level; none sorts last
  Fraction spread;
  Fraction apart;
  Fraction dont_know;
  std::size_t place = 0;
};

std::optional<std::int64_t> fewer(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

Fraction furthest_groups(const FactorFigures& figures) {
  Fraction furthest;
  for (const PairFigures& pair : figures.pairs) {
    Fraction size = pair.comparison.delta;
    if (size.num < 0) size.num = -size.num;
    if (size.compare(furthest) > 0) furthest = size;
  }
  return furthest;
}

bool before(const Rank& a, const Rank& b) {
  if (a.swing != b.swing) return a.swing > b.swing;
  if (a.changes.has_value() != b.changes.has_value()) return a.changes.has_value();
  if (a.changes) {
    if (const int order = a.changes->compare(*b.changes)) return order < 0;
  }
  if (const int order = a.spread.compare(b.spread)) return order > 0;
  if (const int order = a.apart.compare(b.apart)) return order > 0;
  if (const int order = a.dont_know.compare(b.dont_know)) return order > 0;
  return a.place < b.place;
}

}  // namespace

std::vector<Swing> level_swings(const Position& position, const std::vector<FactorValue>& values) {
  std::vector<Swing> swings;
  const auto at = [&](std::size_t f, int m2) {
    return m2 == position.medians[f]
               ? position.level
               : level_with(position.ruleset, position.setup, position.medians, f, m2);
  };
  for (std::size_t f = 0; f < values.size(); ++f) {
    swings.push_back({at(f, values[f].used.l2), at(f, values[f].used.u2)});
  }
  return swings;
}

FactorSet discuss_next(const Result& result, const std::vector<Swing>& swings,
                       const std::vector<std::optional<std::int64_t>>& up,
                       const std::vector<std::optional<std::int64_t>>& down) {
  std::vector<Rank> ranks;
  for (std::size_t f = 0; f < swings.size(); ++f) {
    const FactorResult& factor = result.factors[f];
    const FactorFigures& figures = *factor.figures;
    Rank rank;
    rank.swing = swings[f].hi - swings[f].lo;
    if (const auto changes = fewer(up[f], down[f])) rank.changes = Fraction{*changes, factor.n};
    if (figures.measures) rank.spread = figures.measures->ordinal_variation;
    rank.apart = furthest_groups(figures);
    const std::int64_t dk = figures.unrated ? figures.unrated->dk : 0;
    if (dk > 0) rank.dont_know = {dk, factor.n + dk};
    rank.place = f;
    ranks.push_back(rank);
  }
  std::sort(ranks.begin(), ranks.end(), before);
  FactorSet order;
  for (const Rank& rank : ranks) order.push_back(rank.place);
  return order;
}

}  // namespace quorate::engine

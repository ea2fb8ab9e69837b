#include "shared/engine/figures.hpp"

namespace quorate::engine {

FactorFigures factor_figures(const Published& published, std::size_t factor,
                             const FactorValue& value) {
  const PublishedFactor& found = published.factors[factor];
  FactorFigures figures;
  figures.unrated = found.unrated;
  figures.unknown = value.unknown;
  figures.indicative = found.n < kIndicativeBelow;
  figures.used = value.used;
  if (!found.counts) return figures;
  figures.counts = found.counts;
  figures.measures = measure(*found.counts);
  figures.cells.reserve(found.cells.size());
  for (const Cell& cell : found.cells) figures.cells.push_back({cell, quantiles(cell.counts)});
  figures.pairs.reserve(found.cells.size() * (found.cells.size() - 1) / 2);
  for (std::size_t a = 0; a < found.cells.size(); ++a) {
    for (std::size_t b = a + 1; b < found.cells.size(); ++b) {
      PairFigures pair{a, b, compare(found.cells[a].counts, found.cells[b].counts), false};
      pair.divergence =
          zone(figures.cells[a].quantiles.m2) != zone(figures.cells[b].quantiles.m2) &&
          pair.comparison.size == DeltaClass::large;
      figures.pairs.push_back(pair);
    }
  }
  if (found.previous) {
    const Fraction tv = total_variation(*found.counts, *found.previous);
    figures.stability = Stability{tv, is_stable(tv)};
  }
  figures.cross_group_consensus = cross_group_consensus(found.cells);
  return figures;
}

}  // namespace quorate::engine

// What each factor counts as: its own percentiles, after the rules for the unknown and for those
// who hold the decision; and the same with every group weighing alike.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "shared/engine/level.hpp"
#include "shared/engine/publication.hpp"
#include "shared/engine/quantiles.hpp"
#include "shared/engine/result.hpp"

namespace quorate::engine {

// The ratings of those who hold the decision, where they are a union of published cells; empty
// where they are not, or have no rating.
std::optional<Histogram> holders_ratings(const Setup& setup, const PublishedFactor& factor);

// The factor must not be pending, and enough people must have answered something.
std::optional<Unknown> unknown(const PublishedFactor& factor);

struct FactorValue {
  std::optional<Unknown> unknown;
  Quantiles used;
  // Set where the holders' rule is on: a factor, known or not, judged by holders who are heard.
  std::optional<Histogram> holders;
};
FactorValue factor_value(const Published& published, std::size_t factor);

// Percentiles with every cell weighing the same. Each cell must have at most kMostEqualVoice
// ratings, and there must be one at least.
Quantiles equal_voice(const std::vector<Cell>& cells);
// From here on the weights' product would no longer fit 128 bits; equal voice is withheld.
inline constexpr std::int64_t kMostEqualVoice = 1'000;

// The medians with every group weighing the same; empty when some cell is too large. No factor may
// be pending.
std::optional<Medians> equal_voice_medians(const Published& published,
                                           const std::vector<FactorValue>& values);

// The level of each group by its own ratings alone, where it is published alone on every blocking
// factor and on half of all factors at least.
std::vector<std::optional<int>> own_levels(const Ruleset& ruleset, const Published& published);

// The smallest of the cells' (yes + 1) / (n + 2): how sure one may be that every group says yes.
std::optional<Fraction> cross_group_consensus(const std::vector<Cell>& cells);

}  // namespace quorate::engine

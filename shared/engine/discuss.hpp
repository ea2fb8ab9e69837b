// Which factors are worth talking about first.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/engine/flips.hpp"
#include "shared/engine/result.hpp"
#include "shared/engine/values.hpp"

namespace quorate::engine {

// The levels with one factor at its 30th and at its 70th percentile, the others at the median.
struct Swing {
  int lo = 0;
  int hi = 0;
};
std::vector<Swing> level_swings(const Position& position, const std::vector<FactorValue>& values);

// All factors: the widest swing first, then the fewest changes on it alone, then the widest spread,
// the furthest groups, the most don't-knows, the earliest. `up` and `down` are `single_factor`.
FactorSet discuss_next(const Result& result, const std::vector<Swing>& swings,
                       const std::vector<std::optional<std::int64_t>>& up,
                       const std::vector<std::optional<std::int64_t>>& down);

}  // namespace quorate::engine

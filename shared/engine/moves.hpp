// How many ratings of one factor would have to change for its median to get somewhere.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "shared/engine/quantiles.hpp"

namespace quorate::engine {

// Indexed by twice the median, 2..18: the fewest ratings that must change for the factor's median
// to reach it or pass it; 0 where it is there already.
using Costs = std::array<std::int64_t, kMostDoubled + 1>;

// Changed ratings become 9s, lowest first. Where holders judge (they are among `everybody`), the
// lower of both medians has to rise, and one holder's change counts in both.
Costs costs_to_raise(const Histogram& everybody, const std::optional<Histogram>& holders);
// Changed ratings become 1s, highest first. Where holders judge, lowering either median will do.
Costs costs_to_lower(const Histogram& everybody, const std::optional<Histogram>& holders);

}  // namespace quorate::engine

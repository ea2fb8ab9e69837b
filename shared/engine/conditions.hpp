// Why the level is what it is, and what would have to be in place for a higher one.
#pragma once

#include <vector>

#include "shared/engine/level.hpp"
#include "shared/engine/result.hpp"

namespace quorate::engine {

// The true clauses of the matched row of every cap that equals the level, the case first.
std::vector<Reason> reasons(const Ruleset& ruleset, const Setup& setup, const Medians& m2);

Conditions conditions(const Ruleset& ruleset, const Setup& setup, const Medians& m2);

}  // namespace quorate::engine

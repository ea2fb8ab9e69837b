// From what is published to what it means: the engine's main function, the same in the server and
// in the browser.
#pragma once

#include "shared/engine/publication.hpp"
#include "shared/engine/result.hpp"
#include "shared/engine/ruleset.hpp"

namespace quorate::engine {

// Depends on nothing but its arguments; equal ones give equal results, to the byte of their JSON.
Result evaluate(const Published& published, const Ruleset& ruleset);
inline Result evaluate(const Published& published) {
  return evaluate(published, coproduction_v1());
}

// Whether a question need not be asked again: after three rounds, or when every currently critical
// factor is stable, and no zone and not the level has changed since the result before.
inline constexpr int kMostRounds = 3;
bool should_stop(const Result& before, const Result& now, int rounds);

}  // namespace quorate::engine

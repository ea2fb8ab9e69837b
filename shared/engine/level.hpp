// From the medians of all factors to the level: facts, caps, and the range around them.
#pragma once

#include <array>
#include <cstddef>

#include "shared/engine/quantiles.hpp"
#include "shared/engine/ruleset.hpp"
#include "shared/engine/setup.hpp"

namespace quorate::engine {

// Twice the median, by factor; entries beyond the last factor mean nothing.
using Medians = std::array<int, kMostFactors>;

// The weighted mean of the case factors' medians must be 5 of 9: twice the median, twice the bar.
inline constexpr int kCaseBar = 10;

Facts case_facts(const Setup& setup, const Medians& m2);
Facts barrier_facts(const Setup& setup, const Medians& m2);

// Adds a barrier of this role and zone to the facts.
void count_barrier(Facts& facts, Role role, Zone zone);

struct Caps {
  const Row* case_for;
  const Row* barrier;

  int level() const { return case_for->cap < barrier->cap ? case_for->cap : barrier->cap; }
};
Caps caps(const Ruleset& ruleset, const Setup& setup, const Medians& m2);
inline int level(const Ruleset& ruleset, const Setup& setup, const Medians& m2) {
  return caps(ruleset, setup, m2).level();
}

// The level when this one factor's median is `value` and the others' stay.
int level_with(const Ruleset& ruleset, const Setup& setup, Medians m2, std::size_t factor,
               int value);

}  // namespace quorate::engine

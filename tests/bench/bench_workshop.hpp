// The workshop that the engine's benchmarks measure: the built-in ten factors, six groups, mixed
// answers and some don't-knows, from a seed, so that every run measures the same.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/engine/publication.hpp"
#include "shared/templates/templates.hpp"

namespace quorate::engine::bench {

inline constexpr std::size_t kGroups = 6;

inline Setup setup() {
  Setup result;
  for (const auto& factor : templates::find(templates::kCoproduction)->factors) {
    result.factors.push_back(
        {std::string(factor.id), factor.role, 1, false, factor.judged_by_holders});
  }
  for (std::size_t g = 0; g < kGroups; ++g) {
    result.groups.push_back({"group" + std::to_string(g), g == 0, g >= 4});
  }
  return result;
}

inline Counts counts(std::int64_t people) {
  const std::size_t factors = setup().factors.size();
  Counts result(factors, kGroups);
  std::mt19937_64 random(7);
  for (std::int64_t p = 0; p < people; ++p) {
    for (std::size_t f = 0; f < factors; ++f) {
      const std::uint64_t roll = random();
      const auto points = static_cast<std::int64_t>(1 + (roll % 5 + f) % 9);
      result.add(f, static_cast<std::size_t>(p) % kGroups,
                 roll % 19 == 0 ? Rating::dont_know() : *Rating::points(points));
    }
  }
  return result;
}

inline Published published(std::int64_t people) {
  return publish(setup(), counts(people), std::vector<bool>(setup().factors.size(), false),
                 nullptr);
}

}  // namespace quorate::engine::bench

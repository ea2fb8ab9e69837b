// Random workshops for properties, drawn by RapidCheck.
#pragma once

#include <rapidcheck.h>

#include <cstdint>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine::testing {

// A seed that RapidCheck varies, and a number of people that it makes smaller to find the smallest
// workshop that fails.
struct Draw {
  Random random;
  int people;
};
inline Draw draw(int least, int most) {
  const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>());
  return {Random(seed), *rc::gen::inRange(least, most + 1)};
}

// The same voters with some answers moved in favour; of a reversed factor that is downwards.
inline Workshop favoured(const Workshop& workshop, Random& random) {
  Workshop moved = workshop;
  const int share = random.between(1, 60);
  for (Person& person : moved.people) {
    for (std::size_t f = 0; f < person.ratings.size(); ++f) {
      auto& rating = person.ratings[f];
      if (!rating || !rating->is_points() || !random.chance(share)) continue;
      rating = points(moved.setup.factors[f].reversed ? random.between(1, rating->value())
                                                      : random.between(rating->value(), 9));
    }
  }
  return moved;
}

}  // namespace quorate::engine::testing

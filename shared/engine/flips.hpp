// What would change the level: the fewest ratings that would have to be different, exactly. The
// group is the whole population here, so nothing is sampled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "shared/engine/level.hpp"
#include "shared/engine/moves.hpp"
#include "shared/engine/result.hpp"
#include "shared/engine/values.hpp"

namespace quorate::engine {

enum class Direction : std::uint8_t { up, down };

// The costs of moving one known factor's median, in both directions.
struct FactorMoves {
  Costs up{};
  Costs down{};

  const Costs& to(Direction direction) const { return direction == Direction::up ? up : down; }
};

// What the search works on. `moves` is empty for unknown factors: those are fixed, also where only
// the holders' view holds them down.
struct Position {
  const Ruleset& ruleset;
  const Setup& setup;
  Medians medians{};
  int level = 0;
  std::vector<std::optional<FactorMoves>> moves;
};
Position position(const Ruleset& ruleset, const Published& published,
                  const std::vector<FactorValue>& values);

// The fewest ratings of this factor alone that change the level in this direction.
std::optional<std::int64_t> single_factor(const Position& position, std::size_t factor,
                                          Direction direction);

// Fewest ratings, then fewest factors, then earliest factors, then most on the earliest. Empty at
// the ends and where unreachable. `singles` holds `single_factor` of every factor.
std::optional<Flip> fewest_changes(const Position& position, Direction direction,
                                   const std::vector<std::optional<std::int64_t>>& singles);

}  // namespace quorate::engine

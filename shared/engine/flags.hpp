// What a group should be told beside the level.
#pragma once

#include <optional>
#include <vector>

#include "shared/engine/result.hpp"
#include "shared/engine/values.hpp"

namespace quorate::engine {

struct FlagInput {
  const Published& published;
  // By factor; empty while it is pending.
  const std::vector<std::optional<FactorValue>>& values;
  // Empty while a factor is pending: flags that need one are silent then.
  std::optional<int> level;
  std::optional<int> equal_voice_level;
  bool groups_differ = false;
};

std::vector<Flag> flags(const FlagInput& input);

// Two groups' own levels, or a group's and everybody's, are two or more apart.
bool groups_differ(const std::vector<std::optional<int>>& own_levels, int level);

}  // namespace quorate::engine

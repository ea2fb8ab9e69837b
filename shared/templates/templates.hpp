// The built-in sets of factors, as data. What people read of them lies in the message catalogue,
// under `factor.<id>.question` and `factor.<id>.hint`.
#pragma once

#include <span>
#include <string_view>

#include "shared/engine/role.hpp"

namespace quorate::templates {

struct Factor {
  std::string_view id;
  engine::Role role;
  bool judged_by_holders = false;
};

struct Template {
  std::string_view id;
  std::span<const Factor> factors;  // in the order to ask
};

inline constexpr std::string_view kCoproduction = "coproduction-v1";

// Null when no built-in template has this id. It lives as long as the program.
const Template* find(std::string_view id);
std::span<const Template> all();

}  // namespace quorate::templates

// What the group itself decided, which need not be what was advised.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::session {

// Where power would be shared: the article's three.
inline constexpr std::array<std::string_view, 3> kShareable = {"design", "decisions", "delivery"};

struct Decision {
  int approach = 0;  // a level of advice, 0 to 4
  std::array<bool, kShareable.size()> shared{};
  std::string name;     // what the exercise will be called; may be empty
  std::string why;      // why it differs from the advice; may be empty
  bool warned = false;  // the group was warned of re-badging and went on
  bool operator==(const Decision&) const = default;
};

// Reads the members of a `decide`; what is wrong is reported into `fields`.
Decision read_decision(json::Fields& fields);
json::Value to_json(const Decision& decision);

}  // namespace quorate::session

// What the group itself decided, which need not be what was advised.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::session {

// Where power would be shared: the article's three.
inline constexpr std::array<std::string_view, 3> kShareable = {"design", "decisions", "delivery"};
inline constexpr std::size_t kMostTasks = 24;  // one of each question that there may be

// Both sides of a group that does not agree.
struct Views {
  std::string one;
  std::string other;
  std::string next;  // what happens now, and who does it; may be empty
  bool operator==(const Views&) const = default;
};

// Who sees to it that a condition is met.
struct Task {
  std::string factor;
  std::string who;  // a role, not a name; empty: nobody yet
  std::string by;   // a date, as 2027-03-01; may be empty
  bool operator==(const Task&) const = default;
};

struct Decision {
  std::optional<int> approach;  // a level of advice, 0 to 4; nothing: `views` are there
  std::optional<Views> views;   // nothing: `approach` is there
  std::array<bool, kShareable.size()> shared{};  // all false: power is shared nowhere
  std::vector<Task> tasks;
  std::string review;   // when the group looks at it again, as 2027-03-01; may be empty
  std::string name;     // what the exercise will be called; may be empty
  std::string why;      // why it differs from the advice; may be empty
  bool warned = false;  // the group was warned of re-badging and went on
  bool operator==(const Decision&) const = default;
};

// Reads the members of a `decide`; what is wrong is reported into `fields`.
Decision read_decision(json::Fields& fields);
json::Value to_json(const Decision& decision);

}  // namespace quorate::session

// What people wrote, in one or more languages.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::session {

inline constexpr std::size_t kMostIdBytes = 40;  // what a factor, a group or a template is named by
inline constexpr std::size_t kMostLineBytes = 400;
inline constexpr std::size_t kMostTextBytes = 8000;

// From a language (`en`, `cy`) to what people read in it.
using Text = std::map<std::string, std::string>;

bool is_language(std::string_view text);

// A text in at least one language, each of at most `most` bytes; or an empty one where that may be
// left out.
Text read_text(json::Fields& fields, std::string_view key, std::size_t most, bool required);
json::Value to_json(const Text& text);

}  // namespace quorate::session

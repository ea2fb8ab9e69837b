// The question `time` of the small workshop, on which people's answers are followed.
#pragma once

#include <string>
#include <string_view>

#include "tests/unit/session/workshop.hpp"

namespace quorate::session {

inline constexpr std::size_t kTime = 1;
// The groups.
inline constexpr std::size_t kLived = 0;
inline constexpr std::size_t kStaff = 1;

// What the desk says to answer it for a person.
std::string proxy_answer(std::string_view person, int value, int round = 1);

// The member of a merge that names who stays.
std::string into(std::string_view person);

const Round& round_of(const Workshop& workshop, int round = 1);

// "2 answered, lived 10…, staff 01…": what a round counts.
std::string counts(const Workshop& workshop, int round = 1);

}  // namespace quorate::session

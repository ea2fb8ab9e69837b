// What has to be true of a value before it is kept, sent or shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/json/value.hpp"

namespace quorate::client {

inline constexpr std::size_t kFactorMost = 64;
inline constexpr std::size_t kWordMost = 64;  // a code, a kind
inline constexpr std::int64_t kRoundMost = 1'000'000;

// What an answer may be: 1–9, "dk" or "na".
bool is_rating(const json::Value* value);
// Nothing in it is a number that cannot be written again: the protocol knows integers only.
bool is_whole(const json::Value& value);
// How many arrays and objects stand inside one another.
int depth(const json::Value& value);

}  // namespace quorate::client

// What has to be true of a value before it is kept, sent or shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/json/value.hpp"

namespace quorate::client {

inline constexpr std::size_t kIdBytes = 12;      // a command's: 96 bits (P3.1)
inline constexpr std::size_t kSecretBytes = 16;  // secrets, tokens, nonces, workshop ids: 128 bits
inline constexpr std::size_t kFactorMost = 64;
inline constexpr std::int64_t kRoundMost = 1'000'000;

// Lower-case hex of exactly so many bytes.
bool is_hex(std::string_view text, std::size_t bytes);
// What an answer may be: 1–9, "dk" or "na".
bool is_rating(const json::Value* value);
// Nothing in it is a number that cannot be written again: the protocol knows integers only.
bool is_whole(const json::Value& value);
// How many arrays and objects stand inside one another.
int depth(const json::Value& value);

}  // namespace quorate::client

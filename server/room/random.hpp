// Randomness comes from outside, so that a simulation can repeat itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace quorate::room {

// Fills the bytes with unpredictable ones.
using Random = std::function<void(std::uint8_t* bytes, std::size_t size)>;

// `bytes` random bytes, raw or as twice as many hexadecimal digits.
std::string random_bytes(const Random& random, std::size_t bytes);
std::string random_hex(const Random& random, std::size_t bytes);

}  // namespace quorate::room

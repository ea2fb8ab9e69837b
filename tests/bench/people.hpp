// Who is in the workshops whose work is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace quorate {

// The name of a person: 16 hexadecimal digits, spread as hashes are, so that people lie in the view
// in no order.
inline std::string person(std::size_t number) {
  constexpr std::uint64_t kSpread = 0x9e3779b97f4a7c15;
  std::uint64_t bits = (number + 1) * kSpread;
  std::string id;
  for (; id.size() < 16; bits >>= 4) id += "0123456789abcdef"[bits & 15];
  return id;
}

}  // namespace quorate

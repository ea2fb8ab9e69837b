#include "server/room/random.hpp"

namespace quorate::room {

std::string random_bytes(const Random& random, std::size_t bytes) {
  std::string raw(bytes, '\0');
  random(reinterpret_cast<std::uint8_t*>(raw.data()), raw.size());
  return raw;
}

std::string random_hex(const Random& random, std::size_t bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const char c : random_bytes(random, bytes)) {
    hex += kHex[static_cast<unsigned char>(c) >> 4];
    hex += kHex[static_cast<unsigned char>(c) & 0xF];
  }
  return hex;
}

}  // namespace quorate::room

#include "server/room/random.hpp"

#include "shared/session/hex.hpp"

namespace quorate::room {

std::string random_bytes(const Random& random, std::size_t bytes) {
  std::string raw(bytes, '\0');
  random(reinterpret_cast<std::uint8_t*>(raw.data()), raw.size());
  return raw;
}

std::string random_hex(const Random& random, std::size_t bytes) {
  return session::to_hex(random_bytes(random, bytes));
}

}  // namespace quorate::room

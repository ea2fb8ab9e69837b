#include "server/cli/seed.hpp"

#include <random>

namespace quorate::cli {

client::Random::Seed seed_from(std::optional<std::uint64_t> number) {
  client::Random::Seed seed{};
  if (number) {
    for (std::size_t i = 0; i < sizeof(*number); ++i) {
      seed[i] = static_cast<std::uint8_t>(*number >> (8 * i));
    }
    return seed;
  }
  std::random_device device;
  for (std::uint8_t& byte : seed) byte = static_cast<std::uint8_t>(device());
  return seed;
}

}  // namespace quorate::cli

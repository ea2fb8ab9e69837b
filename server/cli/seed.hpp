// Where the bots' choices come from.
#pragma once

#include <cstdint>
#include <optional>

#include "client-wasm/random.hpp"

namespace quorate::cli {

// From the number, or from the system's source of randomness.
client::Random::Seed seed_from(std::optional<std::uint64_t> number);

}  // namespace quorate::cli

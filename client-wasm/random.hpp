// Random bytes expanded from a seed: the ChaCha20 key stream of RFC 8439 with the seed as its key.
// The phone's secret and the command ids come from here, so the expansion is a cipher and not a
// statistical generator; the seed has to come from the platform's secure source.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace quorate::client {

class Random {
 public:
  using Seed = std::array<std::uint8_t, 32>;

  explicit Random(const Seed& seed);

  std::uint8_t byte();
  // `bytes` random bytes in lower-case hex: twice as many characters.
  std::string hex(std::size_t bytes);
  // Uniform in 0..most, both included; 0 <= most < 2^31, so that the bias of the division by a
  // 64-bit draw stays below 2^-32.
  std::int64_t up_to(std::int64_t most);

 private:
  void refill();

  std::array<std::uint32_t, 16> state_;
  std::array<std::uint8_t, 64> block_{};
  std::size_t used_;
};

}  // namespace quorate::client

#include "client-wasm/random.hpp"

namespace quorate::client {

namespace {

// "expand 32-byte k", RFC 8439 section 2.3
constexpr std::array<std::uint32_t, 4> kConstants = {0x61707865, 0x3320646e, 0x79622d32,
                                                     0x6b206574};
constexpr std::size_t kKeyWord = 4;
constexpr std::size_t kCounterWord = 12;
constexpr int kDoubleRounds = 10;

std::uint32_t rotate(std::uint32_t word, int bits) {
  return (word << bits) | (word >> (32 - bits));
}

void quarter_round(std::array<std::uint32_t, 16>& s, std::size_t a, std::size_t b, std::size_t c,
                   std::size_t d) {
  s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 16);
  s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 12);
  s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 8);
  s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 7);
}

}  // namespace

Random::Random(const Seed& seed) : state_{}, used_(block_.size()) {
  for (std::size_t i = 0; i < kConstants.size(); ++i) state_[i] = kConstants[i];
  for (std::size_t i = 0; i < seed.size(); ++i) {
    state_[kKeyWord + i / 4] |= static_cast<std::uint32_t>(seed[i]) << (8 * (i % 4));
  }
}

void Random::refill() {
  auto work = state_;
  for (int round = 0; round < kDoubleRounds; ++round) {
    for (std::size_t i = 0; i < 4; ++i) quarter_round(work, i, i + 4, i + 8, i + 12);
    for (std::size_t i = 0; i < 4; ++i) {
      quarter_round(work, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
  }
  for (std::size_t i = 0; i < work.size(); ++i) {
    const std::uint32_t word = work[i] + state_[i];
    for (std::size_t j = 0; j < 4; ++j) {
      block_[4 * i + j] = static_cast<std::uint8_t>(word >> (8 * j));
    }
  }
  ++state_[kCounterWord];
  used_ = 0;
}

std::uint8_t Random::byte() {
  if (used_ == block_.size()) refill();
  return block_[used_++];
}

std::string Random::hex(std::size_t bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes);
  for (std::size_t i = 0; i < bytes; ++i) {
    const std::uint8_t drawn = byte();
    text += kDigits[drawn >> 4];
    text += kDigits[drawn & 0xF];
  }
  return text;
}

std::int64_t Random::up_to(std::int64_t most) {
  std::uint64_t drawn = 0;
  for (int i = 0; i < 8; ++i) drawn = drawn << 8 | byte();
  return static_cast<std::int64_t>(drawn % (static_cast<std::uint64_t>(most) + 1));
}

}  // namespace quorate::client

#include "server/room/presence.hpp"

#include <vector>

namespace quorate::room {

void Presence::connected(std::size_t place) {
  forget(place);
  here_.emplace(place, std::nullopt);
}

void Presence::gone(std::size_t place, std::int64_t now_ms) {
  const auto found = here_.find(place);
  if (found == here_.end() || found->second) return;
  found->second = now_ms;
  gone_.emplace(now_ms, place);
}

bool Presence::forget(std::size_t place) {
  const auto found = here_.find(place);
  if (found == here_.end()) return false;
  if (found->second) gone_.erase({*found->second, place});
  here_.erase(found);
  return true;
}

bool Presence::expire(std::int64_t now_ms) {
  bool any = false;
  while (!gone_.empty() && gone_.begin()->first + kHereMs <= now_ms) {
    any = forget(gone_.begin()->second);
  }
  return any;
}

std::optional<std::int64_t> Presence::due() const {
  if (gone_.empty()) return std::nullopt;
  return gone_.begin()->first + kHereMs;
}

std::string Presence::bits() const {
  constexpr std::size_t kBits = 4;
  std::vector<unsigned> digits;
  for (const auto& [place, gone_ms] : here_) {
    if (digits.size() <= place / kBits) digits.resize(place / kBits + 1, 0);
    digits[place / kBits] |= 8U >> place % kBits;
  }
  std::string text;
  for (const unsigned digit : digits) text += "0123456789abcdef"[digit];
  return text;
}

}  // namespace quorate::room

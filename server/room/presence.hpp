// Who counts as here: phones lock after half a minute, and whoever holds one is in the room all the
// same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace quorate::room {

// So long after their phone was connected somebody counts as here.
inline constexpr std::int64_t kHereMs = 10 * 60 * 1000;

// People by their places in `session::State::participants`. Costs what changes, and the logarithm
// of how many there are. Times are steady, in milliseconds.
class Presence {
 public:
  void connected(std::size_t place);
  // Nothing for somebody who was not connected.
  void gone(std::size_t place, std::int64_t now_ms);
  // Of somebody who is no part of the workshop any more. Returns whether they were here.
  bool forget(std::size_t place);
  // Forgets who has been gone for too long. Returns whether there was anybody.
  bool expire(std::int64_t now_ms);

  // When somebody will have been gone for too long.
  std::optional<std::int64_t> due() const;
  std::size_t people() const { return here_.size(); }
  // P4.3: a bit for each place, in hexadecimal digits.
  std::string bits() const;

 private:
  std::map<std::size_t, std::optional<std::int64_t>> here_;  // and since when they are gone
  std::set<std::pair<std::int64_t, std::size_t>> gone_;
};

}  // namespace quorate::room

// How often commands were accepted and refused, by kind.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "shared/session/refusal.hpp"

namespace quorate::app {

class CommandCounts {
 public:
  // All kinds that there are not count as "unknown".
  void count(std::string_view kind, std::optional<session::Refusal> refused);

  // "accepted", or the name of a refusal.
  using Outcomes = std::map<std::string_view, std::uint64_t>;
  const std::map<std::string, Outcomes, std::less<>>& by_kind() const { return kinds_; }

 private:
  std::map<std::string, Outcomes, std::less<>> kinds_;
};

}  // namespace quorate::app

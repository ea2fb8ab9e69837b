// Where channels are opened (PROTOCOL.md section 1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"

namespace quorate::protocol {

inline constexpr std::string_view kSocketPath = "/ws/";
inline constexpr std::string_view kPollPath = "/poll/";

// The workshop after the last slash of such a path; nothing when that is no workshop's id.
inline std::optional<std::string> workshop_in(std::string_view path) {
  const std::string_view id = path.substr(path.rfind('/') + 1);
  if (!session::is_hex(id, session::kIdDigits)) return std::nullopt;
  return std::string(id);
}

}  // namespace quorate::protocol

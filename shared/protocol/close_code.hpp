// Why the server ends a connection (PROTOCOL.md section 6). The client decides by it whether to
// come back.
#pragma once

#include <cstdint>

namespace quorate::protocol {

enum class CloseCode : std::uint16_t {
  come_back = 4000,
  slow = 4001,
  silent = 4002,
  update_needed = 4003,
  unknown_workshop = 4004,
  bad_token = 4005,
  other_tab = 4006,
  removed = 4007,
  bad_message = 4008,
  too_large = 4009,
  too_fast = 4010,
  merged = 4011,
  ended = 4012,
};

}  // namespace quorate::protocol

// The channel without a WebSocket (PROTOCOL.md section 7), for both ends.
#pragma once

#include <cstdint>
#include <string_view>

namespace quorate::protocol {

// Headers, in lower case.
inline constexpr std::string_view kPollChannel = "quorate-channel";
inline constexpr std::string_view kPollNumber = "quorate-number";
inline constexpr std::string_view kPollClose = "quorate-close";

inline constexpr std::int64_t kPollMs = 20'000;       // P7.3: until an answer with nothing in it
inline constexpr std::int64_t kPollAgainMs = 15'000;  // P7.5: between an answer and the next request

}  // namespace quorate::protocol

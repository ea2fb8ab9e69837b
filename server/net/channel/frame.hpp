// The WebSocket frames this server writes itself (RFC 6455 section 5.2): unmasked, unfragmented.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::net {

inline constexpr std::uint16_t kNormalClosure = 1000;

// What goes before the payload of a text message: 2, 4 or 10 bytes.
std::string text_frame_head(std::size_t payload_bytes);

// A whole close frame.
std::string close_frame(std::uint16_t code);

// Whether these bytes, the beginning of a frame, are a close frame.
bool is_close_frame(std::string_view frame);

}  // namespace quorate::net

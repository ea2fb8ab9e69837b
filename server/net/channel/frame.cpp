#include "server/net/channel/frame.hpp"

namespace quorate::net {

namespace {

constexpr unsigned kFinal = 0x80;
constexpr unsigned kOpcode = 0x0F;
constexpr unsigned kText = 0x1;
constexpr unsigned kClose = 0x8;
constexpr std::size_t kMostIn7Bits = 125;
constexpr std::size_t kMostIn16Bits = 0xFFFF;
constexpr unsigned k16BitsFollow = 126;
constexpr unsigned k64BitsFollow = 127;
constexpr unsigned kCodeBytes = 2;

void add_byte(std::string& out, std::uint64_t byte) { out += static_cast<char>(byte & 0xFF); }

void add_big_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) add_byte(out, number >> shift);
}

}  // namespace

std::string text_frame_head(std::size_t payload_bytes) {
  std::string head;
  add_byte(head, kFinal | kText);
  if (payload_bytes <= kMostIn7Bits) {
    add_byte(head, payload_bytes);
  } else if (payload_bytes <= kMostIn16Bits) {
    add_byte(head, k16BitsFollow);
    add_big_endian(head, payload_bytes, 2);
  } else {
    add_byte(head, k64BitsFollow);
    add_big_endian(head, payload_bytes, 8);
  }
  return head;
}

std::string close_frame(std::uint16_t code) {
  std::string frame;
  add_byte(frame, kFinal | kClose);
  add_byte(frame, kCodeBytes);
  add_big_endian(frame, code, 2);
  return frame;
}

bool is_close_frame(std::string_view frame) {
  return !frame.empty() && (static_cast<unsigned char>(frame.front()) & kOpcode) == kClose;
}

}  // namespace quorate::net

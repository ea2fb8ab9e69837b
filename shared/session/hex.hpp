// Ids, secrets and hashes as text: lower-case hexadecimal, two digits a byte. How long each is, for
// log, server and client alike.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace quorate::session {

// Of workshops and participants, of secrets, tokens and invitations, of an answer's nonce: 128
// bits.
inline constexpr std::size_t kIdBytes = 16;
inline constexpr std::size_t kIdDigits = 2 * kIdBytes;
// Of a command, which needs to be like no other of its author alone: 96 bits.
inline constexpr std::size_t kCommandIdBytes = 12;
inline constexpr std::size_t kCommandIdDigits = 2 * kCommandIdBytes;
// Of the recovery code, which is typed: 80 bits.
inline constexpr std::size_t kRecoveryBytes = 10;
inline constexpr std::size_t kRecoveryDigits = 2 * kRecoveryBytes;
// What a reason goes by: 64 bits. In older records the first half of its answer's nonce.
inline constexpr std::size_t kReasonIdBytes = 8;
inline constexpr std::size_t kReasonIdDigits = 2 * kReasonIdBytes;
inline constexpr std::size_t kSaltBytes = 16;
inline constexpr std::size_t kHashDigits = 64;  // of a SHA-256

// True for exactly so many lower-case hexadecimal digits.
inline bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

inline std::string to_hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 0xF];
  }
  return text;
}

}  // namespace quorate::session

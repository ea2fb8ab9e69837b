// The limits of PROTOCOL.md, for both ends.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quorate::protocol {

inline constexpr int kVersion = 1;
inline constexpr int kOldestVersion = 1;  // the current and the one before, once there is one

inline constexpr std::size_t kMessageBytes = 8 * 1024;      // up; P6.1
inline constexpr int kMessageDepth = 8;                     // P6.1
inline constexpr std::size_t kViewBytes = 8 * 1024 * 1024;  // down: what a client will read
inline constexpr int kViewDepth = 24;

inline constexpr std::int64_t kHelloMs = 10'000;       // P2.1
inline constexpr std::int64_t kPingAfterMs = 20'000;   // P2.5
inline constexpr std::int64_t kPongWithinMs = 10'000;  // P2.5
inline constexpr std::int64_t kSilenceMs = 50'000;     // P2.5

inline constexpr int kCommandsUnderWay = 8;    // P3.5
inline constexpr std::int64_t kDeltaMs = 100;  // P4.2

inline constexpr std::int64_t kRetryFirstMs = 500;    // P6.3
inline constexpr std::int64_t kRetryMostMs = 30'000;  // P6.3

inline constexpr std::size_t kCodeLength = 6;
inline constexpr char kCodeAlphabet[] = "FHKLMQRTWXY24679";  // 16: four bits a character

// What a link has beside the code: 80 bits that nobody guesses.
inline constexpr std::size_t kKeyLength = 16;
inline constexpr char kKeyAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // 32: base32

}  // namespace quorate::protocol

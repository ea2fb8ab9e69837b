// The record of an ended workshop as one file that anybody can fold again (TRANSCRIPT.md).
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace quorate::transcript {

inline constexpr std::size_t kFileBytes = 256 * 1024 * 1024;

// A record as the log keeps it.
struct Source {
  std::string envelope;
  std::string payload;
  std::string salt;  // raw bytes
};

// What the file needs from outside the core.
struct Means {
  // HMAC-SHA-256 keyed by the salt, over the payload, as 64 hexadecimal digits.
  std::function<std::string(std::string_view salt, std::string_view payload)> commit;
  // 32 fresh random hexadecimal digits: stands for one participant in this file.
  std::function<std::string()> fresh_id;
};

enum class WriteError { not_created, not_ended, too_large };

// The file in pieces of about kPieceBytes, so that it is nowhere in memory twice.
using Pieces = std::deque<std::string>;
inline constexpr std::size_t kPieceBytes = 256 * 1024;

// The full transcript: canonical JSON and a newline. Records of answers that no reveal has shown
// are commitments; participants go by fresh random numbers. Lets go of each record once it is
// written. At most kFileBytes.
tl::expected<Pieces, WriteError> write(std::vector<Source> records, const Means& means);

struct Difference {
  enum class What { outcome, result, record, file };
  What what;
  std::optional<std::uint64_t> record;  // its seq; nothing when the file itself cannot be read
  std::string detail;                   // English, for a terminal
};

struct Replayed {
  std::uint64_t records = 0;
  std::string result;  // canonical JSON and a newline; "null\n" when nothing was revealed
};

// Folds a file again and compares every outcome and every result it claims.
tl::expected<Replayed, Difference> replay(std::string_view file);

}  // namespace quorate::transcript

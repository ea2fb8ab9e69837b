// Opens the database file: makes it, checks that it is ours and of a version we know, and sets what
// durability rests on. Internal to the SQLite adapter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace SQLite {
class Database;
}

namespace quorate::log {

// A workshop's number and a position make the row id of a record in both tables, so that its
// records lie together, in order, without another index.
inline constexpr int position_bits = 32;
inline constexpr std::int64_t positions_per_workshop = std::int64_t{1} << position_bits;
inline constexpr std::int64_t row_of(std::int64_t number, std::uint64_t position) {
  return (number << position_bits) + static_cast<std::int64_t>(position);
}

struct OpenError {
  std::string sentence;  // for the operator, without a full stop
  bool damaged = false;  // the file is no database any more
};

// The caller holds the file's SqliteLock.
tl::expected<std::unique_ptr<SQLite::Database>, OpenError> open_for_writing(
    const std::filesystem::path& file);
// Another connection to a file that open_for_writing() has opened; it cannot write.
tl::expected<std::unique_ptr<SQLite::Database>, OpenError> open_for_reading(
    const std::filesystem::path& file);

}  // namespace quorate::log

// One server a file: an advisory lock on "<file>.lock", which the system gives back when the
// process ends, however it ends. (Not on the database itself: closing any descriptor of that would
// drop SQLite's own locks.) Internal to this folder.
#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace quorate::log {

class SqliteLock {
 public:
  // The error says who holds it, as one sentence without a full stop.
  static tl::expected<SqliteLock, std::string> take(const std::filesystem::path& database);

  SqliteLock(SqliteLock&& other) noexcept;
  SqliteLock& operator=(SqliteLock&& other) noexcept;
  SqliteLock(const SqliteLock&) = delete;
  SqliteLock& operator=(const SqliteLock&) = delete;
  ~SqliteLock();

 private:
  explicit SqliteLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace quorate::log

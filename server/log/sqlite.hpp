// The log and the directory in one SQLite file. README.md says what lies in it.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "server/log/directory.hpp"
#include "server/log/log.hpp"

namespace quorate::log {

// What can be wrong with the file.
enum class Trouble {
  cannot_write,  // from now on nothing is
  writes_again,
  left_out,     // a commit left something out that cannot be stored
  cannot_read,  // one read failed, or what is in the file is damaged
};

struct SqliteOptions {
  std::filesystem::path file;  // made when there is none; its folder must exist
  Limits limits;
  // Commits begin at least this far apart, so that what comes meanwhile shares one; after a pause
  // nothing waits. Caps the commits of a fast disk; a slow one is further apart by itself.
  std::chrono::microseconds gather{2000};
  // Called on the executor with a sentence for the operator's log, without a full stop; and by
  // open(), when it fails because the file is damaged.
  std::function<void(Trouble trouble, const std::string& sentence)> on_trouble;
};

class SqliteStore {
 public:
  // The error is one sentence for the operator, without a full stop: the file is in use by another
  // server, was written by a newer version, is no database of ours, is damaged, or cannot be
  // opened.
  static tl::expected<std::unique_ptr<SqliteStore>, std::string> open(const SqliteOptions& options,
                                                                      Executor executor);
  // Closes the log.
  ~SqliteStore();
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  Log& log();
  Directory& directory();

 private:
  struct Impl;
  explicit SqliteStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace quorate::log

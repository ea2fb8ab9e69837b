// Looks workshops up in the file, on a connection of its own and on the executor's thread: two
// steps in an index, some microseconds, and nothing of the workshops that nobody asks for is in
// memory. Internal to the SQLite adapter.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/directory.hpp"

namespace SQLite {
class Database;
}

namespace quorate::log {

class SqliteDirectory {
 public:
  // Called with SQLite's reason when a look-up failed.
  using Trouble = std::function<void(const std::string& reason)>;

  SqliteDirectory(std::unique_ptr<SQLite::Database> database, Trouble trouble);
  ~SqliteDirectory();
  SqliteDirectory(const SqliteDirectory&) = delete;
  SqliteDirectory& operator=(const SqliteDirectory&) = delete;

  // As Directory's; they see what is committed, and throw when the file cannot be read.
  std::optional<WorkshopEntry> find(const std::string& workshop);
  std::optional<std::string> find_code(std::string_view code);

 private:
  struct Statements;

  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<Statements> statements_;
  const Trouble trouble_;
};

}  // namespace quorate::log

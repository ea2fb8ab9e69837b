#include "server/log/sqlite_directory.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <utility>

#include "server/log/sqlite_fault.hpp"
#include "server/log/sqlite_statement.hpp"

namespace quorate::log {

namespace {

// Readers wait for nobody beside a write-ahead log, but for somebody who repairs the file; the
// rooms' thread is not to stand still for that.
constexpr int most_wait_ms = 20;

WorkshopEntry entry_of(SQLite::Statement& row) {
  int column = 0;
  WorkshopEntry entry;
  for (std::string* bytes : {&entry.workshop, &entry.code, &entry.key, &entry.facilitator_hash,
                             &entry.cofacilitator_hash, &entry.wall_hash, &entry.recovery_hash}) {
    *bytes = bytes_of(row.getColumn(column++));
  }
  entry.created_ms = row.getColumn(column).getInt64();
  return entry;
}

}  // namespace

struct SqliteDirectory::Statements {
  explicit Statements(SQLite::Database& database)
      : by_workshop(database,
                    "SELECT workshop, code, key, facilitator_hash, cofacilitator_hash, wall_hash,"
                    " recovery_hash, created_ms FROM directory WHERE workshop = ?"),
        by_code(database, "SELECT workshop FROM directory WHERE code = ?") {}

  SQLite::Statement by_workshop;
  SQLite::Statement by_code;
};

SqliteDirectory::SqliteDirectory(std::unique_ptr<SQLite::Database> database, Trouble trouble)
    : database_(std::move(database)), trouble_(std::move(trouble)) {
  database_->setBusyTimeout(most_wait_ms);
  statements_ = std::make_unique<Statements>(*database_);
}

SqliteDirectory::~SqliteDirectory() = default;

std::optional<WorkshopEntry> SqliteDirectory::find(const std::string& workshop) {
  try {
    SQLite::Statement& row = statements_->by_workshop;
    const Use use(row);
    row.bind(1, workshop);
    if (!row.executeStep()) return std::nullopt;
    return entry_of(row);
  } catch (...) {
    if (trouble_) trouble_(fault_at_hand().reason);
    throw;
  }
}

std::optional<std::string> SqliteDirectory::find_code(std::string_view code) {
  try {
    SQLite::Statement& row = statements_->by_code;
    const Use use(row);
    row.bind(1, std::string(code));
    if (!row.executeStep()) return std::nullopt;
    return bytes_of(row.getColumn(0));
  } catch (...) {
    if (trouble_) trouble_(fault_at_hand().reason);
    throw;
  }
}

}  // namespace quorate::log

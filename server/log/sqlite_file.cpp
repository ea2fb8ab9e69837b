#include "server/log/sqlite_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "server/log/owner_file.hpp"
#include "server/log/sqlite_fault.hpp"

namespace quorate::log {
namespace {

constexpr std::int32_t application_id = 0x51754F72;  // "QuOr"
constexpr int busy_timeout_ms = 5000;                // somebody copies the file with SQLite's tools
constexpr int synchronous_full = 2;

// migrations[v] brings a file from version v to v + 1. What has been released never changes.
constexpr std::array migrations{
    R"sql(
CREATE TABLE workshop(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);
CREATE TABLE envelope(
  row INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);
CREATE TABLE payload(
  row INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL,
  salt BLOB NOT NULL
);
CREATE TABLE directory(
  workshop TEXT PRIMARY KEY,
  code TEXT UNIQUE,
  facilitator_hash BLOB NOT NULL,
  cofacilitator_hash BLOB NOT NULL,
  wall_hash BLOB NOT NULL,
  recovery_hash BLOB NOT NULL,
  created_ms INTEGER NOT NULL
);
)sql",
    // A key for each workshop: the mention of the row has it drawn anew for every one.
    R"sql(
ALTER TABLE directory ADD COLUMN key TEXT NOT NULL DEFAULT '';
WITH RECURSIVE place(number) AS (VALUES(1) UNION ALL SELECT number + 1 FROM place WHERE number < 16)
UPDATE directory SET key = (
  SELECT group_concat(substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 1 + (random() & 31), 1), '')
  FROM place WHERE directory.workshop IS NOT NULL
);
)sql"};
constexpr int newest_version = static_cast<int>(migrations.size());

// Nothing, or why the file cannot be had. SQLite gives its side files the file's own permissions.
std::string make_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
  if (descriptor < 0) return "cannot open " + file.string() + ": " + reason(errno);
  const bool changed = ::fchmod(descriptor, owner_only) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!changed) return "cannot make " + file.string() + " private: " + reason(error);
  return {};
}

// A new file's name is durable only when its folder is.
std::string sync_folder(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return "cannot open " + folder.string() + ": " + reason(errno);
  const bool synced = ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!synced) return "cannot write to " + folder.string() + ": " + reason(error);
  return {};
}

int integer(SQLite::Database& database, const std::string& query) {
  return database.execAndGet(query).getInt();
}

// Nothing, or why this is no file for us.
std::string check_owner_and_version(SQLite::Database& database, const std::string& name) {
  const int owner = integer(database, "PRAGMA application_id");
  const int version = integer(database, "PRAGMA user_version");
  const bool empty = integer(database, "SELECT count(*) FROM sqlite_schema") == 0;
  if (owner != application_id && !(owner == 0 && version == 0 && empty)) {
    return name + " is another program's database";
  }
  if (version < 0 || version > newest_version) {
    return name + " was written by a newer version of this program (its format is " +
           std::to_string(version) + ", this program knows up to " +
           std::to_string(newest_version) + ")";
  }
  return {};
}

void migrate(SQLite::Database& database) {
  const int version = integer(database, "PRAGMA user_version");
  if (version == newest_version) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int step = version; step < newest_version; ++step) {
    database.exec(migrations.at(static_cast<std::size_t>(step)));
  }
  database.exec("PRAGMA application_id = " + std::to_string(application_id));
  database.exec("PRAGMA user_version = " + std::to_string(newest_version));
  transaction.commit();
}

// Nothing, or why what is acknowledged would not be durable.
std::string make_durable(SQLite::Database& database, const std::string& name) {
  const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal") return name + " lies on a file system that cannot keep a write-ahead log";
  database.exec("PRAGMA synchronous = FULL");
  if (integer(database, "PRAGMA synchronous") != synchronous_full) {
    return "this build of SQLite does not let " + name + " be written durably";
  }
  database.exec("PRAGMA secure_delete = ON");
  database.exec("PRAGMA cell_size_check = ON");
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA temp_store = MEMORY");
  constexpr int kept_log_bytes = 64 * 1024 * 1024;
  database.exec("PRAGMA journal_size_limit = " + std::to_string(kept_log_bytes));
  return {};
}

// Because of the exception being handled.
OpenError cannot_open(const std::string& name) {
  const Fault fault = fault_at_hand();
  return {"cannot open " + name + ": " + fault.reason, fault.damage};
}

}  // namespace

tl::expected<std::unique_ptr<SQLite::Database>, OpenError> open_for_writing(
    const std::filesystem::path& file) {
  if (std::string error = make_private(file); !error.empty()) {
    return tl::unexpected(OpenError{std::move(error)});
  }
  const std::string name = file.string();
  try {
    auto database =
        std::make_unique<SQLite::Database>(name, SQLite::OPEN_READWRITE, busy_timeout_ms);
    std::string error = check_owner_and_version(*database, name);
    if (error.empty()) error = make_durable(*database, name);
    if (error.empty()) {
      migrate(*database);
      error = sync_folder(file);
    }
    if (!error.empty()) return tl::unexpected(OpenError{std::move(error)});
    return database;
  } catch (const SQLite::Exception&) {
    return tl::unexpected(cannot_open(name));
  }
}

tl::expected<std::unique_ptr<SQLite::Database>, OpenError> open_for_reading(
    const std::filesystem::path& file) {
  try {
    return std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY,
                                              busy_timeout_ms);
  } catch (const SQLite::Exception&) {
    return tl::unexpected(cannot_open(file.string()));
  }
}

}  // namespace quorate::log

// The one thread that writes: commits what is queued in groups. Internal to the SQLite adapter.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/log/allowance.hpp"
#include "server/log/delivery.hpp"
#include "server/log/directory.hpp"

namespace SQLite {
class Database;
}

namespace quorate::log {

// A batch of records for a workshop's log, or an entry for the directory.
struct SqliteWrite {
  std::string workshop;
  Batch batch;  // null for an entry
  std::optional<WorkshopEntry> entry;
  Cost cost;
  std::uint64_t first = 0;         // set by the writer: the position of the batch's first record
  std::optional<Failure> failure;  // set by the writer
  bool alone = false;              // set by the writer: it failed for a reason of its own
  std::function<void(const SqliteWrite&)> complete;  // called on the executor
};

class SqliteWriter {
 public:
  enum class News {
    fails,         // writing begins to fail
    works_again,   // without a reason
    failed_alone,  // a commit had to leave something out; the others of it are stored
  };
  // Called on the executor, with SQLite's reason.
  using Trouble = std::function<void(News news, const std::string& reason)>;

  SqliteWriter(std::unique_ptr<SQLite::Database> database, Executor executor, Trouble trouble,
               std::chrono::microseconds gather);
  // Commits what is queued, then ends the thread and closes the connection.
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  // From any thread; never waits for the disk. Not after the destructor began.
  void push(SqliteWrite write);

 private:
  struct Statements;
  using Group = std::vector<SqliteWrite>;
  struct Place {
    std::int64_t number;  // of the workshop
    std::uint64_t next;   // the position of its next record
  };

  void run();
  Group next_group();
  void commit(Group& group);
  void store_together(Group& group);
  std::string store_apart(Group& group);
  void store(SqliteWrite& write);
  void write_batch(SqliteWrite& write);
  void write_entry(const WorkshopEntry& entry);
  Place& place_of(const std::string& workshop);
  void note(bool fails, std::string reason);
  void tell(News news, std::string reason);
  void complete(Group group);

  // The thread's own.
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<Statements> statements_;
  std::unordered_map<std::string, Place> places_;  // what is known to be committed, or is being
  bool failing_ = false;
  std::chrono::steady_clock::time_point next_commit_;  // not before this

  const Executor executor_;
  const Trouble trouble_;
  const std::chrono::microseconds gather_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<SqliteWrite> queue_;   // guarded by mutex_
  std::size_t queued_records_ = 0;  // guarded by mutex_
  bool stop_ = false;               // guarded by mutex_

  std::thread thread_;
};

}  // namespace quorate::log

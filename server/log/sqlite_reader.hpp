// The thread that reads for catching up, on a connection of its own, so that a long log delays
// neither the executor nor the writer. Internal to the SQLite adapter.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/log/delivery.hpp"
#include "server/log/log.hpp"

namespace SQLite {
class Database;
}

namespace quorate::log {

class SqliteReader {
 public:
  // Called on the executor with SQLite's reason when a read failed.
  using Trouble = std::function<void(const std::string& reason)>;

  SqliteReader(std::unique_ptr<SQLite::Database> database, Executor executor, Trouble trouble);
  // Fails what is queued with `failed`, ends the thread and closes the connection.
  ~SqliteReader();
  SqliteReader(const SqliteReader&) = delete;
  SqliteReader& operator=(const SqliteReader&) = delete;

  // From any thread. One chunk; whoever wants more asks again, behind the others who wait.
  void push(const std::string& workshop, std::uint64_t from, ReadDone done);

 private:
  struct Statements;
  struct Request {
    std::string workshop;
    std::uint64_t from;
    ReadDone done;
  };

  void run();
  Chunk read(const Request& request);

  // The thread's own.
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<Statements> statements_;

  const Executor executor_;
  const Trouble trouble_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Request> queue_;  // guarded by mutex_
  bool stop_ = false;          // guarded by mutex_

  std::thread thread_;
};

}  // namespace quorate::log

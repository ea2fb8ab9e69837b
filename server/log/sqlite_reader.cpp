#include "server/log/sqlite_reader.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <stdexcept>
#include <utility>

#include "server/log/sqlite_fault.hpp"
#include "server/log/sqlite_file.hpp"
#include "server/log/sqlite_statement.hpp"

namespace quorate::log {

struct SqliteReader::Statements {
  explicit Statements(SQLite::Database& database)
      : find_workshop(database, "SELECT number FROM workshop WHERE id = ?"),
        records(database,
                "SELECT envelope.row, envelope.bytes, payload.bytes, payload.salt"
                " FROM envelope LEFT JOIN payload ON payload.row = envelope.row"
                " WHERE envelope.row >= ? AND envelope.row < ? ORDER BY envelope.row") {}

  SQLite::Statement find_workshop;
  SQLite::Statement records;
};

SqliteReader::SqliteReader(std::unique_ptr<SQLite::Database> database, Executor executor,
                           Trouble trouble)
    : database_(std::move(database)),
      statements_(std::make_unique<Statements>(*database_)),
      executor_(std::move(executor)),
      trouble_(std::move(trouble)),
      thread_([this] { run(); }) {}

SqliteReader::~SqliteReader() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_one();
  thread_.join();
  for (Request& request : queue_) {
    executor_([done = std::move(request.done)] { done(tl::unexpected(Failure::failed)); });
  }
}

void SqliteReader::push(const std::string& workshop, std::uint64_t from, ReadDone done) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back({workshop, from, std::move(done)});
  }
  wake_.notify_one();
}

void SqliteReader::run() {
  for (;;) {
    Request request;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stop_ || !queue_.empty(); });
      if (stop_) return;
      request = std::move(queue_.front());
      queue_.pop_front();
    }
    tl::expected<Chunk, Failure> result = tl::unexpected(Failure::failed);
    try {
      result = read(request);
    } catch (...) {  // no exception may end the thread: others wait for what they asked
      if (trouble_) {
        executor_([trouble = trouble_, reason = fault_at_hand().reason] { trouble(reason); });
      }
    }
    executor_([done = std::move(request.done), result = std::move(result)] { done(result); });
  }
}

Chunk SqliteReader::read(const Request& request) {
  Chunk chunk;
  SQLite::Statement& find = statements_->find_workshop;
  const Use use_find(find);
  find.bind(1, request.workshop);
  if (!find.executeStep() || request.from >= static_cast<std::uint64_t>(positions_per_workshop)) {
    chunk.end = true;
    return chunk;
  }
  const std::int64_t number = find.getColumn(0).getInt64();
  std::int64_t row = row_of(number, request.from);
  std::size_t bytes = 0;
  SQLite::Statement& records = statements_->records;
  const Use use_records(records);
  records.bind(1, row);
  records.bind(2, row_of(number + 1, 0));
  while (chunk.records.size() < chunk_records && bytes < chunk_bytes) {
    if (!records.executeStep()) {
      chunk.end = true;
      break;
    }
    if (records.getColumn(0).getInt64() != row) throw std::runtime_error("a record is missing");
    ++row;
    chunk.records.push_back({bytes_of(records.getColumn(1)), bytes_of(records.getColumn(2)),
                             bytes_of(records.getColumn(3))});
    bytes += size_of(chunk.records.back());
  }
  return chunk;
}

}  // namespace quorate::log

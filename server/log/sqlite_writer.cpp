#include "server/log/sqlite_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/log/sqlite_fault.hpp"
#include "server/log/sqlite_file.hpp"
#include "server/log/sqlite_statement.hpp"

namespace quorate::log {
namespace {

constexpr std::size_t group_records = 4096;       // in one commit, beyond its first write
constexpr std::size_t completions_per_task = 64;  // between which the executor can do other work
constexpr std::size_t known_places = 10'000;      // workshops whose next position is remembered

}  // namespace

struct SqliteWriter::Statements {
  explicit Statements(SQLite::Database& database)
      : find_workshop(database, "SELECT number FROM workshop WHERE id = ?"),
        add_workshop(database, "INSERT INTO workshop(id) VALUES(?)"),
        last_row(database, "SELECT max(row) FROM envelope WHERE row >= ? AND row < ?"),
        add_envelope(database, "INSERT INTO envelope(row, bytes) VALUES(?, ?)"),
        add_payload(database, "INSERT INTO payload(row, bytes, salt) VALUES(?, ?, ?)"),
        put_entry(database,
                  "INSERT INTO directory(workshop, code, key, facilitator_hash, cofacilitator_hash,"
                  " wall_hash, recovery_hash, created_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
                  " ON CONFLICT(workshop) DO UPDATE SET code = excluded.code, key = excluded.key,"
                  " facilitator_hash = excluded.facilitator_hash,"
                  " cofacilitator_hash = excluded.cofacilitator_hash,"
                  " wall_hash = excluded.wall_hash, recovery_hash = excluded.recovery_hash,"
                  " created_ms = excluded.created_ms") {}

  SQLite::Statement find_workshop;
  SQLite::Statement add_workshop;
  SQLite::Statement last_row;
  SQLite::Statement add_envelope;
  SQLite::Statement add_payload;
  SQLite::Statement put_entry;
};

SqliteWriter::SqliteWriter(std::unique_ptr<SQLite::Database> database, Executor executor,
                           Trouble trouble, std::chrono::microseconds gather)
    : database_(std::move(database)),
      statements_(std::make_unique<Statements>(*database_)),
      executor_(std::move(executor)),
      trouble_(std::move(trouble)),
      gather_(gather),
      thread_([this] { run(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SqliteWriter::push(SqliteWrite write) {
  {
    const std::lock_guard lock(mutex_);
    queued_records_ += write.cost.records;
    queue_.push_back(std::move(write));
  }
  wake_.notify_one();
}

void SqliteWriter::run() {
  for (;;) {
    Group group = next_group();
    if (group.empty()) return;
    next_commit_ = std::chrono::steady_clock::now() + gather_;
    commit(group);
    complete(std::move(group));
  }
}

SqliteWriter::Group SqliteWriter::next_group() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stop_ || !queue_.empty(); });
  wake_.wait_until(lock, next_commit_,
                   [this] { return stop_ || queued_records_ >= group_records; });
  Group group;
  std::size_t records = 0;
  while (!queue_.empty() && records < group_records) {
    records += queue_.front().cost.records;
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  queued_records_ -= records;
  return group;
}

// A group is one transaction. When one of its writes cannot be stored, the rest must not suffer for
// it, nor cost a commit each: one more transaction stores all but those that it leaves out. When it
// is the storage that fails, trying the rest would say nothing new, and a commit is never tried
// again: after an fsync that failed the next one may claim success for what is lost.
void SqliteWriter::commit(Group& group) {
  std::optional<std::string> failure;
  std::string left_out;
  try {
    if (places_.size() > known_places) places_.clear();
    try {
      store_together(group);
    } catch (...) {
      if (!fault_at_hand().own) throw;
      places_.clear();
      left_out = store_apart(group);
    }
  } catch (...) {
    failure = fault_at_hand().reason;
    // The transaction is rolled back: what was counted in it did not happen.
    places_.clear();
    for (SqliteWrite& write : group) {
      write.failure = Failure::failed;
      write.alone = false;
    }
  }
  const bool all_left_out =
      std::all_of(group.begin(), group.end(), [](const SqliteWrite& write) { return write.alone; });
  if (!all_left_out) note(failure.has_value(), failure.value_or(""));
  if (!failure && !left_out.empty()) tell(News::failed_alone, std::move(left_out));
}

void SqliteWriter::store_together(Group& group) {
  SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
  for (SqliteWrite& write : group) store(write);
  transaction.commit();
}

// Returns why the first that was left out was; empty when none was.
std::string SqliteWriter::store_apart(Group& group) {
  std::string first_reason;
  SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
  for (SqliteWrite& write : group) {
    database_->exec("SAVEPOINT one");
    try {
      store(write);
    } catch (...) {
      const Fault fault = fault_at_hand();
      if (!fault.own) throw;
      database_->exec("ROLLBACK TO one");
      places_.erase(write.workshop);  // it may have been made within
      write.failure = Failure::failed;
      write.alone = true;
      if (first_reason.empty()) first_reason = fault.reason;
    }
    database_->exec("RELEASE one");
  }
  transaction.commit();
  return first_reason;
}

void SqliteWriter::store(SqliteWrite& write) {
  if (write.entry) {
    write_entry(*write.entry);
  } else {
    write_batch(write);
  }
}

void SqliteWriter::write_batch(SqliteWrite& write) {
  if (write.batch->empty()) return;
  Place& place = place_of(write.workshop);
  if (write.batch->size() > static_cast<std::uint64_t>(positions_per_workshop) - place.next) {
    throw std::length_error("a workshop has no positions left");
  }
  write.first = place.next;
  for (const Record& record : *write.batch) {
    const std::int64_t row = row_of(place.number, place.next);
    SQLite::Statement& envelope = statements_->add_envelope;
    const Use use_envelope(envelope);
    envelope.bind(1, row);
    bind_bytes(envelope, 2, record.envelope);
    envelope.exec();
    SQLite::Statement& payload = statements_->add_payload;
    const Use use_payload(payload);
    payload.bind(1, row);
    bind_bytes(payload, 2, record.payload);
    bind_bytes(payload, 3, record.salt);
    payload.exec();
    ++place.next;
  }
}

void SqliteWriter::write_entry(const WorkshopEntry& entry) {
  SQLite::Statement& put = statements_->put_entry;
  const Use use(put);
  int index = 0;
  put.bind(++index, entry.workshop);
  if (entry.code.empty()) {
    put.bind(++index);
  } else {
    put.bind(++index, entry.code);
  }
  put.bind(++index, entry.key);
  for (const std::string* hash : {&entry.facilitator_hash, &entry.cofacilitator_hash,
                                  &entry.wall_hash, &entry.recovery_hash}) {
    bind_bytes(put, ++index, *hash);
  }
  put.bind(++index, entry.created_ms);
  put.exec();
}

SqliteWriter::Place& SqliteWriter::place_of(const std::string& workshop) {
  if (const auto known = places_.find(workshop); known != places_.end()) return known->second;
  Place place{0, 0};
  SQLite::Statement& find = statements_->find_workshop;
  const Use use_find(find);
  find.bind(1, workshop);
  if (find.executeStep()) {
    place.number = find.getColumn(0).getInt64();
    SQLite::Statement& last = statements_->last_row;
    const Use use_last(last);
    last.bind(1, row_of(place.number, 0));
    last.bind(2, row_of(place.number + 1, 0));
    if (last.executeStep() && !last.isColumnNull(0)) {
      const std::int64_t row = last.getColumn(0).getInt64();
      place.next = static_cast<std::uint64_t>(row - row_of(place.number, 0)) + 1;
    }
  } else {
    SQLite::Statement& add = statements_->add_workshop;
    const Use use_add(add);
    add.bind(1, workshop);
    add.exec();
    place.number = database_->getLastInsertRowid();
  }
  return places_.emplace(workshop, place).first->second;
}

void SqliteWriter::note(bool fails, std::string reason) {
  if (std::exchange(failing_, fails) == fails) return;
  tell(fails ? News::fails : News::works_again, std::move(reason));
}

void SqliteWriter::tell(News news, std::string reason) {
  if (!trouble_) return;
  executor_([trouble = trouble_, news, reason = std::move(reason)] { trouble(news, reason); });
}

void SqliteWriter::complete(Group group) {
  for (std::size_t from = 0; from < group.size(); from += completions_per_task) {
    const std::size_t to = std::min(group.size(), from + completions_per_task);
    // Moved into the task, so that callbacks are destroyed on the executor's thread, too.
    auto done = std::make_shared<Group>();
    for (std::size_t i = from; i < to; ++i) done->push_back(std::move(group[i]));
    executor_([done = std::move(done)] {
      for (const SqliteWrite& write : *done) write.complete(write);
    });
  }
}

}  // namespace quorate::log

#include "server/log/sqlite.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "server/log/allowance.hpp"
#include "server/log/code_claims.hpp"
#include "server/log/delivery.hpp"
#include "server/log/sqlite_directory.hpp"
#include "server/log/sqlite_fault.hpp"
#include "server/log/sqlite_file.hpp"
#include "server/log/sqlite_lock.hpp"
#include "server/log/sqlite_reader.hpp"
#include "server/log/sqlite_writer.hpp"

namespace quorate::log {
namespace {

// What lives on the executor's thread. Completions keep it, so that they may come after the store
// is gone.
struct State {
  State(Executor run, Limits limits) : executor(std::move(run)), allowance(limits) {}

  Executor executor;
  Allowance allowance;
  CodeClaims claims;
  std::shared_ptr<Delivery> delivery;
  std::unique_ptr<SqliteDirectory> directory;  // null when closed
  std::unique_ptr<SqliteReader> reader;        // null when closed
  std::unique_ptr<SqliteWriter> writer;        // null when closed
  bool writable = true;
};

Delivery::Read reads_of(const std::shared_ptr<State>& state) {
  return [weak = std::weak_ptr(state), executor = state->executor](
             const std::string& workshop, std::uint64_t from, ReadDone done) {
    const auto alive = weak.lock();
    if (alive && alive->reader) {
      alive->reader->push(workshop, from, std::move(done));
    } else {
      executor([done = std::move(done)] { done(tl::unexpected(Failure::failed)); });
    }
  };
}

SqliteWriter::Trouble writing_trouble(const SqliteOptions& options) {
  if (!options.on_trouble) return {};
  using News = SqliteWriter::News;
  return [report = options.on_trouble, file = options.file.string()](News news,
                                                                     const std::string& reason) {
    switch (news) {
      case News::fails:
        return report(Trouble::cannot_write, "cannot write to " + file + ": " + reason);
      case News::works_again:
        return report(Trouble::writes_again, "writing to " + file + " again");
      case News::failed_alone:
        return report(Trouble::left_out,
                      "left out what cannot be written to " + file + ": " + reason);
    }
  };
}

SqliteReader::Trouble reading_trouble(const SqliteOptions& options) {
  if (!options.on_trouble) return {};
  return [report = options.on_trouble, file = options.file.string()](const std::string& reason) {
    report(Trouble::cannot_read, "cannot read from " + file + ": " + reason);
  };
}

}  // namespace

struct SqliteStore::Impl final : Log, Directory {
  Impl(SqliteLock lock, std::shared_ptr<State> state)
      : lock_(std::move(lock)), state_(std::move(state)) {}
  ~Impl() override { close_now(); }

  void append(const std::string& workshop, std::vector<Record> records, Log::Done done) override {
    const auto refused = state_->writer ? state_->allowance.take(records) : Failure::failed;
    if (refused) {
      state_->executor([done = std::move(done), refused] { done(refused); });
      return;
    }
    SqliteWrite write;
    write.workshop = workshop;
    write.cost = cost_of(records);
    write.batch = std::make_shared<const std::vector<Record>>(std::move(records));
    write.complete = [state = state_, done = std::move(done)](const SqliteWrite& written) {
      state->allowance.give_back(written.cost);
      if (!written.alone) state->writable = !written.failure;
      if (!written.failure) {
        state->delivery->publish(written.workshop, written.first, written.batch);
      }
      done(written.failure);
    };
    state_->writer->push(std::move(write));
  }

  void put(WorkshopEntry entry, Directory::Done done) override {
    auto refused = claim(entry);
    if (!refused) {
      refused = state_->allowance.take(cost_of(entry));
      if (refused) state_->claims.end(entry);
    }
    if (refused) {
      state_->executor([done = std::move(done), refused] { done(refused); });
      return;
    }
    SqliteWrite write;
    write.cost = cost_of(entry);
    write.entry = std::move(entry);
    write.complete = [state = state_, done = std::move(done)](const SqliteWrite& written) {
      state->allowance.give_back(written.cost);
      if (!written.alone) state->writable = !written.failure;
      state->claims.end(*written.entry);
      done(written.failure);
    };
    state_->writer->push(std::move(write));
  }

  Subscription subscribe(const std::string& workshop, std::uint64_t from, OnRecord on_record,
                         CaughtUp caught_up, OnFailure on_failure) override {
    return state_->delivery->subscribe(workshop, from, std::move(on_record), std::move(caught_up),
                                       std::move(on_failure));
  }

  std::optional<WorkshopEntry> find(const std::string& workshop) const override {
    return directory().find(workshop);
  }
  std::optional<std::string> find_code(std::string_view code) const override {
    return directory().find_code(code);
  }
  bool writable() const override { return state_->writable; }
  void close() override { close_now(); }

  std::optional<Failure> claim(const WorkshopEntry& entry) {
    if (!state_->writer) return Failure::failed;
    try {
      return state_->claims.claim(entry, find_code(entry.code));
    } catch (const std::exception&) {  // was told by the look-up
      return Failure::failed;
    }
  }

  SqliteDirectory& directory() const {
    if (!state_->directory) throw std::logic_error("the directory is closed");
    return *state_->directory;
  }

  // The readers first: the writer's connection is then the last, and closing it brings everything
  // from the write-ahead log into the file. Then another server may have the file.
  void close_now() {
    state_->directory.reset();
    state_->reader.reset();
    state_->writer.reset();
    lock_.reset();
  }

  std::optional<SqliteLock> lock_;
  std::shared_ptr<State> state_;
};

tl::expected<std::unique_ptr<SqliteStore>, std::string> SqliteStore::open(
    const SqliteOptions& options, Executor executor) {
  std::error_code error;
  const std::filesystem::path file =
      std::filesystem::weakly_canonical(std::filesystem::absolute(options.file, error), error);
  if (error || !std::filesystem::is_directory(file.parent_path(), error)) {
    return tl::unexpected("there is no folder for " + options.file.string());
  }
  auto lock = SqliteLock::take(file);
  if (!lock) return tl::unexpected(lock.error());
  const auto refuse = [&options](const OpenError& why) {
    if (why.damaged && options.on_trouble) options.on_trouble(Trouble::cannot_read, why.sentence);
    return tl::unexpected(why.sentence);
  };
  auto writing = open_for_writing(file);
  if (!writing) return refuse(writing.error());
  auto reading = open_for_reading(file);
  if (!reading) return refuse(reading.error());
  auto looking_up = open_for_reading(file);
  if (!looking_up) return refuse(looking_up.error());

  auto state = std::make_shared<State>(std::move(executor), options.limits);
  state->delivery = std::make_shared<Delivery>(reads_of(state));
  try {
    state->directory =
        std::make_unique<SqliteDirectory>(std::move(*looking_up), reading_trouble(options));
    state->reader = std::make_unique<SqliteReader>(std::move(*reading), state->executor,
                                                   reading_trouble(options));
    state->writer = std::make_unique<SqliteWriter>(std::move(*writing), state->executor,
                                                   writing_trouble(options), options.gather);
  } catch (...) {  // of SQLite, or no thread could be had
    const Fault fault = fault_at_hand();
    return refuse({"cannot read " + file.string() + ": " + fault.reason, fault.damage});
  }
  return std::unique_ptr<SqliteStore>(
      new SqliteStore(std::make_unique<Impl>(std::move(*lock), std::move(state))));
}

SqliteStore::SqliteStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SqliteStore::~SqliteStore() = default;
Log& SqliteStore::log() { return *impl_; }
Directory& SqliteStore::directory() { return *impl_; }

}  // namespace quorate::log

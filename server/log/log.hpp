// The log port: gives every command of a workshop its place and keeps it. What is acknowledged is
// durable; what is delivered comes in order, each record once. Adapters: memory.hpp, sqlite.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quorate::log {

// One command as it was given its place. Bytes are kept exactly as they came.
struct Record {
  std::string envelope;  // canonical JSON, clear
  std::string payload;   // canonical JSON, in a table of its own; empty once erased
  std::string salt;      // 16 raw bytes; empty once erased
  bool operator==(const Record&) const = default;
};

// The bytes that count against the limits.
inline std::size_t size_of(const Record& record) {
  return record.envelope.size() + record.payload.size() + record.salt.size();
}

enum class Failure {
  busy,    // too much is waiting to be written: try again
  failed,  // the storage refuses (disk full, broken, log closed): read-only until it works again;
           // or it cannot hold this one write, and Log::writable() stays as it is
  too_large,  // the batch is beyond `Limits` and will never be accepted
  taken,      // only from Directory::put: another workshop has this code
};

struct Limits {
  std::size_t record_bytes = 256 * 1024;
  std::size_t batch_records = 1024;
  std::size_t batch_bytes = 1024 * 1024;
  // What may wait between append() and its `done`, over all workshops.
  std::size_t waiting_records = 64 * 1024;
  std::size_t waiting_bytes = 32 * 1024 * 1024;
};

// Runs a function later, in order, on the thread that owns the rooms. Callable from any thread;
// never runs the function inside the call.
using Executor = std::function<void(std::function<void()>)>;

// Ends a delivery when destroyed: no call comes after the destructor returns. To be destroyed on
// the executor's thread, also from within one of its own calls. It may outlive its log.
class Subscription {
 public:
  Subscription() = default;
  // For adapters: `end` is called once, when the delivery shall end.
  explicit Subscription(std::function<void()> end) : end_(std::move(end)) {}
  Subscription(Subscription&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  Subscription& operator=(Subscription&& other) noexcept {
    if (this != &other) {
      reset();
      end_ = std::exchange(other.end_, nullptr);
    }
    return *this;
  }
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;
  ~Subscription() { reset(); }

  void reset() {
    if (const auto end = std::exchange(end_, nullptr)) end();
  }

 private:
  std::function<void()> end_;
};

// Every member is called on the executor's thread, and so is every callback, never from within
// the call that handed it over.
class Log {
 public:
  // Nothing: the records are durable. Otherwise why not, and then none of the batch was stored.
  using Done = std::function<void(std::optional<Failure>)>;
  // `position` counts the workshop's records from 0.
  using OnRecord = std::function<void(std::uint64_t position, const Record& record)>;
  using CaughtUp = std::function<void()>;
  using OnFailure = std::function<void(Failure)>;

  virtual ~Log() = default;

  // Appends records to one workshop, in order, all or none. Never blocks. Calls `done` exactly
  // once: when the records are durable and every live subscription of the workshop was handed
  // them, or with why not. Batches of one workshop get their places in the order of the calls.
  virtual void append(const std::string& workshop, std::vector<Record> batch, Done done) = 0;

  // Delivers the workshop's records from position `from` on, in order, each exactly once: first
  // stored ones in bounded chunks, then live ones. `caught_up` is called once, when every record
  // that was durable when the subscription began has been delivered (also when there was none);
  // from then on the subscription is live. When stored records cannot be read, `on_failure` is
  // called once instead of `caught_up`, and nothing after it.
  virtual Subscription subscribe(const std::string& workshop, std::uint64_t from,
                                 OnRecord on_record, CaughtUp caught_up,
                                 OnFailure on_failure = {}) = 0;

  // False from an append that failed in the storage until one succeeds: what people see as
  // read-only. An append that failed for a reason of its own says nothing of the storage. Appends
  // are tried all the same, so that writing again is noticed.
  virtual bool writable() const = 0;

  // Ordered shutdown: writes what was accepted (its `done` still comes on the executor), then ends
  // the threads; waits for that. Later appends fail with `failed`. May be called twice.
  virtual void close() = 0;
};

}  // namespace quorate::log

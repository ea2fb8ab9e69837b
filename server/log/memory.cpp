#include "server/log/memory.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

#include "server/log/allowance.hpp"
#include "server/log/code_claims.hpp"
#include "server/log/delivery.hpp"

namespace quorate::log {

struct MemoryDisk {
  std::map<std::string, std::vector<Record>> logs;
  std::map<std::string, WorkshopEntry> directory;
  std::map<std::string, std::string, std::less<>> codes;  // -> workshop

  // Returns the position of the first.
  std::uint64_t place(const std::string& workshop, const std::vector<Record>& batch) {
    auto& records = logs[workshop];
    const std::uint64_t first = records.size();
    records.insert(records.end(), batch.begin(), batch.end());
    return first;
  }

  void put(const WorkshopEntry& entry) {
    WorkshopEntry& place = directory[entry.workshop];
    if (!place.code.empty()) codes.erase(place.code);
    place = entry;
    if (!entry.code.empty()) codes[entry.code] = entry.workshop;
  }
};

std::shared_ptr<MemoryDisk> make_memory_disk() { return std::make_shared<MemoryDisk>(); }

// Kept alive by what it has posted, so that every `done` comes also after the store is gone.
struct MemoryStore::Impl final : Log, Directory, std::enable_shared_from_this<Impl> {
  Impl(Executor executor, std::shared_ptr<MemoryDisk> disk, Limits limits)
      : executor_(std::move(executor)), disk_(std::move(disk)), allowance_(limits) {}

  void start() {
    delivery_ = std::make_shared<Delivery>(
        [weak = weak_from_this()](const std::string& workshop, std::uint64_t from, ReadDone done) {
          // Whoever subscribes calls through this object or through what it has posted.
          if (const auto self = weak.lock()) self->read(workshop, from, std::move(done));
        });
  }

  void append(const std::string& workshop, std::vector<Record> records, Log::Done done) override {
    if (const auto refused = closed_ ? Failure::failed : allowance_.take(records)) {
      executor_([done = std::move(done), refused] { done(refused); });
      return;
    }
    const Cost cost = cost_of(records);
    const Batch batch = std::make_shared<const std::vector<Record>>(std::move(records));
    const auto failure = next_failure();
    std::optional<std::uint64_t> placed;
    if (!failure && faults_.store_at_once) placed = disk_->place(workshop, *batch);
    write([this, workshop, batch, cost, failure, placed, done = std::move(done)] {
      allowance_.give_back(cost);
      writable_ = !failure;
      if (!failure) {
        const std::uint64_t first = placed ? *placed : disk_->place(workshop, *batch);
        delivery_->publish(workshop, first, batch);
      }
      done(failure);
    });
  }

  void put(WorkshopEntry entry, Directory::Done done) override {
    auto refused = closed_ ? Failure::failed : claims_.claim(entry, find_code(entry.code));
    if (!refused) {
      refused = allowance_.take(cost_of(entry));
      if (refused) claims_.end(entry);
    }
    if (refused) {
      executor_([done = std::move(done), refused] { done(refused); });
      return;
    }
    const auto failure = next_failure();
    if (!failure && faults_.store_at_once) disk_->put(entry);
    write([this, entry = std::move(entry), failure, done = std::move(done)] {
      allowance_.give_back(cost_of(entry));
      writable_ = !failure;
      if (!failure) disk_->put(entry);
      claims_.end(entry);
      done(failure);
    });
  }

  Subscription subscribe(const std::string& workshop, std::uint64_t from, OnRecord on_record,
                         CaughtUp caught_up, OnFailure on_failure) override {
    return delivery_->subscribe(workshop, from, std::move(on_record), std::move(caught_up),
                                std::move(on_failure));
  }

  std::optional<WorkshopEntry> find(const std::string& workshop) const override {
    const auto found = disk_->directory.find(workshop);
    return found == disk_->directory.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<std::string> find_code(std::string_view code) const override {
    const auto found = disk_->codes.find(code);
    return found == disk_->codes.end() ? std::nullopt : std::optional(found->second);
  }
  bool writable() const override { return writable_; }
  void close() override {
    closed_ = true;
    release();
  }

  void release() {
    faults_.hold = false;
    while (!held_.empty()) {
      post(std::move(held_.front()));
      held_.pop_front();
    }
  }

  void read(const std::string& workshop, std::uint64_t from, ReadDone done) {
    post([this, workshop, from, done = std::move(done)] {
      if (closed_ || faults_.fail_reads) {
        done(tl::unexpected(Failure::failed));
        return;
      }
      const auto found = disk_->logs.find(workshop);
      Chunk chunk;
      std::size_t bytes = 0;
      std::uint64_t next = from;
      const std::uint64_t size = found == disk_->logs.end() ? 0 : found->second.size();
      while (next < size && chunk.records.size() < chunk_records && bytes < chunk_bytes) {
        chunk.records.push_back(found->second[next++]);
        bytes += size_of(chunk.records.back());
      }
      chunk.end = next >= size;
      done(std::move(chunk));
    });
  }

  std::optional<Failure> next_failure() {
    if (faults_.fail_next == 0) return std::nullopt;
    --faults_.fail_next;
    return faults_.failure;
  }

  void write(std::function<void()> job) {
    if (faults_.hold || !held_.empty()) {
      held_.push_back(std::move(job));
    } else {
      post(std::move(job));
    }
  }

  void post(std::function<void()> job) {
    executor_([self = shared_from_this(), job = std::move(job)] { job(); });
  }

  Executor executor_;
  std::shared_ptr<MemoryDisk> disk_;
  Allowance allowance_;
  CodeClaims claims_;
  MemoryFaults faults_;
  std::shared_ptr<Delivery> delivery_;
  std::deque<std::function<void()>> held_;
  bool writable_ = true;
  bool closed_ = false;
};

MemoryStore::MemoryStore(Executor executor, std::shared_ptr<MemoryDisk> disk, Limits limits)
    : impl_(std::make_shared<Impl>(std::move(executor), std::move(disk), limits)) {
  impl_->start();
}
MemoryStore::~MemoryStore() { impl_->close(); }
Log& MemoryStore::log() { return *impl_; }
Directory& MemoryStore::directory() { return *impl_; }
MemoryFaults& MemoryStore::faults() { return impl_->faults_; }
void MemoryStore::release() { impl_->release(); }

}  // namespace quorate::log

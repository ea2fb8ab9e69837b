// What the log costs: one append alone, many at once with group commit, and reading for catching
// up. The file lies in $TMPDIR (/tmp when unset): point it at the disk that is meant.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/log/sqlite.hpp"

namespace quorate::log {
namespace {

using Clock = std::chrono::steady_clock;

// The thread that owns the rooms is the benchmark's own.
class Queue {
 public:
  Executor executor() {
    return [this](std::function<void()> task) {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
      posted_.notify_one();
    };
  }
  void run_one() {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      posted_.wait(lock, [this] { return !tasks_.empty(); });
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    task();
  }

 private:
  std::mutex mutex_;
  std::condition_variable posted_;
  std::deque<std::function<void()>> tasks_;
};

// A store in a folder of its own, gone with it.
class Open {
 public:
  explicit Open(std::chrono::microseconds gather) {
    std::string name = std::filesystem::temp_directory_path() / "quorate-bench-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    folder_ = name;
    SqliteOptions options;
    options.file = folder_ / "bench.db";
    options.gather = gather;
    auto opened = SqliteStore::open(options, queue.executor());
    if (!opened) throw std::runtime_error(opened.error());
    store = std::move(*opened);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  ~Open() {
    store.reset();
    std::filesystem::remove_all(folder_);
  }

  Queue queue;
  std::unique_ptr<SqliteStore> store;

 private:
  std::filesystem::path folder_;
};

// Of the size of an answer.
Record answer() {
  constexpr std::size_t envelope_bytes = 220;
  constexpr std::size_t payload_bytes = 90;
  return {std::string(envelope_bytes, 'e'), std::string(payload_bytes, 'p'), std::string(16, 's')};
}

std::string workshop(std::uint64_t number) {
  return std::string(30, 'a') + static_cast<char>('a' + number / 10 % 10) +
         static_cast<char>('a' + number % 10);
}

void report(benchmark::State& state, std::vector<double>& milliseconds) {
  if (milliseconds.empty()) return;
  std::sort(milliseconds.begin(), milliseconds.end());
  const auto at = [&](std::size_t percent) {
    return milliseconds[std::min(milliseconds.size() - 1, milliseconds.size() * percent / 100)];
  };
  state.counters["p50_ms"] = at(50);
  state.counters["p99_ms"] = at(99);
  state.counters["max_ms"] = milliseconds.back();
}

// Arguments: appends under way at any time; the gather window in microseconds.
void appends(benchmark::State& state) {
  const auto under_way = static_cast<std::uint64_t>(state.range(0));
  Open open{std::chrono::microseconds(state.range(1))};
  constexpr std::uint64_t workshops = 20;
  std::vector<double> milliseconds;
  std::uint64_t waiting = 0;
  std::uint64_t number = 0;
  bool failed = false;
  for (auto step : state) {
    static_cast<void>(step);
    const auto begin = Clock::now();
    ++waiting;
    open.store->log().append(
        workshop(number++ % workshops), {answer()}, [&, begin](std::optional<Failure> failure) {
          failed = failed || failure;
          --waiting;
          milliseconds.push_back(
              std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        });
    while (waiting >= under_way) open.queue.run_one();
  }
  while (waiting > 0) open.queue.run_one();
  if (failed) state.SkipWithError("an append failed");
  state.SetItemsProcessed(state.iterations());
  report(state, milliseconds);
}
BENCHMARK(appends)
    ->ArgNames({"under_way", "gather_us"})
    ->Args({1, 2000})
    ->Args({50, 0})
    ->Args({50, 2000})
    ->Args({50, 5000})
    ->Args({1000, 0})
    ->Args({1000, 2000})
    ->Args({1000, 5000})
    ->Args({10'000, 2000})
    ->UseRealTime();

// Reads a workshop of 20,000 records from the beginning.
void catch_up(benchmark::State& state) {
  Open open{std::chrono::microseconds(0)};
  constexpr std::uint64_t records = 20'000;
  constexpr std::uint64_t batch = 500;
  std::uint64_t waiting = 0;
  for (std::uint64_t i = 0; i < records; i += batch) {
    ++waiting;
    open.store->log().append(workshop(0), std::vector<Record>(batch, answer()),
                             [&](std::optional<Failure>) { --waiting; });
  }
  while (waiting > 0) open.queue.run_one();
  for (auto step : state) {
    static_cast<void>(step);
    std::uint64_t heard = 0;
    bool caught_up = false;
    const auto subscription = open.store->log().subscribe(
        workshop(0), 0, [&](std::uint64_t, const Record&) { ++heard; }, [&] { caught_up = true; });
    while (!caught_up) open.queue.run_one();
    if (heard != records) state.SkipWithError("records are missing");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records));
}
BENCHMARK(catch_up)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quorate::log

// What the tests of both adapters share: the executor, an open store, and short ways to say things.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/contract/log/backend.hpp"
#include "tests/contract/log/queue_runner.hpp"

namespace quorate::log::test {

inline const std::string workshop_a(32, 'a');
inline const std::string workshop_b(32, 'b');

inline Record numbered(std::uint64_t number) {
  return {"{\"number\":" + std::to_string(number) + "}", "{\"value\":7}", std::string(16, '\x01')};
}

inline std::vector<Record> numbered_batch(std::uint64_t first, std::uint64_t count) {
  std::vector<Record> batch;
  for (std::uint64_t i = 0; i < count; ++i) batch.push_back(numbered(first + i));
  return batch;
}

// What one write came to.
struct Outcome {
  int calls = 0;
  std::optional<Failure> failure;
  bool stored() const { return calls == 1 && !failure; }
  bool refused(Failure why) const { return calls == 1 && failure == why; }
};

// What one subscription heard. It stays where it is, for the callbacks point to it.
struct Listener {
  std::uint64_t from = 0;
  std::vector<std::uint64_t> positions;
  std::vector<Record> records;
  int caught_up = 0;
  int failures = 0;
  Subscription subscription;

  Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void listen(Log& log, const std::string& workshop, std::uint64_t start = 0) {
    from = start;
    subscription = log.subscribe(
        workshop, start,
        [this](std::uint64_t position, const Record& record) {
          positions.push_back(position);
          records.push_back(record);
        },
        [this] { ++caught_up; }, [this](Failure) { ++failures; });
  }

  // It heard exactly the numbered records from where it began up to `end`.
  testing::AssertionResult heard_up_to(std::uint64_t end) const {
    const std::uint64_t expected = end > from ? end - from : 0;
    if (positions.size() != expected) {
      return testing::AssertionFailure() << positions.size() << " records instead of " << expected;
    }
    for (std::uint64_t i = 0; i < expected; ++i) {
      if (positions[i] != from + i) {
        return testing::AssertionFailure()
               << "position " << positions[i] << " came as " << from + i;
      }
      if (records[i].envelope != numbered(from + i).envelope) {
        return testing::AssertionFailure()
               << records[i].envelope << " lies at position " << positions[i];
      }
    }
    return testing::AssertionSuccess();
  }
};

class AdapterTest : public testing::TestWithParam<Adapter> {
 protected:
  AdapterTest() : backend_(GetParam().make(runner_.executor())) { backend_->open({}); }
  ~AdapterTest() override {
    backend_->shut();
    runner_.run_ready();
  }

  Log& log() { return backend_->log(); }
  Directory& directory() { return backend_->directory(); }

  std::shared_ptr<Outcome> append(const std::string& workshop, std::vector<Record> batch) {
    auto outcome = std::make_shared<Outcome>();
    log().append(workshop, std::move(batch), [outcome](std::optional<Failure> failure) {
      ++outcome->calls;
      outcome->failure = failure;
    });
    return outcome;
  }

  std::shared_ptr<Outcome> put(const WorkshopEntry& entry) {
    auto outcome = std::make_shared<Outcome>();
    directory().put(entry, [outcome](std::optional<Failure> failure) {
      ++outcome->calls;
      outcome->failure = failure;
    });
    return outcome;
  }

  // True when it was stored.
  bool finish(const std::shared_ptr<Outcome>& outcome) {
    return runner_.run_until([&] { return outcome->calls > 0; }) && outcome->stored();
  }

  bool store(const std::string& workshop, std::uint64_t first, std::uint64_t count) {
    return finish(append(workshop, numbered_batch(first, count)));
  }

  // Reads the workshop from the beginning.
  std::vector<Record> stored(const std::string& workshop) {
    Listener listener;
    listener.listen(log(), workshop);
    EXPECT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
    return listener.records;
  }

  QueueRunner runner_;
  std::unique_ptr<Backend> backend_;
};

}  // namespace quorate::log::test

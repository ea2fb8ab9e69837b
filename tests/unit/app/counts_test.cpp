// What the server counts of its commands and of its log.
#include <gtest/gtest.h>

#include <deque>
#include <utility>

#include "server/app/command_counts.hpp"
#include "server/app/measured_log.hpp"
#include "server/log/memory.hpp"

namespace quorate::app {
namespace {

TEST(CommandCounts, AreByKindAndOutcome) {
  CommandCounts counts;
  counts.count("join", std::nullopt);
  counts.count("join", std::nullopt);
  counts.count("join", session::Refusal::full);
  const CommandCounts::Outcomes expected{{"accepted", 2}, {"full", 1}};
  EXPECT_EQ(counts.by_kind().at("join"), expected);
}

TEST(CommandCounts, HaveOneNameForAllKindsThatThereAreNot) {
  CommandCounts counts;
  for (const char* kind : {"", "jion", "a secret", "unknown"}) {
    counts.count(kind, session::Refusal::bad_message);
  }
  ASSERT_EQ(counts.by_kind().size(), 1u);
  EXPECT_EQ(counts.by_kind().at("unknown").at("bad_message"), 4u);
}

class LogThatIsMeasured : public testing::Test {
 protected:
  void append(std::size_t records) {
    log_.append(std::string(32, 'a'), std::vector<log::Record>(records, {"{}", "{}", "salt"}),
                [](auto) {});
  }
  void run() {
    while (!tasks_.empty()) {
      const auto task = std::move(tasks_.front());
      tasks_.pop_front();
      task();
    }
  }

  std::deque<std::function<void()>> tasks_;
  log::MemoryStore store_{
      [this](std::function<void()> task) { tasks_.push_back(std::move(task)); }};
  MeasuredLog log_{store_.log()};
};

TEST_F(LogThatIsMeasured, KnowsWhatWaitsAndHowOftenItWasDurable) {
  append(2);
  append(1);
  EXPECT_EQ(log_.appends().waiting_records, 3u);
  EXPECT_EQ(log_.appends().waiting_bytes, 24u);
  run();
  EXPECT_EQ(log_.appends().waiting_records, 0u);
  EXPECT_EQ(log_.appends().waiting_bytes, 0u);
  EXPECT_EQ(log_.appends().durations.count(), 2u);
}

TEST_F(LogThatIsMeasured, CountsWhatWasNotWrittenByItsReason) {
  store_.faults().fail_next = 1;
  append(1);
  run();
  store_.faults() = {.fail_next = 1, .failure = log::Failure::busy};
  append(1);
  run();
  EXPECT_EQ(log_.appends().failed, 1u);
  EXPECT_EQ(log_.appends().busy, 1u);
  EXPECT_EQ(log_.appends().durations.count(), 0u);
}

}  // namespace
}  // namespace quorate::app

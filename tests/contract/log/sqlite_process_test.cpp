// The SQLite adapter with real processes: killed, kept out, without room on the disk.
#include <gtest/gtest.h>

#include <csignal>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "server/log/sqlite.hpp"
#include "tests/contract/log/child.hpp"
#include "tests/contract/log/fixture.hpp"
#include "tests/contract/log/scratch.hpp"

namespace quorate::log::test {
namespace {

std::vector<Record> read_all(QueueRunner& runner, Log& log, const std::string& workshop) {
  Listener listener;
  listener.listen(log, workshop);
  EXPECT_TRUE(runner.run_until([&] { return listener.caught_up > 0; }));
  return listener.records;
}

TEST(SqliteLog, loses_nothing_acknowledged_and_repeats_nothing_when_killed_again_and_again) {
  constexpr int cycles = 20;
  constexpr std::uint64_t batch_size = 3;
  const Scratch scratch;
  std::mt19937 random(7);
  std::map<std::string, std::uint64_t> acknowledged;
  std::vector<std::string> entries;
  for (int cycle = 0; cycle < cycles; ++cycle) {
    Child child({"append", scratch.file()});
    std::string line;
    const auto note = [&] {
      const std::size_t space = line.find(' ');
      ASSERT_NE(space, std::string::npos) << line;
      const std::string what = line.substr(0, space);
      if (what == "entry") {
        entries.push_back(line.substr(space + 1));
      } else {
        acknowledged[what] = std::stoull(line.substr(space + 1));
      }
    };
    const std::size_t lines = 1 + random() % 150;
    for (std::size_t i = 0; i < lines; ++i) {
      ASSERT_TRUE(child.read_line(line));
      note();
    }
    child.kill();
    while (child.read_line(line)) note();
    ASSERT_EQ(child.wait(), -SIGKILL);

    QueueRunner runner;
    SqliteOptions options;
    options.file = scratch.file();
    const auto store = SqliteStore::open(options, runner.executor());
    ASSERT_TRUE(store) << store.error();
    for (const auto& [workshop, count] : acknowledged) {
      const auto records = read_all(runner, (*store)->log(), workshop);
      EXPECT_GE(records.size(), count);
      EXPECT_EQ(records.size() % batch_size, 0U) << "part of a batch was stored";
      for (std::size_t i = 0; i < records.size(); ++i) {
        ASSERT_EQ(records[i].payload, std::to_string(i));
      }
    }
    for (const std::string& entry : entries) EXPECT_TRUE((*store)->directory().find(entry));
  }
  EXPECT_EQ(acknowledged.size(), 3U);
}

TEST(SqliteLog, refuses_a_file_that_another_process_has_and_takes_it_when_that_ends) {
  const Scratch scratch;
  QueueRunner runner;
  SqliteOptions options;
  options.file = scratch.file();
  Child holder({"hold", scratch.file()});
  std::string line;
  ASSERT_TRUE(holder.read_line(line));
  ASSERT_EQ(line, "open");
  const auto refused = SqliteStore::open(options, runner.executor());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("is in use by another server (process "), std::string::npos)
      << refused.error();
  Child second({"hold", scratch.file()});
  ASSERT_TRUE(second.read_line(line));
  EXPECT_EQ(line, refused.error());
  EXPECT_EQ(second.wait(), 1);
  holder.close_input();
  EXPECT_EQ(holder.wait(), 0);
  EXPECT_TRUE(SqliteStore::open(options, runner.executor()));
}

TEST(SqliteLog, goes_on_reading_when_the_disk_is_full_and_writes_again_when_there_is_room) {
  const Scratch scratch;
  Child child({"full", scratch.file()});
  std::vector<std::string> lines;
  for (std::string line; child.read_line(line);) lines.push_back(line);
  ASSERT_EQ(child.wait(), 0);
  ASSERT_EQ(lines.size(), 6U);
  const std::string failed = "failed after ";
  ASSERT_EQ(lines[0].substr(0, failed.size()), failed);
  const std::uint64_t stored = std::stoull(lines[0].substr(failed.size()));
  EXPECT_GT(stored, 100U);
  EXPECT_EQ(lines[1], "read-only");
  EXPECT_EQ(lines[2], "reads " + std::to_string(stored));
  EXPECT_EQ(lines[3], "writes again");
  EXPECT_EQ(lines[4], "reads " + std::to_string(stored + 3));
  EXPECT_EQ(lines[5], "troubles 2");  // one when it began, one when it ended
  QueueRunner runner;
  SqliteOptions options;
  options.file = scratch.file();
  const auto store = SqliteStore::open(options, runner.executor());
  ASSERT_TRUE(store) << store.error();
  EXPECT_EQ(read_all(runner, (*store)->log(), workshop_a).size(), stored + 3);
}

}  // namespace
}  // namespace quorate::log::test

// What one write or read that cannot be had does to the others: nothing.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "server/log/sqlite.hpp"
#include "tests/contract/log/fixture.hpp"
#include "tests/contract/log/scratch.hpp"

namespace quorate::log::test {
namespace {

constexpr std::uint64_t poison = 1'000'000;  // numbered(poison) cannot be stored
constexpr std::size_t full_group = 4096;

class SqliteFault : public testing::Test {
 protected:
  // Nothing but `first` and a group that is full is committed before the log is closed.
  void open_and_gather() {
    options_.file = scratch_.file();
    options_.gather = std::chrono::hours(1);
    options_.limits.batch_records = full_group;
    options_.limits.batch_bytes = 16 * 1024 * 1024;
    options_.on_trouble = [this](Trouble, const std::string& sentence) {
      troubles_.push_back(sentence);
    };
    open();
    ASSERT_TRUE(finish(append(workshop_b, numbered_batch(0, 1))));
  }
  void open() {
    auto store = SqliteStore::open(options_, runner_.executor());
    ASSERT_TRUE(store) << store.error();
    store_ = std::move(*store);
  }
  void make_file() {
    options_.file = scratch_.file();
    open();
    store_.reset();
  }
  // `means` is what SQLite shall do about it: ABORT or ROLLBACK.
  void poison_file(const std::string& means = "ABORT") {
    make_file();
    edit(
        "CREATE TRIGGER poison BEFORE INSERT ON payload WHEN (SELECT CAST(bytes AS TEXT) FROM "
        "envelope WHERE row = NEW.row) = '" +
        numbered(poison).envelope + "' BEGIN SELECT RAISE(" + means + ", 'poisoned'); END");
  }
  void edit(const std::string& sql) {
    SQLite::Database database(scratch_.file().string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
  }

  std::shared_ptr<Outcome> append(const std::string& workshop, std::vector<Record> batch) {
    auto outcome = std::make_shared<Outcome>();
    store_->log().append(workshop, std::move(batch), noting(outcome));
    return outcome;
  }
  std::shared_ptr<Outcome> put(const WorkshopEntry& entry) {
    auto outcome = std::make_shared<Outcome>();
    store_->directory().put(entry, noting(outcome));
    return outcome;
  }
  static Log::Done noting(const std::shared_ptr<Outcome>& outcome) {
    return [outcome](std::optional<Failure> failure) {
      ++outcome->calls;
      outcome->failure = failure;
    };
  }
  bool finish(const std::shared_ptr<Outcome>& outcome) {
    return runner_.run_until([&] { return outcome->calls > 0; }) && outcome->stored();
  }
  std::vector<Record> stored(const std::string& workshop) {
    Listener listener;
    listener.listen(store_->log(), workshop);
    EXPECT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
    return listener.records;
  }
  // How many commits the write-ahead log holds: a frame that ends one says how large the file is.
  std::size_t commits() const {
    constexpr std::size_t log_header = 32;
    constexpr std::size_t frame_header = 24;
    constexpr std::size_t page = 4096;
    constexpr std::size_t size_at = 4;
    std::ifstream file(scratch_.file().string() + "-wal", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::size_t count = 0;
    for (std::size_t at = log_header; at + frame_header <= bytes.size();
         at += frame_header + page) {
      if (bytes.compare(at + size_at, 4, std::string(4, '\0')) != 0) ++count;
    }
    return count;
  }

  Scratch scratch_;
  QueueRunner runner_;
  SqliteOptions options_;
  std::unique_ptr<SqliteStore> store_;
  std::vector<std::string> troubles_;
};

TEST_F(SqliteFault, one_write_that_cannot_be_stored_fails_alone_and_the_others_keep_their_order) {
  poison_file();
  open_and_gather();
  const auto before = append(workshop_a, numbered_batch(0, 2));
  const auto poisoned = append(workshop_a, {numbered(900), numbered(poison), numbered(901)});
  const auto after = append(workshop_a, numbered_batch(2, 2));
  const auto elsewhere = append(workshop_b, numbered_batch(1, 1));
  std::vector<Record> heard;
  const auto listening = store_->log().subscribe(
      workshop_a, 0, [&](std::uint64_t, const Record& record) { heard.push_back(record); }, [] {});
  store_->log().close();
  runner_.run_ready();
  EXPECT_TRUE(before->stored() && after->stored() && elsewhere->stored());
  EXPECT_TRUE(poisoned->refused(Failure::failed));
  open();
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 4));
  EXPECT_EQ(stored(workshop_b), numbered_batch(0, 2));
}

TEST_F(SqliteFault, a_workshop_whose_first_write_cannot_be_stored_begins_with_its_second) {
  poison_file();
  open_and_gather();
  const auto poisoned = append(workshop_a, {numbered(poison)});
  const auto after = append(workshop_a, numbered_batch(0, 2));
  store_->log().close();
  runner_.run_ready();
  EXPECT_TRUE(poisoned->refused(Failure::failed));
  EXPECT_TRUE(after->stored());
  open();
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 2));
}

TEST_F(SqliteFault, what_cannot_be_stored_costs_the_thousands_with_it_one_commit) {
  poison_file();
  open_and_gather();
  const std::size_t commits_before = commits();
  Listener listener;
  listener.listen(store_->log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  std::vector<std::shared_ptr<Outcome>> outcomes;
  for (std::size_t i = 0; i < full_group; ++i) {
    const bool bad = i % 1000 == 7;
    outcomes.push_back(append(workshop_a, {numbered(bad ? poison : listener.records.size() + i)}));
  }
  ASSERT_TRUE(runner_.run_until([&] { return outcomes.back()->calls > 0; }));
  for (std::size_t i = 0; i < full_group; ++i) {
    ASSERT_EQ(outcomes[i]->stored(), i % 1000 != 7) << i;
  }
  EXPECT_EQ(commits(), commits_before + 1);
  EXPECT_EQ(listener.records.size(), full_group - 5);
  for (std::size_t i = 0; i < listener.positions.size(); ++i) {
    ASSERT_EQ(listener.positions[i], i);
  }
}

TEST_F(SqliteFault, a_write_that_fails_alone_is_reported_and_does_not_make_the_log_read_only) {
  poison_file();
  open_and_gather();
  const auto poisoned = append(workshop_a, {numbered(poison)});
  // A group that is full, and then one in which nothing can be stored.
  ASSERT_TRUE(finish(append(workshop_b, numbered_batch(1, full_group))));
  EXPECT_TRUE(poisoned->refused(Failure::failed));
  EXPECT_TRUE(store_->log().writable());
  std::vector<Record> all_bad(full_group, numbered(poison));
  EXPECT_FALSE(finish(append(workshop_a, all_bad)));
  EXPECT_TRUE(store_->log().writable());
  runner_.run_ready();
  const std::string sentence =
      "left out what cannot be written to " + scratch_.file().string() + ": poisoned";
  EXPECT_EQ(troubles_, (std::vector<std::string>{sentence, sentence}));
}

TEST_F(SqliteFault, an_entry_that_cannot_be_stored_fails_alone_and_gives_its_code_back) {
  make_file();
  edit(
      "CREATE TRIGGER poison BEFORE INSERT ON directory WHEN NEW.created_ms = 666 "
      "BEGIN SELECT RAISE(ABORT, 'poisoned'); END");
  open_and_gather();
  const auto entry = [](const std::string& workshop, std::int64_t created_ms) {
    return WorkshopEntry{workshop, "ABCDEF", "k", "f", "c", "w", "r", created_ms};
  };
  const auto poisoned = put(entry(workshop_a, 666));
  ASSERT_TRUE(finish(append(workshop_a, numbered_batch(0, full_group))));
  EXPECT_TRUE(poisoned->refused(Failure::failed));
  EXPECT_FALSE(store_->directory().find(workshop_a));
  const auto other = put(entry(workshop_b, 1));
  store_->log().close();
  runner_.run_ready();
  EXPECT_TRUE(other->stored());
}

TEST_F(SqliteFault, an_entry_shows_once_it_is_committed_and_no_sooner) {
  open_and_gather();
  const WorkshopEntry entry{workshop_a, "ABCDEF", "k", "f", "c", "w", "r", 1};
  const auto waiting = put(entry);
  EXPECT_FALSE(store_->directory().find(workshop_a));
  EXPECT_FALSE(store_->directory().find_code("ABCDEF"));
  ASSERT_TRUE(finish(append(workshop_b, numbered_batch(1, full_group))));
  EXPECT_TRUE(waiting->stored());
  EXPECT_EQ(store_->directory().find(workshop_a), entry);
  EXPECT_EQ(store_->directory().find_code("ABCDEF"), workshop_a);
}

TEST_F(SqliteFault, a_look_up_that_fails_says_so_and_is_no_workshop_that_is_not_there) {
  open_and_gather();
  edit("ALTER TABLE directory RENAME TO elsewhere");
  EXPECT_THROW(store_->directory().find(workshop_a), std::exception);
  EXPECT_THROW(store_->directory().find_code("ABCDEF"), std::exception);
  const auto refused = put({workshop_a, "ABCDEF", "k", "f", "c", "w", "r", 1});
  runner_.run_ready();
  EXPECT_TRUE(refused->refused(Failure::failed));
  EXPECT_EQ(troubles_, std::vector<std::string>(3, "cannot read from " + scratch_.file().string() +
                                                       ": no such table: directory"));
  edit("ALTER TABLE elsewhere RENAME TO directory");
  EXPECT_EQ(store_->directory().find(workshop_a), std::nullopt);
}

TEST_F(SqliteFault, a_workshop_without_positions_left_does_not_stop_the_others) {
  open_and_gather();
  store_->log().close();
  edit("INSERT INTO workshop(id) VALUES('" + workshop_a + "')");
  edit("INSERT INTO envelope SELECT (number << 32) + 0xffffffff, '{}' FROM workshop WHERE id = '" +
       workshop_a + "'");
  open_and_gather();
  const auto beyond = append(workshop_a, numbered_batch(0, 1));
  ASSERT_TRUE(finish(append(workshop_b, numbered_batch(1, full_group))));
  EXPECT_TRUE(beyond->refused(Failure::failed));
  EXPECT_TRUE(store_->log().writable());
}

TEST_F(SqliteFault, when_the_storage_gives_up_the_transaction_the_whole_group_fails_at_once) {
  poison_file("ROLLBACK");
  open_and_gather();
  const std::size_t commits_before = commits();
  const auto before = append(workshop_a, numbered_batch(0, 1));
  const auto poisoned = append(workshop_a, {numbered(poison)});
  EXPECT_FALSE(finish(append(workshop_b, numbered_batch(1, full_group))));
  EXPECT_TRUE(before->refused(Failure::failed));
  EXPECT_TRUE(poisoned->refused(Failure::failed));
  EXPECT_FALSE(store_->log().writable());
  EXPECT_EQ(commits(), commits_before);
  ASSERT_TRUE(finish(append(workshop_b, numbered_batch(1, full_group))));
  EXPECT_TRUE(store_->log().writable());
  EXPECT_TRUE(stored(workshop_a).empty());
}

TEST_F(SqliteFault, one_read_that_fails_fails_alone) {
  options_.file = scratch_.file();
  open();
  ASSERT_TRUE(finish(append(workshop_a, numbered_batch(0, 3))));
  ASSERT_TRUE(finish(append(workshop_b, numbered_batch(0, 3))));
  edit("DELETE FROM envelope WHERE row = (SELECT number << 32 FROM workshop WHERE id = '" +
       workshop_a + "')");
  std::array<Listener, 3> listeners;
  listeners[0].listen(store_->log(), workshop_a);
  listeners[1].listen(store_->log(), workshop_b);
  listeners[2].listen(store_->log(), workshop_a, 1);
  ASSERT_TRUE(runner_.run_until([&] {
    return listeners[0].failures == 1 && listeners[1].caught_up + listeners[2].caught_up == 2;
  }));
  EXPECT_TRUE(listeners[1].heard_up_to(3));
  EXPECT_TRUE(listeners[2].heard_up_to(3));
}

}  // namespace
}  // namespace quorate::log::test

// The SQLite adapter's file: who may read it, what lies in it, which files are refused.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "server/log/sqlite.hpp"
#include "tests/contract/log/fixture.hpp"
#include "tests/contract/log/scratch.hpp"

namespace quorate::log::test {
namespace {

namespace fs = std::filesystem;

class SqliteFile : public testing::Test {
 protected:
  using Opened = tl::expected<std::unique_ptr<SqliteStore>, std::string>;

  Opened open() {
    SqliteOptions options;
    options.file = scratch_.file();
    options.on_trouble = [this](Trouble, const std::string& sentence) {
      troubles_.push_back(sentence);
    };
    return SqliteStore::open(options, runner_.executor());
  }
  std::string refusal() {
    const Opened store = open();
    return store ? "opened" : store.error();
  }
  void edit(const std::string& sql) {
    SQLite::Database database(scratch_.file().string(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
  }
  bool append(SqliteStore& store, const std::string& workshop, std::vector<Record> batch) {
    bool done = false;
    bool stored = false;
    store.log().append(workshop, std::move(batch), [&](auto failure) {
      done = true;
      stored = !failure;
    });
    return runner_.run_until([&] { return done; }) && stored;
  }

  Scratch scratch_;
  QueueRunner runner_;
  std::vector<std::string> troubles_;
};

TEST_F(SqliteFile, only_its_owner_may_read_it_or_what_lies_beside_it) {
  std::ofstream(scratch_.file()).close();  // as somebody's shell would make it
  fs::permissions(scratch_.file(), fs::perms::all);
  const auto store = open();
  ASSERT_TRUE(store) << store.error();
  ASSERT_TRUE(append(**store, workshop_a, numbered_batch(0, 1)));
  for (const char* beside : {"", "-wal", "-shm", ".lock"}) {
    const fs::path file = scratch_.file().string() + beside;
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write)
        << file;
  }
}

TEST_F(SqliteFile, is_one_file_when_closed) {
  auto store = open();
  ASSERT_TRUE(store) << store.error();
  ASSERT_TRUE(append(**store, workshop_a, numbered_batch(0, 1)));
  (*store)->log().close();
  EXPECT_FALSE(fs::exists(scratch_.file().string() + "-wal"));
  EXPECT_TRUE(open()) << "closing gives the file back";
}

TEST_F(SqliteFile, lies_as_documented) {
  {
    const auto store = open();
    ASSERT_TRUE(store) << store.error();
    ASSERT_TRUE(append(**store, workshop_a, numbered_batch(0, 1)));
    ASSERT_TRUE(append(**store, workshop_b, numbered_batch(100, 2)));
  }
  SQLite::Database database(scratch_.file().string());
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), 0x51754F72);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 2);
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
  SQLite::Statement rows(database,
                         "SELECT w.id, e.row & 0xffffffff, e.bytes, p.bytes, p.salt FROM envelope e"
                         " JOIN payload p USING(row) JOIN workshop w ON w.number = e.row >> 32"
                         " ORDER BY w.id, e.row");
  std::vector<Record> records;
  std::vector<std::string> places;
  while (rows.executeStep()) {
    places.push_back(rows.getColumn(0).getString().substr(0, 1) +
                     std::to_string(rows.getColumn(1).getInt()));
    records.push_back({rows.getColumn(2).getString(), rows.getColumn(3).getString(),
                       rows.getColumn(4).getString()});
  }
  EXPECT_EQ(places, (std::vector<std::string>{"a0", "b0", "b1"}));
  EXPECT_EQ(records, (std::vector<Record>{numbered(0), numbered(100), numbered(101)}));
}

TEST_F(SqliteFile, an_erased_payload_leaves_its_envelope_in_its_place) {
  {
    const auto store = open();
    ASSERT_TRUE(append(**store, workshop_a, numbered_batch(0, 3)));
  }
  edit("DELETE FROM payload WHERE (row & 0xffffffff) = 1");
  const auto store = open();
  ASSERT_TRUE(store) << store.error();
  Listener listener;
  listener.listen((*store)->log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  EXPECT_TRUE(listener.heard_up_to(3));
  EXPECT_EQ(listener.records[1], (Record{numbered(1).envelope, "", ""}));
}

TEST_F(SqliteFile, a_log_with_a_hole_is_not_read_as_if_it_were_whole) {
  {
    const auto store = open();
    ASSERT_TRUE(append(**store, workshop_a, numbered_batch(0, 3)));
  }
  edit("DELETE FROM envelope WHERE (row & 0xffffffff) = 1");
  const auto store = open();
  ASSERT_TRUE(store) << store.error();
  Listener listener;
  listener.listen((*store)->log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return listener.failures > 0 && !troubles_.empty(); }));
  EXPECT_TRUE(listener.records.empty());
  EXPECT_NE(troubles_.front().find("a record is missing"), std::string::npos);
}

TEST_F(SqliteFile, refuses_a_newer_format_and_leaves_it_alone) {
  ASSERT_TRUE(open());
  edit("PRAGMA user_version = 3");
  EXPECT_EQ(refusal(), scratch_.file().string() +
                           " was written by a newer version of this program (its format is 3, this"
                           " program knows up to 2)");
  edit("PRAGMA user_version = 2");
  EXPECT_EQ(refusal(), "opened");
}

TEST_F(SqliteFile, each_workshop_of_a_file_without_join_keys_gets_one_of_its_own) {
  ASSERT_TRUE(open());
  edit(
      "ALTER TABLE directory DROP COLUMN key; PRAGMA user_version = 1;"
      "INSERT INTO directory VALUES('a', 'FHK247', x'01', x'02', x'03', x'04', 5),"
      "('b', NULL, x'11', x'12', x'13', x'14', 15)");
  const auto keys = [&] {
    const auto store = open();
    std::vector<std::string> found;
    if (!store) return found;
    Directory& directory = (*store)->directory();
    for (const char* workshop : {"a", "b"}) found.push_back(directory.find(workshop)->key);
    EXPECT_EQ(directory.find("a"),
              (WorkshopEntry{"a", "FHK247", found[0], "\1", "\2", "\3", "\4", 5}));
    return found;
  };
  const auto drawn = keys();
  ASSERT_EQ(drawn.size(), 2U);
  for (const std::string& key : drawn) {
    EXPECT_EQ(key.size(), 16U);
    EXPECT_EQ(key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos);
  }
  EXPECT_NE(drawn[0], drawn[1]);
  EXPECT_EQ(keys(), drawn) << "drawn once";
}

TEST_F(SqliteFile, refuses_the_database_of_another_program) {
  edit("CREATE TABLE cookies(name TEXT)");
  EXPECT_EQ(refusal(), scratch_.file().string() + " is another program's database");
  edit("PRAGMA user_version = 1");
  EXPECT_EQ(refusal(), scratch_.file().string() + " is another program's database");
}

TEST_F(SqliteFile, refuses_what_is_no_database) {
  std::ofstream(scratch_.file()) << std::string(4096, 'x');
  EXPECT_NE(refusal().find("cannot open " + scratch_.file().string()), std::string::npos);
}

TEST_F(SqliteFile, refuses_a_folder_that_is_not_there) {
  SqliteOptions options;
  options.file = scratch_.file("missing") / "quorate.db";
  const auto store = SqliteStore::open(options, runner_.executor());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error(), "there is no folder for " + options.file.string());
}

TEST_F(SqliteFile, is_refused_to_a_second_store_also_by_another_name) {
  const auto first = open();
  ASSERT_TRUE(first) << first.error();
  EXPECT_NE(refusal().find("is in use by another server"), std::string::npos);
  fs::create_symlink(scratch_.file(), scratch_.file("other-name.db"));
  SqliteOptions options;
  options.file = scratch_.file("other-name.db");
  EXPECT_FALSE(SqliteStore::open(options, runner_.executor()));
}

}  // namespace
}  // namespace quorate::log::test

// What the directory of a server costs that has made very many workshops: its disk, no memory.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "server/log/sqlite.hpp"
#include "tests/contract/log/fixture.hpp"
#include "tests/contract/log/scratch.hpp"
#include "tests/support/allocations.hpp"

namespace quorate::log::test {
namespace {

// How often memory is taken for opening a file with so many workshops and looking up one of them.
std::size_t taken(int workshops) {
  const Scratch scratch;
  QueueRunner runner;
  SqliteOptions options;
  options.file = scratch.file();
  static_cast<void>(SqliteStore::open(options, runner.executor()));  // makes it
  SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE)
      .exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
            std::to_string(workshops) +
            ") INSERT INTO directory SELECT printf('%032x', i), printf('%06d', i),"
            " zeroblob(32), zeroblob(32), zeroblob(32), zeroblob(32), i,"
            " printf('%016d', i) FROM n");
  const std::size_t before = quorate::test::allocations();
  const auto store = SqliteStore::open(options, runner.executor());
  EXPECT_TRUE((*store)->directory().find(std::string(31, '0') + "1"));
  EXPECT_EQ((*store)->directory().find_code("000001"), std::string(31, '0') + "1");
  return quorate::test::allocations() - before;
}

TEST(DirectoryMemory, IsTheSameForOneWorkshopAndForThousands) {
  EXPECT_EQ(taken(20'000), taken(1));
}

}  // namespace
}  // namespace quorate::log::test

#include "tests/integration/bots/left_on_disk.hpp"

#include <stdexcept>

#include "server/log/sqlite.hpp"
#include "server/net/loop.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {

std::vector<log::Record> left_on_disk(const std::filesystem::path& data,
                                      const std::string& workshop) {
  const TemporaryFolder copy;
  std::filesystem::copy(data, copy.path());
  net::Loop loop;
  log::SqliteOptions options;
  options.file = copy.path() / "quorate.db";
  auto store = log::SqliteStore::open(
      options, [&loop](std::function<void()> function) { loop.post(std::move(function)); });
  if (!store) throw std::runtime_error(store.error());
  std::vector<log::Record> records;
  bool whole = false;
  const auto reading = (*store)->log().subscribe(
      workshop, 0,
      [&](std::uint64_t position, const log::Record& record) {
        if (position != records.size()) throw std::runtime_error("a position is not in its turn");
        records.push_back(record);
      },
      [&] {
        whole = true;
        loop.stop();
      },
      [&](log::Failure) { loop.stop(); });
  loop.run();
  if (!whole) throw std::runtime_error("the records cannot be read");
  return records;
}

}  // namespace quorate::test

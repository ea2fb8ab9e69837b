#include "tests/contract/log/backend.hpp"

#include <stdexcept>
#include <utility>

#include "server/log/memory.hpp"
#include "server/log/sqlite.hpp"
#include "tests/contract/log/scratch.hpp"

namespace quorate::log::test {
namespace {

class MemoryBackend final : public Backend {
 public:
  explicit MemoryBackend(Executor executor) : executor_(std::move(executor)) {}
  void open(Limits limits) override {
    shut();
    store_ = std::make_unique<MemoryStore>(executor_, disk_, limits);
  }
  void shut() override { store_.reset(); }
  Log& log() override { return store_->log(); }
  Directory& directory() override { return store_->directory(); }

 private:
  Executor executor_;
  std::shared_ptr<MemoryDisk> disk_ = make_memory_disk();
  std::unique_ptr<MemoryStore> store_;
};

class SqliteBackend final : public Backend {
 public:
  explicit SqliteBackend(Executor executor) : executor_(std::move(executor)) {}
  void open(Limits limits) override {
    shut();
    SqliteOptions options;
    options.file = scratch_.file();
    options.limits = limits;
    auto store = SqliteStore::open(options, executor_);
    if (!store) throw std::runtime_error(store.error());
    store_ = std::move(*store);
  }
  void shut() override { store_.reset(); }
  Log& log() override { return store_->log(); }
  Directory& directory() override { return store_->directory(); }

 private:
  Executor executor_;
  Scratch scratch_;
  std::unique_ptr<SqliteStore> store_;
};

}  // namespace

Adapter memory_adapter() {
  return {"memory",
          [](Executor executor) { return std::make_unique<MemoryBackend>(std::move(executor)); }};
}

Adapter sqlite_adapter() {
  return {"sqlite",
          [](Executor executor) { return std::make_unique<SqliteBackend>(std::move(executor)); }};
}

}  // namespace quorate::log::test

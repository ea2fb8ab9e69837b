// What tests can make go wrong in the memory adapter.
#include "server/log/memory.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "tests/contract/log/fixture.hpp"

namespace quorate::log::test {
namespace {

class MemoryLog : public testing::Test {
 protected:
  std::shared_ptr<Outcome> append(MemoryStore& store, std::uint64_t first, std::uint64_t count) {
    auto outcome = std::make_shared<Outcome>();
    store.log().append(workshop_a, numbered_batch(first, count), [outcome](auto failure) {
      ++outcome->calls;
      outcome->failure = failure;
    });
    return outcome;
  }
  std::size_t stored(MemoryStore& store) {
    Listener listener;
    listener.listen(store.log(), workshop_a);
    runner_.run_ready();
    EXPECT_EQ(listener.caught_up, 1);
    return listener.records.size();
  }

  QueueRunner runner_;
  std::shared_ptr<MemoryDisk> disk_ = make_memory_disk();
};

TEST_F(MemoryLog, fails_as_often_as_it_is_told_and_then_works_again) {
  MemoryStore store(runner_.executor(), disk_);
  store.faults().fail_next = 2;
  const auto first = append(store, 0, 2);
  const auto second = append(store, 0, 2);
  runner_.run_ready();
  EXPECT_TRUE(first->refused(Failure::failed));
  EXPECT_TRUE(second->refused(Failure::failed));
  EXPECT_FALSE(store.log().writable());
  EXPECT_EQ(stored(store), 0U);
  const auto third = append(store, 0, 2);
  runner_.run_ready();
  EXPECT_TRUE(third->stored());
  EXPECT_TRUE(store.log().writable());
  EXPECT_EQ(stored(store), 2U);
}

TEST_F(MemoryLog, holds_writes_until_they_are_released_in_order) {
  MemoryStore store(runner_.executor(), disk_);
  Listener listener;
  listener.listen(store.log(), workshop_a);
  store.faults().hold = true;
  const auto first = append(store, 0, 1);
  const auto second = append(store, 1, 1);
  runner_.run_ready();
  EXPECT_EQ(first->calls + second->calls, 0);
  EXPECT_EQ(stored(store), 0U);
  store.release();
  const auto third = append(store, 2, 1);
  runner_.run_ready();
  EXPECT_TRUE(first->stored() && second->stored() && third->stored());
  EXPECT_TRUE(listener.heard_up_to(3));
}

TEST_F(MemoryLog, loses_at_a_crash_what_was_held_and_keeps_what_was_stored_at_once) {
  for (const bool at_once : {false, true}) {
    const auto disk = make_memory_disk();
    auto crashing = std::make_unique<QueueRunner>();
    MemoryStore before(crashing->executor(), disk);
    before.faults().store_at_once = at_once;
    const auto outcome = append(before, 0, 2);
    crashing.reset();  // nothing that was posted runs
    MemoryStore after(runner_.executor(), disk);
    EXPECT_EQ(stored(after), at_once ? 2U : 0U);
    EXPECT_EQ(outcome->calls, 0);
  }
}

TEST_F(MemoryLog, tells_subscriptions_when_it_cannot_read) {
  MemoryStore store(runner_.executor(), disk_);
  store.faults().fail_reads = true;
  Listener listener;
  listener.listen(store.log(), workshop_a);
  runner_.run_ready();
  EXPECT_EQ(listener.failures, 1);
  append(store, 0, 1);
  runner_.run_ready();
  EXPECT_TRUE(listener.records.empty());
  EXPECT_EQ(listener.caught_up, 0);
}

TEST_F(MemoryLog, shows_an_entry_only_when_it_is_stored) {
  MemoryStore store(runner_.executor(), disk_);
  WorkshopEntry entry;
  entry.workshop = workshop_a;
  entry.code = "ABCDEF";
  store.faults().hold = true;
  store.directory().put(entry, [](auto) {});
  runner_.run_ready();
  EXPECT_EQ(store.directory().find(workshop_a), std::nullopt);
  EXPECT_EQ(store.directory().find_code("ABCDEF"), std::nullopt);
  store.release();
  runner_.run_ready();
  EXPECT_EQ(store.directory().find(workshop_a), entry);
  EXPECT_EQ(store.directory().find_code("ABCDEF"), workshop_a);
}

TEST_F(MemoryLog, a_failed_entry_leaves_the_directory_as_it_was) {
  MemoryStore store(runner_.executor(), disk_);
  WorkshopEntry entry;
  entry.workshop = workshop_a;
  entry.code = "ABCDEF";
  store.faults().fail_next = 1;
  std::optional<Failure> failure;
  store.directory().put(entry, [&](auto why) { failure = why; });
  runner_.run_ready();
  EXPECT_EQ(failure, Failure::failed);
  EXPECT_EQ(store.directory().find(workshop_a), std::nullopt);
  entry.workshop = workshop_b;
  store.directory().put(entry, [&](auto why) { failure = why; });
  runner_.run_ready();
  EXPECT_EQ(failure, std::nullopt);
  EXPECT_EQ(store.directory().find_code("ABCDEF"), workshop_b);
}

}  // namespace
}  // namespace quorate::log::test

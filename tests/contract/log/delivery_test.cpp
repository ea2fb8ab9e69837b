// The hard part of the contract: what is read and what is written meanwhile, each record once.
#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <random>
#include <string>

#include "server/log/delivery.hpp"
#include "tests/contract/log/fixture.hpp"

namespace quorate::log::test {
namespace {

class DeliveryContract : public AdapterTest {};

TEST_P(DeliveryContract, delivers_a_log_of_many_chunks) {
  const std::uint64_t total = 3 * chunk_records + 7;
  for (std::uint64_t first = 0; first < total; first += 100) {
    append(workshop_a, numbered_batch(first, std::min<std::uint64_t>(100, total - first)));
  }
  ASSERT_TRUE(finish(append(workshop_a, {})));
  Listener all;
  Listener tail;
  Listener exact;
  all.listen(log(), workshop_a);
  tail.listen(log(), workshop_a, chunk_records + 1);
  exact.listen(log(), workshop_a, total - chunk_records);  // the last chunk is full
  ASSERT_TRUE(
      runner_.run_until([&] { return all.caught_up + tail.caught_up + exact.caught_up == 3; }));
  EXPECT_TRUE(all.heard_up_to(total));
  EXPECT_TRUE(tail.heard_up_to(total));
  EXPECT_TRUE(exact.heard_up_to(total));
}

// Subscriptions begin at any moment, from any place, while this and other workshops are written to;
// each hears every record from its place on, once, in order.
TEST_P(DeliveryContract, delivers_each_record_once_however_reading_and_writing_meet) {
  std::mt19937 random(20'240'611);
  const auto below = [&](std::uint64_t bound) { return random() % bound; };
  std::deque<Listener> listeners;
  std::uint64_t written = 0;
  std::uint64_t elsewhere = 0;
  std::size_t outstanding = 0;
  const auto done = [&](std::optional<Failure> failure) {
    EXPECT_FALSE(failure);
    --outstanding;
  };
  while (written < 6000) {
    switch (below(8)) {
      case 0:
        listeners.emplace_back().listen(log(), workshop_a, below(written + 3));
        break;
      case 1: {
        const std::size_t before = outstanding;
        runner_.run_until([&] { return outstanding < before || before == 0; });
        break;
      }
      case 2:
        runner_.run_ready();
        break;
      case 3:
      case 4: {
        const std::uint64_t count = 1 + below(40);
        log().append(std::string(32, static_cast<char>('b' + below(5))),
                     numbered_batch(elsewhere, count), done);
        elsewhere += count;
        ++outstanding;
        break;
      }
      default: {
        const std::uint64_t count = 1 + below(40);
        log().append(workshop_a, numbered_batch(written, count), done);
        written += count;
        ++outstanding;
      }
    }
  }
  ASSERT_TRUE(runner_.run_until([&] { return outstanding == 0; }));
  ASSERT_GT(listeners.size(), 10U);
  for (Listener& listener : listeners) {
    ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
    EXPECT_TRUE(listener.heard_up_to(written));
    EXPECT_EQ(listener.caught_up, 1);
    EXPECT_EQ(listener.failures, 0);
  }
}

// More is written while a subscription reads than is kept for it: the rest is read, too.
TEST_P(DeliveryContract, a_flood_while_reading_loses_nothing) {
  const std::uint64_t before = 4 * chunk_records;
  for (std::uint64_t first = 0; first < before; first += chunk_records) {
    append(workshop_a, numbered_batch(first, chunk_records));
  }
  ASSERT_TRUE(finish(append(workshop_a, {})));
  Listener listener;
  listener.listen(log(), workshop_a);
  std::shared_ptr<Outcome> last;
  constexpr std::uint64_t flood = 40;
  for (std::uint64_t i = 0; i < flood; ++i) {
    Record large = numbered(before + i);
    large.payload = std::string(200 * 1024, 'p');
    last = append(workshop_a, {large});
  }
  ASSERT_TRUE(finish(last));
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  EXPECT_TRUE(listener.heard_up_to(before + flood));
}

TEST_P(DeliveryContract, a_subscription_ended_by_its_own_record_hears_no_more) {
  ASSERT_TRUE(store(workshop_a, 0, 10));
  for (const bool live : {false, true}) {
    int records = 0;
    int caught_up = 0;
    Subscription subscription;
    const int stop_after = live ? 12 : 4;
    subscription = log().subscribe(
        workshop_a, 0,
        [&](std::uint64_t, const Record&) {
          if (++records == stop_after) subscription.reset();
        },
        [&] { ++caught_up; });
    if (live) {
      ASSERT_TRUE(runner_.run_until([&] { return caught_up > 0; }));
      ASSERT_TRUE(store(workshop_a, 10, 5));
    } else {
      ASSERT_TRUE(runner_.run_until([&] { return records >= stop_after; }));
    }
    ASSERT_TRUE(finish(append(workshop_a, {})));
    runner_.run_ready();
    EXPECT_EQ(records, stop_after);
    EXPECT_EQ(caught_up, live ? 1 : 0);
  }
}

TEST_P(DeliveryContract, one_subscription_may_end_another_while_both_are_served) {
  Listener other;
  bool ready = false;
  const auto ender = log().subscribe(
      workshop_a, 0, [&](std::uint64_t, const Record&) { other.subscription.reset(); },
      [&] { ready = true; });
  other.listen(log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return ready && other.caught_up > 0; }));
  ASSERT_TRUE(store(workshop_a, 0, 2));
  EXPECT_TRUE(other.records.empty());
}

TEST_P(DeliveryContract, a_subscription_may_begin_within_a_delivery) {
  Listener second;
  bool ready = false;
  const auto first = log().subscribe(
      workshop_a, 0,
      [&](std::uint64_t position, const Record&) {
        if (position == 0) second.listen(log(), workshop_a);
      },
      [&] { ready = true; });
  ASSERT_TRUE(runner_.run_until([&] { return ready; }));
  ASSERT_TRUE(store(workshop_a, 0, 3));
  ASSERT_TRUE(runner_.run_until([&] { return second.caught_up > 0; }));
  EXPECT_TRUE(second.heard_up_to(3));
}

TEST_P(DeliveryContract, a_subscription_ended_before_its_first_record_hears_nothing) {
  ASSERT_TRUE(store(workshop_a, 0, 3));
  Listener listener;
  listener.listen(log(), workshop_a);
  listener.subscription.reset();
  ASSERT_EQ(stored(workshop_a).size(), 3U);
  runner_.run_ready();
  EXPECT_TRUE(listener.records.empty());
  EXPECT_EQ(listener.caught_up + listener.failures, 0);
}

TEST_P(DeliveryContract, a_moved_subscription_goes_on_and_ends_with_its_new_owner) {
  Listener listener;
  listener.listen(log(), workshop_a);
  Subscription owner = std::move(listener.subscription);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  ASSERT_TRUE(store(workshop_a, 0, 1));
  EXPECT_EQ(listener.records.size(), 1U);
  owner = Subscription();
  ASSERT_TRUE(store(workshop_a, 1, 1));
  EXPECT_EQ(listener.records.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(adapters, DeliveryContract,
                         testing::Values(memory_adapter(), sqlite_adapter()),
                         [](const auto& adapter) { return adapter.param.name; });

}  // namespace
}  // namespace quorate::log::test

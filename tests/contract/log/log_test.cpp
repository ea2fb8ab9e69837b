// The log's contract, for every adapter: order, places, delivery, refusals, closing.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/contract/log/fixture.hpp"

namespace quorate::log::test {
namespace {

class LogContract : public AdapterTest {};

TEST_P(LogContract, gives_records_their_places_in_the_order_of_the_appends) {
  Listener listener;
  listener.listen(log(), workshop_a);
  const auto first = append(workshop_a, numbered_batch(0, 3));
  const auto second = append(workshop_a, numbered_batch(3, 1));
  const auto third = append(workshop_a, numbered_batch(4, 2));
  ASSERT_TRUE(finish(third));
  EXPECT_TRUE(first->stored());
  EXPECT_TRUE(second->stored());
  ASSERT_TRUE(runner_.run_until([&] { return listener.records.size() >= 6; }));
  EXPECT_TRUE(listener.heard_up_to(6));
}

TEST_P(LogContract, keeps_every_byte_as_it_came) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  const std::vector<Record> batch{{every_byte, every_byte + every_byte, std::string(16, '\0')},
                                  {"{}", "", std::string("\0\xff", 2)}};
  ASSERT_TRUE(finish(append(workshop_a, batch)));
  EXPECT_EQ(stored(workshop_a), batch);
  backend_->open({});
  EXPECT_EQ(stored(workshop_a), batch);
}

TEST_P(LogContract, keeps_workshops_apart) {
  const auto a = append(workshop_a, numbered_batch(0, 2));
  const auto b = append(workshop_b, numbered_batch(100, 1));
  ASSERT_TRUE(finish(a) && finish(b));
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 2));
  EXPECT_EQ(stored(workshop_b), numbered_batch(100, 1));
  EXPECT_TRUE(stored(std::string(32, 'c')).empty());
}

TEST_P(LogContract, says_done_after_every_live_subscription_has_the_records) {
  Listener one;
  Listener two;
  one.listen(log(), workshop_a);
  two.listen(log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return one.caught_up + two.caught_up == 2; }));
  bool had_all = false;
  bool done = false;
  log().append(workshop_a, numbered_batch(0, 3), [&](std::optional<Failure> failure) {
    done = !failure;
    had_all = one.records.size() == 3 && two.records.size() == 3;
  });
  ASSERT_TRUE(runner_.run_until([&] { return done; }));
  EXPECT_TRUE(had_all);
}

TEST_P(LogContract, says_caught_up_once_also_of_an_empty_workshop) {
  Listener listener;
  listener.listen(log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  EXPECT_TRUE(listener.records.empty());
  ASSERT_TRUE(store(workshop_a, 0, 2));
  EXPECT_EQ(listener.caught_up, 1);
  EXPECT_EQ(listener.failures, 0);
}

TEST_P(LogContract, says_caught_up_after_everything_that_was_durable) {
  ASSERT_TRUE(store(workshop_a, 0, 5));
  std::size_t had = 0;
  bool caught_up = false;
  const auto subscription = log().subscribe(
      workshop_a, 0, [&](std::uint64_t, const Record&) { ++had; },
      [&] {
        caught_up = true;
        EXPECT_EQ(had, 5U);
      });
  ASSERT_TRUE(runner_.run_until([&] { return caught_up; }));
}

TEST_P(LogContract, never_calls_back_from_within_a_call) {
  Limits tiny;
  tiny.batch_records = 1;
  backend_->open(tiny);
  bool inside = true;
  int dones = 0;
  int ends = 0;
  const auto outside_only = [&](int& count) {
    EXPECT_FALSE(inside);
    ++count;
  };
  const auto done = [&](std::optional<Failure>) { outside_only(dones); };
  int records = 0;
  const auto subscription = log().subscribe(
      workshop_a, 0, [&](std::uint64_t, const Record&) { outside_only(records); },
      [&] { outside_only(ends); }, [&](Failure) { outside_only(ends); });
  log().append(workshop_a, numbered_batch(0, 1), done);
  log().append(workshop_a, numbered_batch(0, 2), done);
  log().close();
  log().append(workshop_a, numbered_batch(0, 1), done);
  inside = false;
  EXPECT_TRUE(runner_.run_until([&] { return dones == 3 && ends == 1; }));
}

TEST_P(LogContract, goes_on_where_a_subscription_left_off) {
  ASSERT_TRUE(store(workshop_a, 0, 10));
  Listener listener;
  listener.listen(log(), workshop_a, 7);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  EXPECT_TRUE(listener.heard_up_to(10));
  ASSERT_TRUE(store(workshop_a, 10, 2));
  EXPECT_TRUE(listener.heard_up_to(12));
}

TEST_P(LogContract, a_subscription_from_a_place_yet_to_come_hears_nothing_before_it) {
  ASSERT_TRUE(store(workshop_a, 0, 2));
  Listener listener;
  listener.listen(log(), workshop_a, 5);
  ASSERT_TRUE(runner_.run_until([&] { return listener.caught_up > 0; }));
  ASSERT_TRUE(store(workshop_a, 2, 2));
  ASSERT_TRUE(store(workshop_a, 4, 4));
  EXPECT_TRUE(listener.heard_up_to(8));
}

TEST_P(LogContract, an_empty_batch_is_done_and_changes_nothing) {
  ASSERT_TRUE(finish(append(workshop_a, {})));
  ASSERT_TRUE(store(workshop_a, 0, 1));
  ASSERT_TRUE(finish(append(workshop_a, {})));
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 1));
}

TEST_P(LogContract, refuses_what_is_beyond_the_limits_and_stores_none_of_it) {
  Limits limits;
  limits.record_bytes = 100;
  limits.batch_records = 3;
  limits.batch_bytes = 200;
  backend_->open(limits);
  const Record at_limit{std::string(60, 'e'), std::string(24, 'p'), std::string(16, 's')};
  Record beyond = at_limit;
  beyond.payload += 'p';
  const auto large_record = append(workshop_a, {numbered(0), beyond});
  const auto many_records = append(workshop_a, numbered_batch(0, 4));
  const auto many_bytes = append(workshop_a, {at_limit, at_limit, {"e", "", ""}});
  const auto fits = append(workshop_a, {at_limit, at_limit});
  ASSERT_TRUE(finish(fits));
  EXPECT_TRUE(large_record->refused(Failure::too_large));
  EXPECT_TRUE(many_records->refused(Failure::too_large));
  EXPECT_TRUE(many_bytes->refused(Failure::too_large));
  EXPECT_EQ(stored(workshop_a), (std::vector<Record>{at_limit, at_limit}));
}

TEST_P(LogContract, is_busy_when_too_many_records_wait_and_takes_more_afterwards) {
  Limits limits;
  limits.waiting_records = 4;
  backend_->open(limits);
  // Completions run on this thread only, so that nothing stops waiting meanwhile.
  const auto first = append(workshop_a, numbered_batch(0, 2));
  const auto second = append(workshop_a, numbered_batch(2, 2));
  const auto beyond = append(workshop_a, numbered_batch(4, 1));
  const auto elsewhere = append(workshop_b, numbered_batch(0, 1));
  ASSERT_TRUE(finish(second));
  ASSERT_TRUE(runner_.run_until([&] { return beyond->calls + elsewhere->calls == 2; }));
  EXPECT_TRUE(first->stored());
  EXPECT_TRUE(beyond->refused(Failure::busy));
  EXPECT_TRUE(elsewhere->refused(Failure::busy));
  EXPECT_TRUE(log().writable());
  ASSERT_TRUE(store(workshop_a, 4, 4));
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 8));
}

TEST_P(LogContract, is_busy_when_too_many_bytes_wait) {
  const Record record{std::string(40, 'e'), std::string(44, 'p'), std::string(16, 's')};
  Limits limits;
  limits.waiting_bytes = 250;
  backend_->open(limits);
  const auto first = append(workshop_a, {record});
  const auto second = append(workshop_a, {record});
  const auto beyond = append(workshop_a, {record});
  ASSERT_TRUE(finish(second));
  ASSERT_TRUE(runner_.run_until([&] { return beyond->calls == 1; }));
  EXPECT_TRUE(beyond->refused(Failure::busy));
  EXPECT_EQ(stored(workshop_a).size(), 2U);
}

TEST_P(LogContract, takes_a_batch_within_its_limits_whatever_the_allowance) {
  Limits limits;
  limits.waiting_records = 1;
  limits.waiting_bytes = 1;
  backend_->open(limits);
  EXPECT_TRUE(store(workshop_a, 0, 10));
}

TEST_P(LogContract, closing_writes_what_was_accepted_and_refuses_the_rest) {
  const auto accepted = append(workshop_a, numbered_batch(0, 3));
  log().close();
  log().close();
  const auto late = append(workshop_a, numbered_batch(3, 1));
  ASSERT_TRUE(finish(accepted));
  ASSERT_TRUE(runner_.run_until([&] { return late->calls > 0; }));
  EXPECT_TRUE(late->refused(Failure::failed));
  backend_->open({});
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 3));
}

TEST_P(LogContract, a_subscription_to_a_closed_log_is_told) {
  log().close();
  Listener listener;
  listener.listen(log(), workshop_a);
  ASSERT_TRUE(runner_.run_until([&] { return listener.failures > 0; }));
  runner_.run_ready();
  EXPECT_EQ(listener.failures, 1);
  EXPECT_EQ(listener.caught_up, 0);
}

TEST_P(LogContract, destroying_the_store_still_says_done) {
  const auto outcome = append(workshop_a, numbered_batch(0, 1));
  Listener listener;
  listener.listen(log(), workshop_a);
  backend_->shut();
  ASSERT_TRUE(finish(outcome));
  runner_.run_ready();
  EXPECT_EQ(listener.failures + listener.caught_up, 1);
  listener.subscription.reset();  // it may outlive the log
}

TEST_P(LogContract, opened_again_goes_on_after_what_was_stored) {
  ASSERT_TRUE(store(workshop_a, 0, 3));
  ASSERT_TRUE(store(workshop_b, 0, 1));
  for (std::uint64_t round = 0; round < 3; ++round) {
    backend_->open({});
    ASSERT_TRUE(store(workshop_a, 3 + round, 1));
  }
  EXPECT_EQ(stored(workshop_a), numbered_batch(0, 6));
  EXPECT_EQ(stored(workshop_b), numbered_batch(0, 1));
}

INSTANTIATE_TEST_SUITE_P(adapters, LogContract, testing::Values(memory_adapter(), sqlite_adapter()),
                         [](const auto& adapter) { return adapter.param.name; });

}  // namespace
}  // namespace quorate::log::test

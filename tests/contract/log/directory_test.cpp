// The directory's contract, for every adapter.
#include <gtest/gtest.h>

#include <string>

#include "tests/contract/log/fixture.hpp"

namespace quorate::log::test {
namespace {

class DirectoryContract : public AdapterTest {};

WorkshopEntry entry(const std::string& workshop, const std::string& code) {
  return {workshop,
          code,
          "7QK2MAZX5WPLD3CB",
          std::string(31, 'f') + '\0',  // hashes are any bytes
          std::string(32, '\xff'),
          '\0' + std::string(31, 'w'),
          std::string(32, '\x80'),
          1'750'000'000'000};
}

TEST_P(DirectoryContract, finds_what_was_put_by_id_and_by_code) {
  ASSERT_TRUE(finish(put(entry(workshop_a, "ABCDEF"))));
  EXPECT_EQ(directory().find(workshop_a), entry(workshop_a, "ABCDEF"));
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_a);
  EXPECT_EQ(directory().find(workshop_b), std::nullopt);
  EXPECT_EQ(directory().find_code("ABCDEG"), std::nullopt);
  EXPECT_EQ(directory().find_code(""), std::nullopt);
}

TEST_P(DirectoryContract, a_code_belongs_to_one_workshop) {
  ASSERT_TRUE(finish(put(entry(workshop_a, "ABCDEF"))));
  const auto outcome = put(entry(workshop_b, "ABCDEF"));
  ASSERT_TRUE(runner_.run_until([&] { return outcome->calls > 0; }));
  EXPECT_TRUE(outcome->refused(Failure::taken));
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_a);
  EXPECT_EQ(directory().find(workshop_b), std::nullopt);
}

TEST_P(DirectoryContract, a_code_on_its_way_to_one_workshop_is_taken_for_others) {
  const auto first = put(entry(workshop_a, "ABCDEF"));
  const auto second = put(entry(workshop_b, "ABCDEF"));
  const auto again = put(entry(workshop_a, "ABCDEF"));
  ASSERT_TRUE(finish(first) && finish(again));
  ASSERT_TRUE(runner_.run_until([&] { return second->calls > 0; }));
  EXPECT_TRUE(second->refused(Failure::taken));
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_a);
}

TEST_P(DirectoryContract, a_changed_code_frees_the_old_one) {
  ASSERT_TRUE(finish(put(entry(workshop_a, "ABCDEF"))));
  ASSERT_TRUE(finish(put(entry(workshop_a, "GHJKMN"))));
  EXPECT_EQ(directory().find_code("ABCDEF"), std::nullopt);
  EXPECT_EQ(directory().find_code("GHJKMN"), workshop_a);
  ASSERT_TRUE(finish(put(entry(workshop_b, "ABCDEF"))));
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_b);
  backend_->open({});
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_b);
  EXPECT_EQ(directory().find_code("GHJKMN"), workshop_a);
}

TEST_P(DirectoryContract, a_changed_key_takes_the_place_of_the_old_one) {
  WorkshopEntry changed = entry(workshop_a, "ABCDEF");
  ASSERT_TRUE(finish(put(changed)));
  changed.key = "ZYXWVUTSRQPONMLK";
  ASSERT_TRUE(finish(put(changed)));
  EXPECT_EQ(directory().find(workshop_a), changed);
  backend_->open({});
  EXPECT_EQ(directory().find(workshop_a), changed);
}

TEST_P(DirectoryContract, many_workshops_may_have_no_code) {
  ASSERT_TRUE(finish(put(entry(workshop_a, ""))));
  ASSERT_TRUE(finish(put(entry(workshop_b, ""))));
  EXPECT_EQ(directory().find(workshop_a), entry(workshop_a, ""));
  EXPECT_EQ(directory().find_code(""), std::nullopt);
}

TEST_P(DirectoryContract, is_whole_again_when_opened_again) {
  ASSERT_TRUE(finish(put(entry(workshop_a, "ABCDEF"))));
  ASSERT_TRUE(finish(put(entry(workshop_b, ""))));
  backend_->open({});
  EXPECT_EQ(directory().find(workshop_a), entry(workshop_a, "ABCDEF"));
  EXPECT_EQ(directory().find(workshop_b), entry(workshop_b, ""));
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_a);
  const auto outcome = put(entry(workshop_b, "ABCDEF"));
  ASSERT_TRUE(runner_.run_until([&] { return outcome->calls > 0; }));
  EXPECT_TRUE(outcome->refused(Failure::taken));
}

TEST_P(DirectoryContract, shares_the_allowance_of_what_may_wait) {
  Limits limits;
  limits.waiting_records = 1;
  backend_->open(limits);
  const auto first = append(workshop_a, numbered_batch(0, 1));
  const auto refused = put(entry(workshop_a, "ABCDEF"));
  ASSERT_TRUE(finish(first));
  ASSERT_TRUE(runner_.run_until([&] { return refused->calls > 0; }));
  EXPECT_TRUE(refused->refused(Failure::busy));
  ASSERT_TRUE(finish(put(entry(workshop_b, "ABCDEF"))));  // the code was given back
}

TEST_P(DirectoryContract, refuses_when_closed) {
  const auto accepted = put(entry(workshop_a, "ABCDEF"));
  log().close();
  const auto late = put(entry(workshop_b, "GHJKMN"));
  ASSERT_TRUE(finish(accepted));
  ASSERT_TRUE(runner_.run_until([&] { return late->calls > 0; }));
  EXPECT_TRUE(late->refused(Failure::failed));
  backend_->open({});
  EXPECT_EQ(directory().find_code("ABCDEF"), workshop_a);
  EXPECT_EQ(directory().find(workshop_b), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(adapters, DirectoryContract,
                         testing::Values(memory_adapter(), sqlite_adapter()),
                         [](const auto& adapter) { return adapter.param.name; });

}  // namespace
}  // namespace quorate::log::test

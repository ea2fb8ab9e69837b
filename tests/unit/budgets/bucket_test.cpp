#include "server/budgets/bucket.hpp"

#include <gtest/gtest.h>

#include <string>

#include "server/budgets/peer_buckets.hpp"

namespace quorate::budgets {
namespace {

constexpr std::int64_t kStart = 1'000'000;

template <class Spend>
int spent(int tries, Spend spend) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += spend() ? 1 : 0;
  return count;
}

TEST(Bucket, GivesABurstAndThenOneAtATime) {
  const Rate rate = per_second(40, 2);
  Bucket bucket;
  EXPECT_EQ(spent(100, [&] { return bucket.spend(rate, kStart); }), 40);
  EXPECT_EQ(bucket.wait_ms(rate, kStart), 500);
  EXPECT_FALSE(bucket.spend(rate, kStart + 499));
  EXPECT_EQ(spent(100, [&] { return bucket.spend(rate, kStart + 500); }), 1);
  EXPECT_EQ(spent(100, [&] { return bucket.spend(rate, kStart + 1500); }), 2);
}

TEST(Bucket, IsNeverFullerThanItsBurst) {
  const Rate rate = per_hour(30, 60);
  Bucket bucket;
  EXPECT_EQ(spent(100, [&] { return bucket.spend(rate, kStart); }), 30);
  const std::int64_t tomorrow = kStart + 24 * 3'600'000;
  EXPECT_TRUE(bucket.full(tomorrow));
  EXPECT_EQ(spent(100, [&] { return bucket.spend(rate, tomorrow); }), 30);
}

TEST(Bucket, MayEarnFasterThanTheClockCounts) {
  const Rate rate = per_second(20'000, 2'000);
  Bucket bucket;
  EXPECT_EQ(spent(30'000, [&] { return bucket.spend(rate, kStart); }), 20'000);
  EXPECT_EQ(spent(30'000, [&] { return bucket.spend(rate, kStart + 1); }), 2);
}

TEST(Buckets, AreApartForEachKey) {
  Buckets<std::string> buckets(per_second(3, 1), 10);
  EXPECT_EQ(spent(9, [&] { return buckets.spend("a", kStart); }), 3);
  EXPECT_EQ(spent(9, [&] { return buckets.spend("b", kStart); }), 3);
  EXPECT_EQ(buckets.wait_ms("a", kStart), 1000);
  EXPECT_EQ(buckets.wait_ms("c", kStart), 0);
}

TEST(Buckets, AreForgottenWhenTheyAreFullAgain) {
  Buckets<int> buckets(per_second(3, 1), 1'000'000);
  std::size_t most = 0;
  for (int key = 0; key < 100'000; ++key) {
    EXPECT_TRUE(buckets.spend(key, kStart + key));
    most = std::max(most, buckets.size());
  }
  EXPECT_LE(most, 4096u) << "a thousand of them were not full at any time";
}

TEST(Buckets, AreBoundedHoweverManyKeysThereAre) {
  Buckets<int> buckets(per_second(1, 1), 5000);
  for (int key = 0; key < 50'000; ++key) EXPECT_TRUE(buckets.spend(key, kStart));
  EXPECT_EQ(buckets.size(), 5000u);
  EXPECT_FALSE(buckets.spend(7, kStart)) << "those that are known stay known";
}

TEST(PeerBuckets, GiveASiteTwiceWhatAHouseholdHas) {
  PeerBuckets buckets(per_second(10, 1));
  const auto home = [](int number) {
    return Peer(*Address::parse("2001:db8:1:" + std::to_string(number) + "::1"));
  };
  EXPECT_EQ(spent(99, [&] { return buckets.spend(home(1), kStart); }), 10);
  EXPECT_EQ(spent(99, [&] { return buckets.spend(home(2), kStart); }), 10);
  EXPECT_EQ(spent(99, [&] { return buckets.spend(home(3), kStart); }), 0);
  const Peer elsewhere(*Address::parse("2001:db8:2:1::1"));
  EXPECT_EQ(spent(99, [&] { return buckets.spend(elsewhere, kStart); }), 10);
}

}  // namespace
}  // namespace quorate::budgets

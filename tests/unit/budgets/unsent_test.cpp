#include "server/budgets/unsent.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {
namespace {

using Part = Unsent::Part;

Peer from(const std::string& text) { return Peer(*Address::parse(text)); }

const Peer kHere = from("192.0.2.1");
const Peer kElsewhere = from("192.0.2.2");

TEST(Unsent, IsBoundedForAnAddressAndNobodyElseHasLess) {
  Unsent unsent({1'000, 300});
  Part most = unsent.take(kHere, 300);
  EXPECT_FALSE(unsent.too_much(kHere));
  const Part more = unsent.take(kHere, 1);
  EXPECT_TRUE(unsent.too_much(kHere));
  EXPECT_FALSE(unsent.too_much(kElsewhere));
  most = {};
  EXPECT_FALSE(unsent.too_much(kHere));
  EXPECT_EQ(unsent.bytes(), 1U);
}

TEST(Unsent, IsBoundedForAll) {
  Unsent unsent({500, 300});
  const Part here = unsent.take(kHere, 300);
  const Part elsewhere = unsent.take(kElsewhere, 200);
  EXPECT_FALSE(unsent.too_much(kHere));
  const Part more = unsent.take(from("192.0.2.3"), 1);
  EXPECT_TRUE(unsent.too_much(kElsewhere));
}

TEST(Unsent, CountsATextThatAWholeHallWaitsForOnce) {
  Unsent unsent({1'000, 300});
  const std::string view(200, 'v');
  std::vector<Part> hall;
  for (int phone = 0; phone < 50; ++phone) {
    hall.push_back(unsent.take(kHere, 2, view.data(), view.size()));
  }
  EXPECT_EQ(unsent.bytes(), 300U);
  EXPECT_FALSE(unsent.too_much(kHere));
  hall.resize(1);
  EXPECT_EQ(unsent.bytes(), 202U) << "one of them still waits for it";
  hall.clear();
  EXPECT_EQ(unsent.bytes(), 0U);
}

TEST(Unsent, CountsEachTextThatSomebodyHoldsBack) {
  Unsent unsent({1'000, 300});
  const std::vector<std::string> views(4, std::string(100, 'v'));
  std::vector<Part> held;
  for (const std::string& view : views) {
    held.push_back(unsent.take(kHere, 0, view.data(), view.size()));
  }
  EXPECT_TRUE(unsent.too_much(kHere));
}

TEST(Unsent, CountsATextOnceForEachAddressAndOnceInAll) {
  Unsent unsent({250, 200});
  const std::string view(200, 'v');
  const Part here = unsent.take(kHere, 0, view.data(), view.size());
  const Part there = unsent.take(kElsewhere, 0, view.data(), view.size());
  EXPECT_EQ(unsent.bytes(), 200U);
  const Part more = unsent.take(kElsewhere, 1);
  EXPECT_FALSE(unsent.too_much(kHere));
  EXPECT_TRUE(unsent.too_much(kElsewhere));
}

TEST(Unsent, OfASiteOfIpv6IsBoundedTogether) {
  Unsent unsent({10'000, 300});
  std::vector<Part> site;
  for (int home = 0; home < 3; ++home) {
    const Peer peer = from("2001:db8:1:" + std::to_string(home) + "::1");
    site.push_back(unsent.take(peer, 200));
    EXPECT_FALSE(unsent.too_much(peer));
  }
  const Peer another = from("2001:db8:1:ff::1");
  site.push_back(unsent.take(another, 1));
  EXPECT_TRUE(unsent.too_much(another)) << kNetworkShare << " times as much as an address";
}

TEST(Unsent, RemembersNobodyForWhomNothingWaits) {
  Unsent unsent({1'000, 300});
  const std::string view(200, 'v');
  {
    const Part one = unsent.take(kHere, 1, view.data(), view.size());
    Part two = unsent.take(from("2001:db8::1"), 1, view.data(), view.size());
    const Part moved = std::move(two);
    EXPECT_GT(unsent.remembered(), 0U);
  }
  EXPECT_EQ(unsent.remembered(), 0U);
}

}  // namespace
}  // namespace quorate::budgets

#include "server/budgets/unsent.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {
namespace {

Peer from(const std::string& text) { return Peer(*Address::parse(text)); }

const Peer kHere = from("192.0.2.1");
const Peer kElsewhere = from("192.0.2.2");

// Somebody who has what waits for them as long as nobody is in need of the room.
class Reader {
 public:
  Reader(Unsent& unsent, const Peer& peer)
      : unsent_(unsent), peer_(peer), holder_(unsent, peer, [this] { parts_.clear(); }) {}
  // True when that much more may wait for them.
  bool wait_for(std::size_t own, const std::string& text = "") {
    parts_.push_back(holder_.take(own, text.empty() ? nullptr : text.data(), text.size()));
    unsent_.relieve(peer_);
    return waits();
  }
  void read_all() { parts_.clear(); }
  bool waits() const { return !parts_.empty(); }

 private:
  Unsent& unsent_;
  const Peer peer_;
  Unsent::Holder holder_;
  std::vector<Unsent::Part> parts_;
};

TEST(Unsent, IsBoundedForAnAddressAndNobodyElseHasLess) {
  Unsent unsent({1'000, 300});
  Reader here(unsent, kHere), elsewhere(unsent, kElsewhere);
  EXPECT_TRUE(elsewhere.wait_for(300));
  EXPECT_TRUE(here.wait_for(300));
  EXPECT_FALSE(here.wait_for(1));
  EXPECT_TRUE(elsewhere.waits());
  EXPECT_EQ(unsent.bytes(), 300U);
  EXPECT_TRUE(here.wait_for(300)) << "there is room again";
}

TEST(Unsent, WhoHoldsMostOfAnAddressGivesWayNotWhoComesNext) {
  Unsent unsent({1'000, 300});
  Reader attacker(unsent, kHere), phone(unsent, kHere), late(unsent, kHere);
  EXPECT_TRUE(phone.wait_for(20));
  EXPECT_TRUE(attacker.wait_for(150));
  EXPECT_TRUE(attacker.wait_for(130));
  EXPECT_TRUE(late.wait_for(10));
  EXPECT_FALSE(attacker.waits());
  EXPECT_TRUE(phone.waits());
}

TEST(Unsent, IsBoundedForAllAndWhoHoldsMostGivesWay) {
  Unsent unsent({500, 300});
  Reader most(unsent, kHere), other(unsent, kElsewhere), late(unsent, from("192.0.2.3"));
  EXPECT_TRUE(most.wait_for(300));
  EXPECT_TRUE(other.wait_for(200));
  EXPECT_TRUE(late.wait_for(1));
  EXPECT_FALSE(most.waits());
  EXPECT_TRUE(other.waits());
}

TEST(Unsent, CountsATextThatAWholeHallWaitsForOnce) {
  Unsent unsent({1'000, 300});
  const std::string view(200, 'v');
  std::vector<std::unique_ptr<Reader>> hall;
  for (int phone = 0; phone < 50; ++phone) {
    hall.push_back(std::make_unique<Reader>(unsent, kHere));
    EXPECT_TRUE(hall.back()->wait_for(2, view));
  }
  EXPECT_EQ(unsent.bytes(), 300U);
  for (std::size_t phone = 1; phone < hall.size(); ++phone) hall[phone]->read_all();
  EXPECT_EQ(unsent.bytes(), 202U) << "one of them still waits for it";
  hall.front()->read_all();
  EXPECT_EQ(unsent.bytes(), 0U);
}

TEST(Unsent, CountsEachTextThatSomebodyHoldsBack) {
  Unsent unsent({1'000, 300});
  const std::vector<std::string> views(4, std::string(100, 'v'));
  Reader reader(unsent, kHere);
  for (std::size_t view = 0; view < 3; ++view) EXPECT_TRUE(reader.wait_for(0, views[view]));
  EXPECT_FALSE(reader.wait_for(0, views[3]));
}

TEST(Unsent, CountsATextOnceForEachAddressAndOnceInAll) {
  Unsent unsent({250, 200});
  const std::string view(200, 'v');
  Reader here(unsent, kHere), there(unsent, kElsewhere);
  EXPECT_TRUE(here.wait_for(0, view));
  EXPECT_TRUE(there.wait_for(0, view));
  EXPECT_EQ(unsent.bytes(), 200U);
  EXPECT_FALSE(there.wait_for(1));
  EXPECT_TRUE(here.waits());
}

TEST(Unsent, OfASiteOfIpv6IsBoundedTogether) {
  Unsent unsent({10'000, 300});
  std::vector<std::unique_ptr<Reader>> site;
  for (int home = 0; home < 3; ++home) {
    site.push_back(
        std::make_unique<Reader>(unsent, from("2001:db8:1:" + std::to_string(home) + "::1")));
    EXPECT_TRUE(site.back()->wait_for(200));
  }
  Reader another(unsent, from("2001:db8:1:ff::1"));
  EXPECT_TRUE(another.wait_for(1)) << kNetworkShare << " times as much as an address";
  EXPECT_EQ(unsent.bytes(), 401U) << "one of the others gave way";
}

TEST(Unsent, RemembersNobodyForWhomNothingWaits) {
  Unsent unsent({1'000, 300});
  const std::string view(200, 'v');
  {
    Unsent::Holder here(unsent, kHere, [] {}), there(unsent, from("2001:db8::1"), [] {});
    const Unsent::Part one = here.take(1, view.data(), view.size());
    Unsent::Part two = there.take(1, view.data(), view.size());
    const Unsent::Part moved = std::move(two);
    EXPECT_GT(unsent.remembered(), 0U);
  }
  EXPECT_EQ(unsent.remembered(), 0U);
}

}  // namespace
}  // namespace quorate::budgets

#include "server/budgets/places.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quorate::budgets {
namespace {

using Holder = Places::Holder;

constexpr Places::Limits kSmall{.all = 100, .of_an_address = 40, .free = 75, .of_a_hall = 80};

Peer peer(const std::string& text) { return Peer(*Address::parse(text)); }
const Peer kHall = peer("192.0.2.1");
const Peer kOther = peer("192.0.2.2");
const Peer kThird = peer("192.0.2.3");

std::vector<Holder> fill(Places& places, const Peer& who, int count) {
  std::vector<Holder> holders;
  for (int i = 0; i < count; ++i) holders.push_back(places.take(who));
  return holders;
}

TEST(Places, AreAnybodysWhileFewAreTaken) {
  Places places(kSmall);
  fill(places, kHall, 74);
  EXPECT_TRUE(places.ask(kHall).in);
  EXPECT_EQ(places.ask(kHall).out, std::nullopt);
}

TEST(Places, OfAnAddressAreBoundedWhereTheyAreScarce) {
  Places places(kSmall);
  const auto hall = fill(places, kHall, 75);
  const auto verdict = places.ask(kHall);
  EXPECT_TRUE(verdict.in);
  EXPECT_EQ(verdict.out, hall.front()) << "its own oldest gives way";
  EXPECT_TRUE(places.ask(kOther).in);
  EXPECT_EQ(places.ask(kOther).out, std::nullopt);
}

TEST(Places, OfThoseWhoHaveJoinedAreNobodyElses) {
  Places places(kSmall);
  for (const Holder holder : fill(places, kHall, 75)) places.joined(holder);
  EXPECT_FALSE(places.ask(kHall).in);
  for (const Holder holder : fill(places, kOther, 25)) places.joined(holder);
  EXPECT_FALSE(places.ask(kThird).in);
}

TEST(Places, WhenAllAreTakenTheAddressWithMostStrangersLosesItsOldest) {
  Places places(kSmall);
  for (const Holder holder : fill(places, kHall, 50)) places.joined(holder);
  const auto few = fill(places, kOther, 20);
  const auto many = fill(places, kThird, 30);
  EXPECT_EQ(places.ask(peer("192.0.2.4")).out, many.front());
  for (int i = 0; i < 11; ++i) places.leave(many[static_cast<std::size_t>(i)]);
  fill(places, kHall, 11);
  EXPECT_EQ(places.ask(peer("192.0.2.4")).out, few.front()) << "others have more now";
}

TEST(Places, WhenAllAreTakenWhoHasMoreThanAHallNeedsGivesWayToOthers) {
  constexpr Places::Limits kAttacked{.all = 100, .of_an_address = 60, .free = 75, .of_a_hall = 30};
  Places places(kAttacked);
  const auto attacker = fill(places, kOther, 58);
  const auto hall = fill(places, kHall, 42);
  for (const Holder holder : attacker) places.joined(holder);
  for (const Holder holder : hall) places.joined(holder);
  EXPECT_EQ(places.ask(kThird).out, attacker.back()) << "who joined last";
  EXPECT_EQ(places.ask(kHall).out, attacker.back()) << "until they have as many";
  for (int i = 0; i < 15; ++i) {
    places.leave(attacker[static_cast<std::size_t>(i)]);
    places.take(kHall);
  }
  EXPECT_EQ(places.ask(kOther).out, hall.back() + 1) << "a stranger of the hall's, which has 57";
  for (int i = 0; i < 14; ++i) {
    places.leave(attacker[static_cast<std::size_t>(20 + i)]);
    places.leave(hall[static_cast<std::size_t>(i)]);
  }
  const auto others = fill(places, kThird, 28);
  EXPECT_EQ(places.ask(kOther).out, hall.back() + 1);
}

TEST(Places, AreFreeAgainAndForgottenWhenTheirHoldersLeave) {
  Places places(kSmall);
  for (const Holder holder : fill(places, kHall, 100)) {
    places.leave(holder);
    places.leave(holder);
  }
  EXPECT_EQ(places.size(), 0u);
  EXPECT_EQ(places.addresses(), 0u);
  EXPECT_EQ(places.ask(kHall).out, std::nullopt);
}

TEST(Places, OfASiteOfIpv6AreBoundedAndRankedTogether) {
  Places places(kSmall);
  std::vector<Holder> site;
  for (int i = 0; i < 80; ++i) {
    site.push_back(places.take(peer("2001:db8:1:" + std::to_string(i) + "::1")));
  }
  EXPECT_EQ(places.ask(peer("2001:db8:1:ffff::1")).out, site.front());
  fill(places, kHall, 20);
  EXPECT_EQ(places.ask(kOther).out, site.front()) << "each of its households has but one";
}

}  // namespace
}  // namespace quorate::budgets

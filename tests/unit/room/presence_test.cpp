#include "server/room/presence.hpp"

#include <gtest/gtest.h>

namespace quorate::room {
namespace {

TEST(Presence, CountsWhoIsConnectedAndForTenMinutesAfterThat) {
  Presence presence;
  presence.connected(0);
  presence.connected(5);
  EXPECT_EQ(presence.people(), 2u);
  EXPECT_EQ(presence.bits(), "84");
  EXPECT_EQ(presence.due(), std::nullopt);
  presence.gone(5, 1000);
  EXPECT_EQ(presence.people(), 2u);
  ASSERT_EQ(presence.due(), 1000 + kHereMs);
  EXPECT_FALSE(presence.expire(1000 + kHereMs - 1));
  EXPECT_TRUE(presence.expire(1000 + kHereMs));
  EXPECT_EQ(presence.bits(), "8");
  EXPECT_EQ(presence.due(), std::nullopt);
}

TEST(Presence, OfWhoComesBackInTimeBeginsAnew) {
  Presence presence;
  presence.connected(3);
  presence.gone(3, 0);
  presence.connected(3);
  EXPECT_EQ(presence.due(), std::nullopt);
  EXPECT_FALSE(presence.expire(kHereMs));
  presence.gone(3, 5000);
  presence.gone(3, 9000);
  EXPECT_EQ(presence.due(), 5000 + kHereMs) << "they had gone already";
  EXPECT_EQ(presence.people(), 1u);
}

TEST(Presence, ForgetsWhoIsNoPartOfTheWorkshopAnyMore) {
  Presence presence;
  presence.connected(4);
  presence.connected(6);
  presence.gone(4, 0);
  EXPECT_TRUE(presence.forget(4));
  EXPECT_TRUE(presence.forget(6));
  EXPECT_FALSE(presence.forget(7)) << "they never came";
  presence.gone(7, 100);
  EXPECT_EQ(presence.people(), 0u);
  EXPECT_EQ(presence.due(), std::nullopt);
}

}  // namespace
}  // namespace quorate::room

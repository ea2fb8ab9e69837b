#include "client-wasm/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace quorate::client {
namespace {

// RFC 8439, appendix A.1, test vectors 1 and 2 (key and nonce zero, counter 0, then 1).
TEST(ClientRandom, IsTheKeyStreamOfTheRfc) {
  Random random(Random::Seed{});
  EXPECT_EQ(random.hex(64),
            "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7"
            "da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586");
  EXPECT_EQ(random.hex(64),
            "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed"
            "29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f");
}

// RFC 8439, appendix A.1, test vector 3: the key is 31 zeros and a one, the counter 1.
TEST(ClientRandom, TakesTheSeedAsItsKey) {
  Random::Seed seed{};
  seed[31] = 1;
  Random random(seed);
  random.hex(64);
  EXPECT_EQ(random.hex(64),
            "3aeb5224ecf849929b9d828db1ced4dd832025e8018b8160b82284f3c949aa5a"
            "8eca00bbb4a73bdad192b5c42f73f2fd4e273644c8b36125a64addeb006c13a0");
}

TEST(ClientRandom, DrawsTheWholeRangeAndNothingBeyond) {
  Random random(Random::Seed{});
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t drawn = random.up_to(9);
    EXPECT_GE(drawn, 0);
    EXPECT_LE(drawn, 9);
    seen.insert(drawn);
  }
  EXPECT_EQ(seen.size(), 10u);
  EXPECT_EQ(random.up_to(0), 0);
}

}  // namespace
}  // namespace quorate::client

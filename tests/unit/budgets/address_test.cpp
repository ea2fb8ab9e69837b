#include "server/budgets/address.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quorate::budgets {
namespace {

Address at(std::string_view text) {
  const auto address = Address::parse(text);
  EXPECT_TRUE(address) << text;
  return address.value_or(Address());
}

std::vector<Network> networks(std::initializer_list<std::string_view> texts) {
  std::vector<Network> parsed;
  for (const std::string_view text : texts) {
    const auto network = Network::parse(text);
    EXPECT_TRUE(network) << text;
    if (network) parsed.push_back(*network);
  }
  return parsed;
}

TEST(Address, IsTheSameHoweverItIsWritten) {
  EXPECT_EQ(at("::ffff:192.0.2.7"), at("192.0.2.7"));
  EXPECT_EQ(at("2001:DB8:0:0::1"), at("2001:db8::1"));
  EXPECT_TRUE(at("192.0.2.7").is_v4());
  EXPECT_FALSE(at("2001:db8::1").is_v4());
}

TEST(Address, IsNothingElse) {
  for (const char* text : {"", "192.0.2", "192.0.2.256", "a.example", "192.0.2.7:80", "[::1]",
                           "unknown", "_hidden", "1.2.3.4 ", "fe80::1%eth0"}) {
    EXPECT_FALSE(Address::parse(text)) << text;
  }
  EXPECT_FALSE(Address::parse(std::string(100'000, ':')));
}

TEST(Hop, MayHaveAPortAndThenBracketsWhenItIsOfIpv6) {
  EXPECT_EQ(Address::parse_hop("192.0.2.7:4711"), at("192.0.2.7"));
  EXPECT_EQ(Address::parse_hop("192.0.2.7"), at("192.0.2.7"));
  EXPECT_EQ(Address::parse_hop("[2001:db8::1]:4711"), at("2001:db8::1"));
  EXPECT_EQ(Address::parse_hop("[2001:db8::1]"), at("2001:db8::1"));
  EXPECT_EQ(Address::parse_hop("2001:db8::1"), at("2001:db8::1"));
}

TEST(Hop, IsNothingElse) {
  for (const char* text : {"", "unknown", "[192.0.2.7]", "[2001:db8::1", "[2001:db8::1]x",
                           "[2001:db8::1]:", "192.0.2.7:", "192.0.2.7:x", "192.0.2.7:70000",
                           "192.0.2.7:-1", ":80", "\"[2001:db8::1]\""}) {
    EXPECT_FALSE(Address::parse_hop(text)) << text;
  }
}

TEST(Network, IsAPrefixOrOneAddress) {
  const auto office = *Network::parse("10.1.0.0/16");
  EXPECT_TRUE(office.contains(at("10.1.255.3")));
  EXPECT_FALSE(office.contains(at("10.2.0.0")));
  EXPECT_TRUE(Network::parse("10.1.2.3/16")->contains(at("10.1.9.9")))
      << "the rest is not looked at";
  EXPECT_TRUE(Network::parse("2001:db8::/33")->contains(at("2001:db8:7fff::1")));
  EXPECT_FALSE(Network::parse("2001:db8::/33")->contains(at("2001:db8:8000::1")));
  EXPECT_TRUE(Network::parse("127.0.0.1")->contains(at("127.0.0.1")));
  EXPECT_FALSE(Network::parse("127.0.0.1")->contains(at("127.0.0.2")));
  EXPECT_TRUE(Network::parse("0.0.0.0/0")->contains(at("203.0.113.9")));
  EXPECT_FALSE(Network::parse("0.0.0.0/0")->contains(at("2001:db8::1")));
  for (const char* text : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "any",
                           "10.0.0.0/8x", "10.0.0.0/8/8"}) {
    EXPECT_FALSE(Network::parse(text)) << text;
  }
}

TEST(Peer, IsTheAddressOfIpv4AndTheHouseholdAndTheSiteOfIpv6) {
  EXPECT_EQ(Peer(at("192.0.2.1")), Peer(at("::ffff:192.0.2.1")));
  EXPECT_NE(Peer(at("192.0.2.1")), Peer(at("192.0.2.2")));
  EXPECT_FALSE(Peer(at("192.0.2.1")).wide);
  EXPECT_EQ(Peer(at("2001:db8:1:2:3::4")), Peer(at("2001:db8:1:2:ffff::1")));
  EXPECT_NE(Peer(at("2001:db8:1:2::4")).own, Peer(at("2001:db8:1:3::4")).own);
  EXPECT_EQ(Peer(at("2001:db8:1:2::4")).wide, Peer(at("2001:db8:1:3::4")).wide);
  EXPECT_NE(Peer(at("2001:db8:1:2::4")).wide, Peer(at("2001:db8:2:2::4")).wide);
}

TEST(Asker, IsTheOtherEndUnlessThatIsAProxyOfOurs) {
  const auto none = networks({});
  EXPECT_EQ(asker(at("192.0.2.9"), {"192.0.2.1"}, none), at("192.0.2.9"));
  const auto ours = networks({"10.0.0.0/8"});
  EXPECT_EQ(asker(at("192.0.2.9"), {"192.0.2.1"}, ours), at("192.0.2.9"));
  EXPECT_EQ(asker(at("10.0.0.2"), {"192.0.2.1"}, ours), at("192.0.2.1"));
  EXPECT_EQ(asker(at("10.0.0.2"), {}, ours), at("10.0.0.2"));
}

TEST(Asker, IsReadFromRightToLeftWhileTheHopsAreProxiesOfOurs) {
  const auto ours = networks({"10.0.0.0/8"});
  const auto chain = {std::string_view("203.0.113.1, 192.0.2.1, 10.0.0.3")};
  EXPECT_EQ(asker(at("10.0.0.2"), chain, ours), at("192.0.2.1")) << "what is before it is a claim";
  EXPECT_EQ(asker(at("10.0.0.2"), {"10.0.0.4,10.0.0.3"}, ours), at("10.0.0.4")) << "from inside";
}

// HAProxy adds a line of its own and leaves those that the client sent.
TEST(Asker, IsReadFromAllLinesInTheirOrder) {
  const auto ours = networks({"127.0.0.1"});
  EXPECT_EQ(asker(at("127.0.0.1"), {"203.0.113.1", "192.0.2.1"}, ours), at("192.0.2.1"));
  EXPECT_EQ(asker(at("127.0.0.1"), {"203.0.113.1, 203.0.113.2", "192.0.2.1, 127.0.0.1"}, ours),
            at("192.0.2.1"));
}

TEST(Asker, IsTheSameFromAnyPort) {
  const auto ours = networks({"127.0.0.1"});
  EXPECT_EQ(asker(at("127.0.0.1"), {"192.0.2.1:1024"}, ours), at("192.0.2.1"));
  EXPECT_EQ(asker(at("127.0.0.1"), {"[2001:db8::1]:1024"}, ours), at("2001:db8::1"));
}

TEST(Asker, IsTheLastGoodHopBeforeRubbish) {
  const auto ours = networks({"10.0.0.0/8"});
  for (const char* line :
       {"192.0.2.1, unknown", "unknown", "", "192.0.2.1,", ",,,", "192.0.2.1, 999.1.1.1"}) {
    EXPECT_EQ(asker(at("10.0.0.2"), {line}, ours), at("10.0.0.2")) << line;
  }
  EXPECT_EQ(asker(at("10.0.0.2"), {"rubbish, 10.0.0.3"}, ours), at("10.0.0.3"));
}

}  // namespace
}  // namespace quorate::budgets

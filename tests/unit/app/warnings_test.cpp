#include "server/app/warnings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quorate::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::size_t kPlenty = 1'000'000;

TEST(Warnings, OfAServerThatOnlyAProxyOnThisComputerReachesAreNone) {
  Config config;
  for (const char* listen : {"127.0.0.1", "127.1.2.3", "::1"}) {
    config.listen = listen;
    EXPECT_THAT(warnings(config, kPlenty), IsEmpty()) << listen;
  }
}

TEST(Warnings, SayThatTheNetworkCanReadAlongAndThatEverybodyMayCreate) {
  Config config;
  for (const char* listen : {"0.0.0.0", "::", "192.0.2.7"}) {
    config.listen = listen;
    EXPECT_THAT(warnings(config, kPlenty),
                ElementsAre(HasSubstr("without TLS"), HasSubstr("--create-key")))
        << listen;
  }
  config.create_key = "a key";
  EXPECT_THAT(warnings(config, kPlenty), ElementsAre(HasSubstr("without TLS")));
}

TEST(Warnings, OfAServerBehindATrustedProxyAreOfWhatTheProxyDoesNotChange) {
  Config config;
  config.proxies = {*budgets::Network::parse("127.0.0.1")};
  for (const char* listen : {"127.0.0.1", "0.0.0.0"}) {
    config.listen = listen;
    config.create_key = "";
    EXPECT_THAT(warnings(config, kPlenty), ElementsAre(HasSubstr("--create-key"))) << listen;
    config.create_key = "a key";
    EXPECT_THAT(warnings(config, kPlenty), IsEmpty()) << listen;
  }
}

TEST(Warnings, SayThatPeopleBehindAProxyThatIsNotNamedCountAsOne) {
  Config config;
  config.listen = "127.0.0.1";
  config.public_url = "http://vote.example.org";
  EXPECT_THAT(warnings(config, kPlenty), IsEmpty());
  config.public_url = "https://vote.example.org";
  EXPECT_THAT(warnings(config, kPlenty), ElementsAre(HasSubstr("counts as one address")));
  config.proxies = {*budgets::Network::parse("127.0.0.1")};
  config.create_key = "a key";
  EXPECT_THAT(warnings(config, kPlenty), IsEmpty());
}

TEST(Warnings, SayThatTheNetworkCanReadTheMetrics) {
  Config config;
  config.listen = "127.0.0.1";
  config.admin_listen = "0.0.0.0";
  EXPECT_THAT(warnings(config, kPlenty), IsEmpty()) << "there is no such listener";
  config.admin_port = 9464;
  EXPECT_THAT(warnings(config, kPlenty), ElementsAre(HasSubstr("--admin-listen")));
  config.admin_listen = "127.0.0.1";
  EXPECT_THAT(warnings(config, kPlenty), IsEmpty());
}

TEST(Warnings, SayHowManyConnectionsThereAreFilesFor) {
  Config config;
  config.listen = "127.0.0.1";
  config.connections = 10'000;
  EXPECT_THAT(warnings(config, 924),
              ElementsAre(HasSubstr("924 connections, not for the 10000 of --connections")));
  EXPECT_THAT(warnings(config, 10'000), IsEmpty());
}

}  // namespace
}  // namespace quorate::app

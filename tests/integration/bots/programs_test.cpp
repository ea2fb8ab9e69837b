// `quorate bots` and `quorate demo` as programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "server/bots/address.hpp"
#include "server/bots/facilitator.hpp"
#include "server/bots/workshop.hpp"
#include "server/net/client/fetch.hpp"
#include "tests/integration/bots/hall.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/support/places.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

const std::string kDemo = test::in_checkout("tests/data/crisis-sanctuary.json");

TEST(BotsProgram, JoinsAnswersAndSaysHowItWent) {
  TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop made = create_workshop(server.address());
  net::Loop loop;
  bots::NewWorkshop workshop{made.id, made.code, made.key, made.facilitator, made.wall};
  bots::Facilitator desk(loop, server.address(), workshop, seed(5), [&] {
    if (desk.count("waiting") != 0 && desk.settled()) desk.open_all();
    if (desk.count("open") != 0) loop.stop();
  });
  desk.start();
  loop.run();
  Process bots({"bots", "--server", bots::to_url(server.address()), "--code", made.code, "--people",
                "7", "--for", "2", "--pace", "10", "--seed", "3"});
  EXPECT_THAT(
      bots.line_beginning("7 people"),
      MatchesRegex("7 people, 7 joined, 70 answers: 70 saved, 0 too late; came back 0 times"));
  EXPECT_EQ(bots.wait(), 0);
}

TEST(BotsProgram, FailsWhenNobodyGotIn) {
  TemporaryFolder data;
  ServerProcess server(data.path());
  Process bots({"bots", "--server", bots::to_url(server.address()), "--code", "FFFFFF", "--people",
                "2", "--for", "60"});
  EXPECT_THAT(bots.line_beginning("2 people"),
              HasSubstr("2 failed: the server knows no workshop of this code"));
  EXPECT_EQ(bots.wait(), 1);
}

TEST(BotsProgram, RefusesWhatIsWrongInOneSentence) {
  const std::vector<std::vector<std::string>> wrong = {
      {"bots", "--code", "FHK247", "--server", "https://example.org"},
      {"bots", "--code", "FHK247", "--people", "0"},
      {"bots", "--code", "FHK247", "--ballots", "/no/such/file"},
      {"bots"},
      {"demo", "/no/such/file"},
      {"demo"},
  };
  for (const auto& arguments : wrong) {
    Process program(arguments);
    EXPECT_EQ(program.wait(), 2) << arguments.back();
    EXPECT_THAT(program.errors(), MatchesRegex("quorate: [^\n]+\n")) << arguments.back();
  }
}

TEST(DemoProgram, MakesAWorkshopInWhichEverybodyAnswersUntilCtrlC) {
  TemporaryFolder data;
  ServerProcess server(data.path());
  const std::string url = bots::to_url(server.address());
  Process demo({"demo", kDemo, "--server", url, "--pace", "20", "--wait", "10"});
  const std::string desk_line = demo.line_beginning("  Desk   " + url + "/desk#");
  EXPECT_THAT(demo.line_beginning("  Wall   " + url + "/wall#"), testing::SizeIs(desk_line.size()));
  EXPECT_THAT(demo.line_beginning("  Join   "),
              MatchesRegex("  Join   http://.*/#([A-Z0-9]{6})-[A-Z2-7]{16}   .code [A-Z0-9]{6}.*"));
  demo.line_beginning("Everybody has answered.");

  // The desk's address is the facilitator's: it sees all answers counted.
  const std::string secret = desk_line.substr(desk_line.find('#') + 1);
  const bots::NewWorkshop workshop{secret.substr(0, 32), "", "", secret.substr(33), ""};
  net::Loop loop;
  bots::Facilitator desk(loop, server.address(), workshop, seed(6), [&] {
    if (desk.count("open") == 10) loop.stop();
  });
  desk.start();
  loop.run();
  EXPECT_EQ(*desk.client().find("view", "joined"), json::Value(24));
  EXPECT_EQ(*desk.client().find("view", "questions", "power", "answered"), json::Value(24));

  demo.signal(SIGINT);
  EXPECT_THAT(demo.line_beginning("24 people"), HasSubstr("236 answers: 236 saved"));
  EXPECT_EQ(demo.wait(), 0);
}

TEST(DemoProgram, SaysWhenNoServerAnswers) {
  Process demo({"demo", kDemo, "--server", "http://127.0.0.1:1", "--wait", "1"});
  EXPECT_EQ(demo.wait(), 1);
  EXPECT_EQ(demo.errors(), "quorate: no server answers at http://127.0.0.1:1\n");
}

}  // namespace
}  // namespace quorate::test

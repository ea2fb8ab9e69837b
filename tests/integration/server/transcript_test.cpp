// From an ended workshop to the file that proves itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "server/net/client/fetch.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// Sends a command and waits until it is done.
void command(Talker& talker, int number, const std::string& members) {
  const std::string digits = std::to_string(number);
  const std::string id = std::string(24 - digits.size(), '0') + digits;
  talker.send(R"({"t":"command","id":")" + id + R"(",)" + members + "}");
  const json::Value outcome = talker.receive("outcome");
  ASSERT_EQ(*outcome.find("ok"), json::Value(true)) << members;
}

TEST(Transcript, OfAnEndedWorkshopIsConfirmedByReplay) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  const std::string path = "/ws/" + workshop.id;
  const std::string secret(32, 'a');
  Talker desk;
  ASSERT_TRUE(desk.open(server.address(), path));
  desk.send(hello("facilitator", workshop.facilitator));
  desk.receive("welcome");
  Talker phone;
  ASSERT_TRUE(phone.open(server.address(), path));
  phone.send(participant_hello(secret));
  phone.receive("welcome");

  const std::string questions = R"("questions":[{"factor":"power","round":1}])";
  command(phone, 1, R"("kind":"join","group":"locals")");
  command(desk, 2, R"("kind":"open",)" + questions);
  command(phone, 3,
          R"("kind":"answer","factor":"power","round":1,"value":7,"nonce":")" +
              std::string(32, 'b') + R"(")");
  command(desk, 4, R"("kind":"reveal",)" + questions);
  command(desk, 5, R"("kind":"end")");

  auto request = net::get(server.address(), "/api/workshops/" + workshop.id + "/transcript");
  request.headers = {{"Authorization", "Bearer " + workshop.facilitator}};
  const auto response = net::fetch_now(request);
  ASSERT_TRUE(response) << response.error();
  ASSERT_EQ(response->status, 200) << response->body;
  EXPECT_THAT(std::string(response->header("content-disposition")), HasSubstr(".quorate.json"));
  for (const auto& hidden : {secret, workshop.facilitator, workshop.wall, workshop.code}) {
    EXPECT_THAT(response->body, Not(HasSubstr(hidden)));
  }

  const auto file = data.path() / "saved.quorate.json";
  std::ofstream(file, std::ios::binary) << response->body;
  Process replay({"replay", file});
  EXPECT_EQ(replay.wait(), 0) << replay.errors();

  const std::string given = R"("round":1,"value":7)";
  std::string changed = response->body;
  const std::size_t at = changed.find(given);
  ASSERT_NE(at, std::string::npos) << "a revealed answer is in the record";
  changed.replace(at, given.size(), R"("round":2,"value":7)");
  std::ofstream(file, std::ios::binary) << changed;
  Process doubtful({"replay", file});
  EXPECT_EQ(doubtful.wait(), 1);
  EXPECT_THAT(doubtful.errors(), HasSubstr("record 3"));
}

}  // namespace
}  // namespace quorate::test

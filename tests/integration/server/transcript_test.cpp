// From an ended workshop to the file that proves itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <optional>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "server/net/client/fetch.hpp"
#include "shared/transcript/transcript.hpp"
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

// One person answers one question, which is revealed; then the workshop ends.
void hold(const net::Address& address, const Workshop& workshop, const std::string& secret) {
  const std::string path = "/ws/" + workshop.id;
  Talker desk;
  ASSERT_TRUE(desk.open(address, path));
  desk.send(hello("facilitator", workshop.facilitator));
  desk.receive("welcome");
  Talker phone;
  ASSERT_TRUE(phone.open(address, path));
  phone.send(participant_hello(secret, workshop.key));
  phone.receive("welcome");

  const std::string questions = R"("questions":[{"factor":"power","round":1}])";
  command(phone, 1, R"("kind":"join","group":"locals")");
  command(desk, 2, R"("kind":"open",)" + questions);
  command(phone, 3,
          R"("kind":"answer","factor":"power","round":1,"value":7,"nonce":")" +
              std::string(32, 'b') + R"(")");
  command(desk, 4, R"("kind":"reveal",)" + questions);
  command(desk, 5, R"("kind":"end")");
}

net::FetchRequest transcript_of(const net::Address& address, const Workshop& workshop) {
  auto request = net::get(address, "/api/workshops/" + workshop.id + "/transcript");
  request.headers = {{"Authorization", "Bearer " + workshop.facilitator}};
  return request;
}

TEST(Transcript, OfAnEndedWorkshopIsConfirmedByReplay) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  const std::string secret(32, 'a');
  hold(server.address(), workshop, secret);

  const auto response = net::fetch_now(transcript_of(server.address(), workshop));
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

TEST(Transcript, AskedForByManyAtOnceIsTheSameForAll) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  hold(server.address(), workshop, std::string(32, 'a'));
  std::vector<std::future<net::Fetched>> asked;
  for (std::size_t i = 0; i < budgets::kTranscriptsOfAnAddress; ++i) {
    asked.push_back(std::async(std::launch::async, [&] {
      return net::fetch_now(transcript_of(server.address(), workshop));
    }));
  }
  std::optional<transcript::Replayed> first;
  for (auto& each : asked) {
    const net::Fetched response = each.get();
    ASSERT_TRUE(response) << response.error();
    ASSERT_EQ(response->status, 200) << response->body;
    const auto replayed = transcript::replay(response->body);
    ASSERT_TRUE(replayed) << replayed.error().detail;
    if (!first) first = *replayed;
    EXPECT_EQ(replayed->records, first->records);
    EXPECT_EQ(replayed->result, first->result);
  }
}

}  // namespace
}  // namespace quorate::test

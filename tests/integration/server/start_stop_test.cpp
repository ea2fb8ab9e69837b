#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "server/net/client/fetch.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// The one line that a run with these arguments complains with.
std::string complaint(const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment = {}) {
  Process process(arguments, environment);
  EXPECT_EQ(process.wait(), 2);
  return process.errors();
}

TEST(StartStop, TellsEverybodyToComeBackAndEndsInOrder) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  Talker desk;
  ASSERT_TRUE(desk.open(server.address(), "/ws/" + workshop.id));
  desk.send(hello("facilitator", workshop.facilitator));
  desk.receive("welcome");
  Talker silent;
  ASSERT_TRUE(silent.open(server.address(), "/ws/" + workshop.id));
  server.process().signal(SIGTERM);
  EXPECT_EQ(desk.closed(), static_cast<int>(protocol::CloseCode::come_back));
  EXPECT_EQ(silent.closed(), static_cast<int>(protocol::CloseCode::come_back));
  EXPECT_EQ(server.process().wait(), 0);
}

TEST(StartStop, DoesNotWaitLongForThoseWhoDoNotAnswer) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  const Workshop workshop = create_workshop(server.address());
  Talker asleep;  // its loop does not run after this: it never answers the close
  ASSERT_TRUE(asleep.open(server.address(), "/ws/" + workshop.id));
  EXPECT_EQ(server.stop(), 0);
}

TEST(StartStop, FindsItsWorkshopsAgain) {
  const TemporaryFolder data;
  Workshop workshop;
  {
    ServerProcess server(data.path());
    workshop = create_workshop(server.address());
    ASSERT_EQ(server.stop(), 0);
  }
  ServerProcess server(data.path());
  const auto response = net::fetch_now(
      net::post_json(server.address(), "/api/join", R"({"code":")" + workshop.code + R"("})"));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body,
            R"({"key":")" + workshop.key + R"(","workshop":")" + workshop.id + R"("})");
}

json::Value with_view(const std::string& token, const json::Value& welcome) {
  json::Value message = *json::read(hello("facilitator", token));
  message.set("as", "facilitator");
  message.set("epoch", *welcome.find("epoch"));
  message.set("offset", *welcome.find("offset"));
  return message;
}

// What a desk is welcomed with that comes with the view `before`, once this question has been
// opened.
json::Value opens_and_comes_back(const TemporaryFolder& data, const Workshop& workshop,
                                 const std::string& question, const json::Value* before) {
  ServerProcess server(data.path());
  const std::string path = "/ws/" + workshop.id;
  Talker desk;
  EXPECT_TRUE(desk.open(server.address(), path));
  desk.send(hello("facilitator", workshop.facilitator));
  desk.receive("welcome");
  desk.send(
      R"({"t":"command","id":"000000000000000000000001","kind":"open","questions":[{"factor":")" +
      question + R"(","round":1}]})");
  desk.receive("delta");
  Talker back;
  EXPECT_TRUE(back.open(server.address(), path));
  back.send(before == nullptr ? hello("facilitator", workshop.facilitator)
                              : json::write(with_view(workshop.facilitator, *before)));
  json::Value welcome = back.receive("welcome");
  EXPECT_EQ(server.stop(), 0);
  return welcome;
}

TEST(Restore, OfAnOlderCopyRaisesTheEpochAndNobodyKeepsAnotherHistory) {
  const TemporaryFolder data;
  const TemporaryFolder copy;
  Workshop workshop;
  {
    ServerProcess server(data.path());
    workshop = create_workshop(server.address());
    ASSERT_EQ(server.stop(), 0);
  }
  std::filesystem::copy(data.path(), copy.path());
  const json::Value before = opens_and_comes_back(data, workshop, "power", nullptr);
  for (const auto& file : std::filesystem::directory_iterator(data.path())) {
    std::filesystem::remove(file);
  }
  std::filesystem::copy(copy.path(), data.path());
  const json::Value after = opens_and_comes_back(data, workshop, "time", &before);
  EXPECT_EQ(*after.find("offset"), *before.find("offset")) << "as many changes, but others";
  EXPECT_GT(*after.find("epoch")->as_integer(), *before.find("epoch")->as_integer());
  ASSERT_NE(after.find("view"), nullptr);
  EXPECT_EQ(*after.find("view")->find("questions")->find("time")->find("state"),
            json::Value("open"));
}

TEST(StartStop, RefusesAFolderThatAnotherServerUses) {
  const TemporaryFolder data;
  ServerProcess first(data.path());
  const TemporaryFolder site;
  std::ofstream(site.path() / "site.json") << R"({"format":1,"paths":{}})";
  Process second({"serve", "--port", "0", "--data", data.path(), "--site", site.path()});
  EXPECT_EQ(second.wait(), 1);
  EXPECT_THAT(second.errors(), HasSubstr("in use"));
}

TEST(StartStop, RefusesAPortThatIsTaken) {
  const TemporaryFolder data;
  ServerProcess first(data.path());
  const TemporaryFolder other;
  std::ofstream(other.path() / "site.json") << R"({"format":1,"paths":{}})";
  const std::string port = std::to_string(first.address().port);
  Process second({"serve", "--listen", "127.0.0.1", "--port", port, "--data", other.path(),
                  "--site", other.path()});
  EXPECT_EQ(second.wait(), 1);
  EXPECT_THAT(second.errors(), HasSubstr("port " + port));
  EXPECT_THAT(second.errors(), HasSubstr("say --port N"));
}

TEST(StartStop, SaysWhatToDoWhereItsDataCannotBeKept) {
  const TemporaryFolder site;
  std::ofstream(site.path() / "site.json") << R"({"format":1,"paths":{}})";
  Process server({"serve", "--port", "0", "--data", "/proc/here", "--site", site.path()});
  EXPECT_EQ(server.wait(), 1);
  EXPECT_THAT(server.errors(), HasSubstr("/proc/here"));
  EXPECT_THAT(server.errors(), HasSubstr("say --data DIR"));
}

TEST(StartStop, ServesNoPagesWithoutAny) {
  const TemporaryFolder data;
  Process server({"serve", "--port", "0", "--data", data.path(), "--site", data.path()});
  EXPECT_EQ(server.wait(), 1);
  EXPECT_THAT(server.errors(), HasSubstr("site.json"));
}

TEST(CommandLine, RefusesUnknownFlagsByName) {
  EXPECT_THAT(complaint({"serve", "--prot", "1"}), HasSubstr("--prot"));
  EXPECT_THAT(complaint({"sevre"}), HasSubstr("sevre"));
}

TEST(CommandLine, RefusesValuesOutOfRangeByName) {
  EXPECT_THAT(complaint({"serve", "--port", "70000"}), HasSubstr("--port"));
  EXPECT_THAT(complaint({"serve"}, {"QUORATE_PORT=abc"}), HasSubstr("--port"));
  EXPECT_THAT(complaint({"serve", "--public-url", "ftp://a"}), HasSubstr("--public-url"));
}

TEST(CommandLine, RefusesAKeyForCreatingThatIsTooShortWithoutRepeatingIt) {
  const std::string line = complaint({"serve"}, {"QUORATE_CREATE_KEY=2short"});
  EXPECT_THAT(line, HasSubstr("--create-key"));
  EXPECT_THAT(line, Not(HasSubstr("2short")));
}

TEST(CommandLine, RefusesUnknownKeysOfTheFileByName) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "quorate.toml";
  std::ofstream(file) << "port = 0\npubic_url = \"https://a\"\n";
  EXPECT_THAT(complaint({"serve", "--config", file}), HasSubstr("pubic_url"));
}

}  // namespace
}  // namespace quorate::test

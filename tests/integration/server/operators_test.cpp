// What those who run the server see of it, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "server/budgets/budgets.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Operators : public testing::Test {
 protected:
  net::FetchResponse post(const std::string& token, const std::string& path,
                          const std::string& body = "{}") const {
    return post_as(server_.address(), token, path, body);
  }
  net::FetchResponse health() const { return get_as(server_.address(), "", "/healthz"); }
  std::string log_at_the_end() {
    EXPECT_EQ(server_.stop(), 0);
    return server_.process().errors();
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path()};
  Workshop workshop_ = create_workshop(server_.address());
  std::string at_ = "/api/workshops/" + workshop_.id;
};

TEST_F(Operators, SeeALineForEachActThatChangesWhoMayDoWhatAndForEachAttempt) {
  const std::string wrong(32, '0');
  Talker stranger;
  ASSERT_TRUE(stranger.open(server_.address(), "/ws/" + workshop_.id));
  stranger.send(hello("facilitator", wrong));
  EXPECT_EQ(stranger.closed(), static_cast<int>(protocol::CloseCode::bad_token));
  EXPECT_EQ(post("", "/api/recover", R"({"code":"FHKLMQ","recovery":"0"})").status, 404);
  EXPECT_EQ(post(workshop_.facilitator, at_ + "/code").status, 200);
  const auto link = post(workshop_.facilitator, at_ + "/links", R"({"role":"wall"})");
  EXPECT_EQ(link.status, 200);

  const std::string log = log_at_the_end();
  for (const char* event : {"wrong_token", "wrong_recovery", "code_changed", "handed_over"}) {
    EXPECT_THAT(log, HasSubstr(std::string("security event=") + event + "\n"));
  }
  for (const auto& secret : {workshop_.code, workshop_.facilitator, workshop_.recovery,
                             text_in(link, "token"), wrong, workshop_.id}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  }
}

TEST_F(Operators, SeeWrongTokensOfEveryAddressThatTakesOne) {
  const std::string wrong(32, '0');
  EXPECT_EQ(get_as(server_.address(), wrong, at_ + "/invite").status, 401);
  EXPECT_EQ(get_as(server_.address(), wrong, at_ + "/transcript").status, 401);
  EXPECT_EQ(post(wrong, at_ + "/code").status, 401);
  EXPECT_EQ(post(wrong, at_ + "/links", R"({"role":"wall"})").status, 401);
  const std::string log = log_at_the_end();
  std::size_t lines = 0;
  for (auto at = log.find("event=wrong_token"); at != std::string::npos;
       at = log.find("event=wrong_token", at + 1)) {
    ++lines;
  }
  EXPECT_EQ(lines, 4u);
}

TEST_F(Operators, SeeThatSomebodyGuesses) {
  for (std::size_t i = 0; i <= budgets::kWrongGuesses; ++i) {
    EXPECT_EQ(post("", "/api/join", R"({"code":"FHKLMQ"})").status, 404);
  }
  EXPECT_THAT(log_at_the_end(), HasSubstr("security event=guessing\n"));
}

TEST_F(Operators, SeeThatNothingCanBeWrittenAndThatItCanAgain) {
  EXPECT_EQ(health().status, 200);
  EXPECT_EQ(health().body, R"({"ok":true,"writable":true})");
  const auto journal = std::filesystem::file_size(data_.path() / "quorate.db-wal");
  server_.process().limit_files(journal);
  EXPECT_EQ(post(workshop_.facilitator, at_ + "/code").status, 503);
  EXPECT_EQ(health().status, 503);
  EXPECT_EQ(health().body, R"({"ok":false,"writable":false})");
  EXPECT_EQ(get_as(server_.address(), workshop_.facilitator, at_ + "/invite").status, 200)
      << "people can read all the same";

  server_.process().limit_files(UINTMAX_MAX);
  EXPECT_EQ(post(workshop_.facilitator, at_ + "/code").status, 200);
  EXPECT_EQ(health().status, 200);
  const std::string log = log_at_the_end();
  EXPECT_THAT(log, HasSubstr("cannot write to "));
  EXPECT_THAT(log, HasSubstr("quorate.db again"));
}

}  // namespace
}  // namespace quorate::test

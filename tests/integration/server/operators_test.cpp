// What those who run the server see of it, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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
  EXPECT_THAT(log, HasSubstr("security event=storage_failed\n"));
  EXPECT_THAT(log, HasSubstr("security event=storage_works_again\n"));
}

TEST_F(Operators, SeeWhichBudgetWasMetAndNotByWhom) {
  int status = 201;
  const int most = 2 * static_cast<int>(budgets::kCreationsOfAnAddress.burst);
  for (int i = 0; i < most && status == 201; ++i) {
    status = post("", "/api/workshops", R"({"title":{"en":"A"}})").status;
  }
  EXPECT_EQ(status, 429);
  const std::string log = log_at_the_end();
  EXPECT_THAT(log, HasSubstr("security event=budget_met budget=creations\n"));
  EXPECT_THAT(log, Not(HasSubstr("127.0.0.1:"))) << "no address of anybody";
}

// All but the first page, which says what is in the others.
void damage(const std::filesystem::path& file) {
  constexpr std::size_t kPage = 4096;
  const std::size_t size = std::filesystem::file_size(file);
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(kPage);
  out << std::string(size - kPage, '\xff');
}

TEST_F(Operators, SeeThatStoredDataCannotBeRead) {
  ASSERT_EQ(server_.stop(), 0);
  ServerProcess again(data_.path());
  damage(data_.path() / "quorate.db");
  Talker desk;
  ASSERT_TRUE(desk.open(again.address(), "/ws/" + workshop_.id));
  desk.send(hello("facilitator", workshop_.facilitator));
  EXPECT_EQ(desk.closed(), static_cast<int>(protocol::CloseCode::come_back));
  EXPECT_EQ(again.stop(), 0);
  const std::string log = again.process().errors();
  EXPECT_THAT(log, HasSubstr("cannot read from "));
  EXPECT_THAT(log, HasSubstr("security event=data_unreadable\n"));
}

TEST_F(Operators, SeeThatTheServerCannotStartBecauseItsDataIsDamaged) {
  ASSERT_EQ(server_.stop(), 0);
  std::ofstream(data_.path() / "quorate.db") << std::string(8192, 'x');
  const TemporaryFolder site;
  std::ofstream(site.path() / "site.json") << R"({"format":1,"paths":{}})";
  Process second({"serve", "--port", "0", "--data", data_.path(), "--site", site.path()});
  EXPECT_EQ(second.wait(), 1);
  EXPECT_THAT(second.errors(), HasSubstr("security event=data_unreadable\n"));
}

}  // namespace
}  // namespace quorate::test

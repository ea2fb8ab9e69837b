// PROTOCOL.md P1.7, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "server/budgets/budgets.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using protocol::CloseCode;
using testing::HasSubstr;
using testing::Not;

class Recovery : public testing::Test {
 protected:
  net::FetchResponse post(const std::string& body) const {
    return post_as(server_.address(), "", "/api/recover", body);
  }
  net::FetchResponse recover(const std::string& code, const std::string& recovery) const {
    return post(R"({"code":")" + code + R"(","recovery":")" + recovery + R"("})");
  }
  int invite(const std::string& token) const {
    return get_as(server_.address(), token, "/api/workshops/" + workshop_.id + "/invite").status;
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--log-level", "debug"}};
  Workshop workshop_ = create_workshop(server_.address());
};

TEST_F(Recovery, GivesANewLinkInPlaceOfTheLostOne) {
  Talker lost;
  ASSERT_TRUE(lost.open(server_.address(), "/ws/" + workshop_.id));
  lost.send(hello("facilitator", workshop_.facilitator));
  lost.receive("welcome");
  const auto response = recover(workshop_.code, workshop_.recovery);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(text_in(response, "workshop"), workshop_.id);
  EXPECT_EQ(invite(text_in(response, "facilitator")), 200);
  EXPECT_EQ(invite(workshop_.facilitator), 401);
  EXPECT_EQ(lost.closed(), static_cast<int>(CloseCode::bad_token));
  Talker found;
  ASSERT_TRUE(found.open(server_.address(), "/ws/" + workshop_.id));
  found.send(hello("facilitator", text_in(response, "facilitator")));
  EXPECT_EQ(*found.receive("welcome").find("role"), json::Value("facilitator"));
}

TEST_F(Recovery, WorksOnceWithEachRecoveryCode) {
  const auto first = recover(workshop_.code, workshop_.recovery);
  ASSERT_EQ(first.status, 200);
  EXPECT_EQ(recover(workshop_.code, workshop_.recovery).status, 404);
  EXPECT_EQ(recover(workshop_.code, text_in(first, "recovery")).status, 200);
}

TEST_F(Recovery, TakesTheCodesAsPeopleTypeThem) {
  std::string code = workshop_.code;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  code.insert(3, " ");
  std::string recovery = workshop_.recovery;
  std::transform(recovery.begin(), recovery.end(), recovery.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (std::size_t at : {15U, 10U, 5U}) recovery.insert(at, at == 10 ? " - " : "-");
  EXPECT_EQ(recover(code, " " + recovery + " ").status, 200);
}

TEST_F(Recovery, DoesNotTellWhichOfTheTwoCodesIsWrong) {
  const Workshop other = create_workshop(server_.address());
  const auto wrong = recover(workshop_.code, std::string(20, '0'));
  EXPECT_EQ(wrong.status, 404);
  EXPECT_EQ(wrong.body, R"({"error":{"code":"unknown_recovery"}})");
  for (const auto& response :
       {recover("FHKLMQ", workshop_.recovery), recover("nothing", workshop_.recovery),
        recover("", ""), recover(workshop_.code, ""), recover(workshop_.code, other.recovery),
        recover(workshop_.code, workshop_.recovery.substr(1)),
        recover(workshop_.code, workshop_.facilitator)}) {
    EXPECT_EQ(response.status, wrong.status);
    EXPECT_EQ(response.body, wrong.body);
  }
  EXPECT_EQ(invite(workshop_.facilitator), 200) << "nothing was changed";
}

TEST_F(Recovery, IsAnsweredLaterAfterTwentyWrongOnes) {
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) {
    ASSERT_EQ(recover(workshop_.code, std::string(20, '0')).status, 404);
  }
  std::int64_t begin = net::Loop::steady_ms();
  EXPECT_EQ(recover(workshop_.code, workshop_.recovery).status, 200);
  EXPECT_GE(net::Loop::steady_ms() - begin, budgets::kSlowedMs);
  begin = net::Loop::steady_ms();
  EXPECT_TRUE(opens(server_.address(), workshop_.code, workshop_.id));
  EXPECT_GE(net::Loop::steady_ms() - begin, budgets::kSlowedMs) << "and so are joins";
}

TEST_F(Recovery, NamesTheFieldThatIsWrong) {
  const auto field = [&](const std::string& body) {
    const auto response = post(body);
    EXPECT_EQ(response.status, 400) << body;
    EXPECT_EQ(text_in(response, "error.code"), "bad_message") << body;
    return text_in(response, "error.field");
  };
  EXPECT_EQ(field("{}"), "code");
  EXPECT_EQ(field(R"({"code":7,"recovery":""})"), "code");
  EXPECT_EQ(field(R"({"code":"FHK247"})"), "recovery");
  EXPECT_EQ(field(R"({"code":"FHK247","recovery":["a"]})"), "recovery");
  EXPECT_EQ(field(R"({"code":"FHK247","recovery":")" + std::string(65, 'a') + R"("})"), "recovery");
}

TEST_F(Recovery, RefusesHostileBodies) {
  EXPECT_EQ(post("").status, 400);
  EXPECT_EQ(post("[]").status, 400);
  EXPECT_EQ(post(R"({"code":"a","code":"b","recovery":""})").status, 400);
  EXPECT_EQ(post(std::string(10'000, '{')).status, 400);
  EXPECT_EQ(post(std::string(100'000, ' ')).status, 413);
  EXPECT_EQ(get_as(server_.address(), "", "/api/recover").status, 405);
}

TEST_F(Recovery, IsNotLogged) {
  const auto response = recover(workshop_.code, workshop_.recovery);
  ASSERT_EQ(server_.stop(), 0);
  const std::string log = server_.process().errors();
  EXPECT_THAT(log, HasSubstr("http recover POST 200"));
  for (const auto& secret : {workshop_.code, workshop_.recovery, text_in(response, "recovery"),
                             text_in(response, "facilitator"), workshop_.id}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  }
}

}  // namespace
}  // namespace quorate::test

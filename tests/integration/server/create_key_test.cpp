// PROTOCOL.md P1.3, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/budgets/budgets.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kKey = "Open-Sesame/2026";
constexpr const char* kSetup =
    R"({"title":{"en":"Crisis house"},"groups":[{"id":"locals","label":{"en":"Locals"}}]})";

class CreateKey : public testing::Test {
 protected:
  net::FetchResponse create(const std::string& key, const std::string& setup = kSetup) const {
    return post_as(server_.address(), key, "/api/workshops", setup);
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--create-key", kKey, "--log-level", "debug"}};
};

TEST_F(CreateKey, LetsThoseCreateWhoHaveIt) {
  const auto response = create(kKey);
  EXPECT_EQ(response.status, 201);
  EXPECT_TRUE(opens(server_.address(), text_in(response, "code"), text_in(response, "workshop")));
}

TEST_F(CreateKey, KeepsEverybodyElseFromCreating) {
  for (const std::string& key :
       {std::string(), std::string("open-sesame/2026"), std::string("Open-Sesame/202"),
        std::string(kKey) + "x", std::string(7'000, 'x')}) {
    const auto response = create(key);
    EXPECT_EQ(response.status, 401) << key;
    EXPECT_EQ(response.body, R"({"error":{"code":"needs_create_key"}})");
    EXPECT_EQ(response.header("www-authenticate"), "Bearer");
  }
}

TEST_F(CreateKey, IsAskedForBeforeTheSetupIsRead) {
  EXPECT_EQ(create("", "{").status, 401);
  EXPECT_EQ(create("wrong key", "{").status, 401);
  EXPECT_EQ(create(kKey, "{").status, 400);
}

TEST_F(CreateKey, IsNeededForNothingElse) {
  const Workshop workshop = [&] {
    const auto response = create(kKey);
    return Workshop{text_in(response, "workshop"),
                    text_in(response, "code"),
                    text_in(response, "key"),
                    text_in(response, "facilitator"),
                    "",
                    "",
                    ""};
  }();
  EXPECT_TRUE(opens(server_.address(), workshop.code, workshop.id));
  EXPECT_EQ(
      get_as(server_.address(), workshop.facilitator, "/api/workshops/" + workshop.id + "/invite")
          .status,
      200);
  EXPECT_EQ(get_as(server_.address(), kKey, "/api/workshops/" + workshop.id + "/invite").status,
            401);
}

TEST_F(CreateKey, IsAnsweredLaterAfterTwentyWrongOnes) {
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) ASSERT_EQ(create("wrong").status, 401);
  const std::int64_t begin = net::Loop::steady_ms();
  EXPECT_EQ(create(kKey).status, 201);
  EXPECT_GE(net::Loop::steady_ms() - begin, budgets::kSlowedMs);
}

TEST_F(CreateKey, IsNotGuessedByThoseWhoSendNone) {
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) ASSERT_EQ(create("").status, 401);
  const std::int64_t begin = net::Loop::steady_ms();
  EXPECT_EQ(create(kKey).status, 201);
  EXPECT_LT(net::Loop::steady_ms() - begin, budgets::kSlowedMs);
}

TEST_F(CreateKey, IsNotLogged) {
  create(kKey);
  create("wrong-key-of-somebody");
  ASSERT_EQ(server_.stop(), 0);
  EXPECT_THAT(server_.process().errors(), HasSubstr("http workshops POST 401"));
  EXPECT_THAT(server_.process().errors(), Not(HasSubstr(kKey)));
  EXPECT_THAT(server_.process().errors(), Not(HasSubstr("wrong-key-of-somebody")));
}

}  // namespace
}  // namespace quorate::test

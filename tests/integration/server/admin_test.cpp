// The listener of those who run the server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kJoinOfAnybody =
    R"({"t":"command","id":"00000000000000000000000a","kind":"join"})";

class Admin : public testing::Test {
 protected:
  net::FetchResponse ask(const std::string& path) const {
    return get_as(server_.admin(), "", path);
  }

  TemporaryFolder data_;
  ServerProcess server_{
      data_.path(), {"--admin-port", "0", "--connections", "4", "--trusted-proxies", "127.0.0.1"}};
};

TEST_F(Admin, ShowsMetricsAndHealthAndNothingElse) {
  const auto metrics = ask("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_EQ(metrics.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_THAT(metrics.body, HasSubstr("\nquorate_rooms 0\n"));
  EXPECT_EQ(ask("/healthz").body, R"({"ok":true,"writable":true})");
  const std::string nothing(32, '0');
  for (const std::string& path :
       {std::string("/"), "/ws/" + nothing, "/poll/" + nothing, std::string("/api/workshops")}) {
    EXPECT_EQ(ask(path).status, 404) << path;
  }
  EXPECT_EQ(post_as(server_.admin(), "", "/api/workshops", "{}").status, 404);
  EXPECT_EQ(post_as(server_.admin(), "", "/metrics", "{}").status, 405);
}

TEST_F(Admin, IsNobodyElses) {
  EXPECT_EQ(get_as(server_.address(), "", "/metrics").status, 404);
  EXPECT_EQ(status_of(server_.address(),
                      "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                      "X-Forwarded-For: 127.0.0.1\r\n\r\n"),
            404)
      << "through a proxy neither";
}

TEST_F(Admin, AnswersWhenAllPlacesForPeopleAreTaken) {
  const Workshop workshop = create_workshop(server_.address());
  std::vector<std::unique_ptr<Talker>> hall;
  for (const char person : {'a', 'b', 'c', 'd'}) {
    hall.push_back(std::make_unique<Talker>());
    ASSERT_TRUE(hall.back()->open(server_.address(), "/ws/" + workshop.id));
    hall.back()->send(participant_hello(std::string(32, person), workshop.key));
    hall.back()->receive("welcome");
    hall.back()->send(kJoinOfAnybody);
    hall.back()->receive("outcome");
  }
  EXPECT_EQ(status_of(server_.address(), ""), 503);
  EXPECT_EQ(ask("/healthz").status, 200);
  const auto metrics = ask("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_THAT(metrics.body, HasSubstr("quorate_connections{kind=\"websocket\"} 4\n"));
  EXPECT_THAT(metrics.body, HasSubstr("quorate_rooms 1\n"));
  EXPECT_THAT(metrics.body,
              HasSubstr("quorate_commands_total{kind=\"join\",outcome=\"accepted\"} 4\n"));
  EXPECT_THAT(metrics.body,
              Not(HasSubstr("quorate_budget_refusals_total{budget=\"connections\"} 0\n")));
  EXPECT_THAT(metrics.body, Not(HasSubstr(workshop.id)));
}

TEST_F(Admin, IsNotFilledByThoseWhoComeAndSayNothing) {
  std::vector<std::unique_ptr<RawSocket>> silent;
  for (std::size_t i = 0; i < 3 * budgets::kAdminConnections; ++i) {
    silent.push_back(std::make_unique<RawSocket>(server_.admin()));
  }
  EXPECT_EQ(ask("/metrics").status, 200);
  EXPECT_EQ(silent.front()->read_to_close(), "") << "the oldest gave way";
}

TEST_F(Admin, ReadsNoMoreThanEverybodysListener) {
  EXPECT_EQ(status_of(server_.admin(),
                      "GET /metrics HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x')),
            431);
}

TEST(AdminListener, IsNotThereUnlessItIsAskedFor) {
  const TemporaryFolder data;
  ServerProcess server(data.path());
  EXPECT_EQ(get_as(server.address(), "", "/metrics").status, 404);
  EXPECT_EQ(server.stop(), 0);
  EXPECT_THAT(server.process().errors(), Not(HasSubstr("admin")));
}

TEST(AdminListener, RefusesAPortThatIsTaken) {
  const TemporaryFolder data;
  const ServerProcess first(data.path(), {"--admin-port", "0"});
  const TemporaryFolder other;
  const TemporaryFolder site;
  std::ofstream(site.path() / "site.json") << R"({"format":1,"paths":{}})";
  Process second({"serve", "--port", "0", "--data", other.path(), "--site", site.path(),
                  "--admin-port", std::to_string(first.admin().port)});
  EXPECT_EQ(second.wait(), 1);
  EXPECT_THAT(second.errors(), HasSubstr("--admin-port N"));
}

}  // namespace
}  // namespace quorate::test

// What /metrics says of a workshop that was held.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "server/bots/address.hpp"
#include "server/bots/facilitator.hpp"
#include "server/bots/workshop.hpp"
#include "server/net/client/fetch.hpp"
#include "tests/integration/bots/hall.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/support/places.hpp"

namespace quorate::test {
namespace {

// Samples by name and labels, "quorate_rooms".
std::map<std::string, double> samples_in(const std::string& text) {
  std::map<std::string, double> samples;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t space = line.rfind(' ');
    samples[line.substr(0, space)] = std::stod(line.substr(space + 1));
  }
  return samples;
}

// What the checker says, "" when all is well.
std::string complaints(const std::string& text) {
  const TemporaryFolder folder;
  const auto metrics = folder.path() / "metrics";
  const auto said = folder.path() / "said";
  std::ofstream(metrics) << text;
  const std::string command = "/usr/bin/python3 " +
                              in_checkout("tests/integration/bots/check_metrics.py") + " < " +
                              metrics.string() + " > " + said.string() + " 2>&1";
  const int status = std::system(command.c_str());
  std::ostringstream out;
  out << std::ifstream(said).rdbuf();
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "" : "failed: " + out.str();
}

class Metrics : public testing::Test {
 protected:
  std::string scrape() const {
    const auto response = net::fetch_now(net::get(server_.admin(), "/metrics"));
    if (!response) throw std::runtime_error(response.error());
    return response->body;
  }
  // Ten questions are opened, and seven people answer them all.
  void hold_a_workshop() {
    const Workshop made = create_workshop(server_.address());
    net::Loop loop;
    bots::NewWorkshop workshop{made.id, made.code, made.key, made.facilitator, made.wall};
    bots::Facilitator desk(loop, server_.address(), workshop, seed(5), [&] {
      if (desk.count("waiting") != 0 && desk.settled()) desk.open_all();
      if (desk.count("open") != 0) loop.stop();
    });
    desk.start();
    loop.run();
    Process bots({"bots", "--server", bots::to_url(server_.address()), "--code", made.code,
                  "--people", "7", "--for", "2", "--pace", "10", "--seed", "3"});
    ASSERT_EQ(bots.line_beginning("7 people"),
              "7 people, 7 joined, 70 answers: 70 saved, 0 too late; came back 0 times");
    ASSERT_EQ(bots.wait(), 0);
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--admin-port", "0"}};
};

TEST_F(Metrics, AreWellFormedBeforeAnythingHappenedAndAfterAWorkshop) {
  EXPECT_EQ(complaints(scrape()), "");
  hold_a_workshop();
  EXPECT_EQ(complaints(scrape()), "");
}

TEST_F(Metrics, SayWhatWasDone) {
  hold_a_workshop();
  const auto samples = samples_in(scrape());
  EXPECT_EQ(samples.at(R"(quorate_commands_total{kind="answer",outcome="accepted"})"), 70);
  EXPECT_EQ(samples.at(R"(quorate_commands_total{kind="join",outcome="accepted"})"), 7);
  EXPECT_EQ(samples.at("quorate_rooms"), 1);
  const double opened = samples.at(R"(quorate_commands_total{kind="open",outcome="accepted"})");
  EXPECT_EQ(samples.at("quorate_log_append_duration_seconds_count"), 1 + opened + 7 + 70)
      << "the creation, and a record a command";
  EXPECT_GT(samples.at("quorate_log_append_duration_seconds_sum"), 0);
  EXPECT_EQ(samples.at("quorate_log_waiting_records"), 0);
  EXPECT_EQ(samples.at("quorate_log_writable"), 1);
  EXPECT_GT(samples.at("quorate_sent_bytes_total"), 70 * 40) << "an outcome for each answer";
  EXPECT_GT(samples.at("process_open_fds"), 3);
  EXPECT_GT(samples.at("process_start_time_seconds"), 1.6e9);
  for (const auto& [name, value] : samples) {
    if (name.starts_with("quorate_budget_refusals_total")) EXPECT_EQ(value, 0) << name;
  }
}

TEST_F(Metrics, TheCheckerRefusesWhatIsNoMetric) {
  EXPECT_NE(complaints("# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n"), "");
  EXPECT_NE(complaints("# TYPE a gauge\na 1\n"), "");
  EXPECT_NE(complaints("# HELP a A.\n# TYPE a gauge\na{b=1} 1\n"), "");
  EXPECT_NE(complaints("# HELP a A.\n# TYPE a gauge\na 1\na 2\n"), "");
  EXPECT_EQ(complaints("# HELP a A.\n# TYPE a gauge\na 1\n"), "");
}

}  // namespace
}  // namespace quorate::test

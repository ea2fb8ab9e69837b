// `quorate bots`: people who join a running workshop and answer, to try it out or to put load on
// it.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>

#include "server/bots/address.hpp"
#include "server/bots/ballot_file.hpp"
#include "server/bots/panel.hpp"
#include "server/cli/command.hpp"
#include "server/cli/seed.hpp"
#include "server/net/loop.hpp"

namespace quorate::cli {

namespace {

constexpr std::int64_t kSettleMs = 10'000;  // for outcomes, after the time is up
constexpr int kMostPeople = 20'000;
constexpr int kMostSeconds = 86'400;

struct BotOptions {
  std::string server = "http://127.0.0.1:8080";
  std::string code;
  int people = 24;
  std::string ballots;
  int seconds = 30;
  int pace_ms = 2'000;
  std::optional<std::uint64_t> seed;
};

// Runs the panel until its time is up and everything has its outcome.
class PanelRun {
 public:
  PanelRun(bots::PanelOptions options, int seconds)
      : panel_(loop_, std::move(options), [this] { on_change(); }), end_(loop_) {
    loop_.on_signals({SIGINT, SIGTERM}, [this](int) { loop_.stop(); });
    end_.after(std::int64_t{1000} * seconds, [this] { time_is_up(); });
  }

  bots::Panel::Summary run() {
    panel_.start();
    loop_.run();
    return panel_.summary();
  }

 private:
  void time_is_up() {
    is_over_ = true;
    end_.after(kSettleMs, [this] { loop_.stop(); });
    on_change();
  }

  void on_change() {
    if (is_over_ && panel_.settled()) loop_.stop();
    if (panel_.all_gone()) loop_.stop();
  }

  net::Loop loop_;
  bots::Panel panel_;
  net::Timer end_;
  bool is_over_ = false;
};

int run(const BotOptions& given) {
  const auto server = bots::read_address(given.server);
  if (!server) return complain(server.error(), kRefused);
  bots::PanelOptions options;
  options.server = *server;
  options.code = given.code;
  options.people = static_cast<std::size_t>(given.people);
  options.pace_ms = given.pace_ms;
  options.random = seed_from(given.seed);
  if (!given.ballots.empty()) {
    const auto text = read_input(given.ballots);
    if (!text) return complain(text.error(), kRefused);
    auto file = bots::read_ballot_file(*text);
    if (!file) return complain(given.ballots + ": " + file.error(), kRefused);
    options.ballots = std::move(file->ballots);
  }
  const auto summary = PanelRun(std::move(options), given.seconds).run();
  std::cout << summary.sentence() << std::endl;
  return summary.good() ? kDone : kFailed;
}

}  // namespace

void add_bots(CLI::App& program, int& status) {
  CLI::App* command = program.add_subcommand(
      "bots", "People who join a workshop and answer; fails unless every answer had its outcome");
  auto options = std::make_shared<BotOptions>();
  command->add_option("--server", options->server, "Where the server is")->capture_default_str();
  command
      ->add_option("--code", options->code, "The workshop's code, or what its link has after the #")
      ->required();
  auto* people = command->add_option("--people", options->people, "How many, answering by chance")
                     ->check(CLI::Range(1, kMostPeople))
                     ->capture_default_str();
  command->add_option("--ballots", options->ballots, "A file with what each answers")
      ->excludes(people);
  command->add_option("--for", options->seconds, "Seconds until they leave")
      ->check(CLI::Range(1, kMostSeconds))
      ->capture_default_str();
  command->add_option("--pace", options->pace_ms, "Milliseconds an answer takes them, on average")
      ->check(CLI::Range(0, kMostPaceMs))
      ->capture_default_str();
  command->add_option("--seed", options->seed,
                      "The same people with the same choices each time; without it, others");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace quorate::cli

// `quorate demo`: a workshop on a running server with people who answer now, for a newcomer to
// hold.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <memory>

#include "server/bots/address.hpp"
#include "server/bots/ballot_file.hpp"
#include "server/bots/facilitator.hpp"
#include "server/bots/panel.hpp"
#include "server/bots/workshop.hpp"
#include "server/cli/command.hpp"
#include "server/cli/seed.hpp"
#include "server/net/loop.hpp"

namespace quorate::cli {

namespace {

constexpr int kPaceMs = 4'000;  // ten questions in about 40 seconds
constexpr int kMostWaitSeconds = 600;

struct DemoOptions {
  std::string file;
  std::string server = "http://127.0.0.1:8080";
  int pace_ms = kPaceMs;
  int wait_seconds = 0;
};

void introduce(const std::string& url, const bots::NewWorkshop& workshop,
               const std::string& join_link, std::size_t people) {
  std::cout << "\nA workshop with " << people << " people who are answering now.\n\n"
            << "  Desk   " << url << "/desk#" << workshop.id << '.' << workshop.facilitator << '\n'
            << "  Wall   " << url << "/wall#" << workshop.id << '.' << workshop.wall << '\n'
            << "  Join   " << join_link << "   (code " << workshop.code << ")\n\n"
            << "Open the desk, watch the answers arrive, and show them. Ctrl-C ends the people.\n"
            << std::flush;
}

// Opens all questions once, then leaves the desk to the newcomer; the people stay.
class Demonstration {
 public:
  Demonstration(const net::Address& server, const bots::NewWorkshop& workshop,
                bots::PanelOptions panel)
      : desk_(std::make_unique<bots::Facilitator>(loop_, server, workshop, panel.random,
                                                  [this] { on_desk(); })),
        panel_(loop_, std::move(panel), [this] { on_people(); }) {
    loop_.on_signals({SIGINT, SIGTERM}, [this](int) { loop_.stop(); });
  }

  bots::Panel::Summary run() {
    desk_->start();
    panel_.start();
    loop_.run();
    return panel_.summary();
  }

 private:
  void on_desk() {
    if (!desk_ || !desk_->settled() || desk_->client().find("view") == nullptr) return;
    if (desk_->count("waiting") != 0 && !desk_->client().find("refusal")) return desk_->open_all();
    desk_.reset();
  }

  void on_people() {
    if (panel_.all_gone()) return loop_.stop();
    if (!said_done_ && !desk_ && panel_.done()) {
      said_done_ = true;
      std::cout << "Everybody has answered.\n" << std::flush;
    }
  }

  net::Loop loop_;
  std::unique_ptr<bots::Facilitator> desk_;
  bots::Panel panel_;
  bool said_done_ = false;
};

int run(const DemoOptions& given) {
  const auto server = bots::read_address(given.server);
  if (!server) return complain(server.error(), kRefused);
  const auto text = read_input(given.file);
  if (!text) return complain(text.error(), kRefused);
  auto file = bots::read_ballot_file(*text);
  if (!file) return complain(given.file + ": " + file.error(), kRefused);
  if (given.wait_seconds != 0 &&
      !bots::await_server(*server, std::int64_t{1000} * given.wait_seconds)) {
    return complain("no server answers at " + given.server, kFailed);
  }
  const auto workshop = bots::create_workshop(*server, file->setup);
  if (!workshop) return complain(workshop.error(), kFailed);
  const auto join_link = bots::join_link(*server, *workshop);
  if (!join_link) return complain(join_link.error(), kFailed);
  introduce(bots::to_url(*server), *workshop, *join_link, file->ballots.size());

  bots::PanelOptions panel;
  panel.server = *server;
  panel.code = workshop->code;
  panel.ballots = std::move(file->ballots);
  panel.pace_ms = given.pace_ms;
  panel.random = seed_from(std::nullopt);
  const auto summary = Demonstration(*server, *workshop, std::move(panel)).run();
  std::cout << summary.sentence() << std::endl;
  return summary.good() ? kDone : kFailed;
}

}  // namespace

void add_demo(CLI::App& program, int& status) {
  CLI::App* command =
      program.add_subcommand("demo", "A workshop on a running server, with people who answer");
  auto options = std::make_shared<DemoOptions>();
  command->add_option("FILE", options->file, "The workshop and everybody's answers")->required();
  command->add_option("--server", options->server, "Where the server is")->capture_default_str();
  command->add_option("--pace", options->pace_ms, "Milliseconds an answer takes them, on average")
      ->check(CLI::Range(0, kMostPaceMs))
      ->capture_default_str();
  command->add_option("--wait", options->wait_seconds, "Seconds to wait for the server to be there")
      ->check(CLI::Range(0, kMostWaitSeconds))
      ->capture_default_str();
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace quorate::cli

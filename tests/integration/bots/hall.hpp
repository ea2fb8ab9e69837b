// A workshop in full: the real server as a process, a facilitator and people as native clients, on
// one loop that runs until something is so.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/bots/ballot_file.hpp"
#include "server/bots/facilitator.hpp"
#include "server/bots/panel.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {

client::Random::Seed seed(std::uint8_t number);

class Hall {
 public:
  // The workshop and the people of tests/data/crisis-sanctuary.json.
  explicit Hall(std::int64_t pace_ms, std::uint8_t seed_number = 1);

  // Runs until `condition` holds, looked at after every change anybody sees. Throws when it does
  // not in time.
  void until(const char* what, const std::function<bool()>& condition);

  void start();
  // SIGKILL, and the same server again on the same data and port. `while_dead` is called between.
  void kill_and_restart(const std::function<void()>& while_dead = [] {});
  const std::filesystem::path& data() const { return data_.path(); }

  const bots::BallotFile& file() const { return file_; }
  const net::Address& address() const { return server_->address(); }
  const bots::NewWorkshop& workshop() const { return workshop_; }
  net::Loop& loop() { return loop_; }
  bots::Facilitator& desk() { return *desk_; }
  bots::Panel& panel() { return *panel_; }
  std::vector<std::unique_ptr<bots::Voter>>& people() { return panel_->people(); }

  // Called after every change; also by what a test adds to the hall.
  void look();
  std::function<void()> at_every_change;

 private:
  TemporaryFolder data_;
  bots::BallotFile file_;
  net::Loop loop_;
  std::optional<ServerProcess> server_;
  bots::NewWorkshop workshop_;
  std::unique_ptr<bots::Facilitator> desk_;
  std::unique_ptr<bots::Panel> panel_;
  std::function<bool()> condition_;
};

}  // namespace quorate::test

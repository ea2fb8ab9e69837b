// Many voters of one workshop, on one loop.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/bots/voter.hpp"
#include "server/net/loop.hpp"

namespace quorate::bots {

struct PanelOptions {
  net::Address server;
  std::string code;             // as typed, or what a link carries after the #
  std::size_t people = 0;       // as many as ballots, when there are some
  std::vector<Ballot> ballots;  // none: by chance
  std::int64_t pace_ms = 0;
  client::Random::Seed random{};  // everything the people do follows from it
};

class Panel {
 public:
  // `changed` as BotClient's, whenever any of the people sees a change. `loop` outlives this.
  Panel(net::Loop& loop, PanelOptions options, std::function<void()> changed);

  void start();

  std::vector<std::unique_ptr<Voter>>& people() { return people_; }

  struct Summary {
    std::size_t people = 0;
    std::size_t joined = 0;
    std::size_t failed = 0;
    int given = 0;
    int saved = 0;
    int refused = 0;
    int comings_back = 0;
    std::string failure;  // somebody's
    // Everybody is in and nothing that was answered is without an outcome.
    bool good() const { return failed == 0 && joined == people && given == saved + refused; }
    // "24 people, 24 joined, 236 answers: 236 saved, 0 too late; came back 3 times"
    std::string sentence() const;
  };
  Summary summary() const;
  // Everybody has answered everything that is open.
  bool done() const;
  // No answer is without an outcome.
  bool settled() const;
  // Nobody is left who could do anything: all failed, or the workshop has ended.
  bool all_gone() const;

 private:
  std::vector<std::unique_ptr<Voter>> people_;
};

}  // namespace quorate::bots

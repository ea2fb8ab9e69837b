// One person of a workshop, played: joins by the code or the link, chooses a group, answers what is
// open, holds on and comes back as the client does.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "server/bots/ballot_file.hpp"
#include "server/bots/bot_client.hpp"
#include "server/net/loop.hpp"

namespace quorate::bots {

struct VoterOptions {
  net::Address server;
  std::string code;              // as typed, or what a link carries after the #
  std::optional<Ballot> ballot;  // none: a group and answers by chance
  std::int64_t pace_ms = 0;      // thinks up to twice this long before each answer
  client::Random::Seed random{};
};

class Voter {
 public:
  // `changed` as BotClient's. `loop` outlives this.
  Voter(net::Loop& loop, VoterOptions options, std::function<void()> changed);

  void start();

  struct Tally {
    int given = 0;    // answers submitted, one for each question and round
    int saved = 0;    // of these, acknowledged by the server
    int refused = 0;  // came too late
  };
  Tally tally() const;
  // Nothing is on its way.
  bool settled() const;
  // Why it gave up; empty while it has not.
  const std::string& failure() const { return failure_; }
  // Has an answer saved for the present round of every open question that it has an opinion on.
  bool done() const;

  // After the code was found; null before.
  BotClient* client() { return client_.get(); }
  const BotClient* client() const { return client_.get(); }

 private:
  void ask_for_workshop();
  void on_change();
  void join();
  // The next open question without an answer of ours, in the order of the setup; empty when none.
  std::string next_question() const;
  void think();
  void answer();
  std::int64_t round_of(const std::string& factor) const;
  std::optional<json::Value> opinion(const std::string& factor);
  bool has_opinion(const std::string& factor) const;

  net::Loop& loop_;
  VoterOptions options_;
  std::function<void()> changed_;
  client::Random random_;
  net::Timer timer_;
  bool thinking_ = false;
  bool joined_ = false;
  int asked_ = 0;
  std::string failure_;
  std::map<std::string, std::map<std::int64_t, json::Value>> given_;  // factor, round
  std::unique_ptr<BotClient> client_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace quorate::bots

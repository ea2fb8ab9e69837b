// A desk, played: opens, closes and reveals when it is told to.
#pragma once

#include <functional>
#include <string>

#include "server/bots/bot_client.hpp"
#include "server/bots/workshop.hpp"

namespace quorate::bots {

class Facilitator {
 public:
  // `changed` as BotClient's. `loop` outlives this.
  Facilitator(net::Loop& loop, const net::Address& server, const NewWorkshop& workshop,
              const client::Random::Seed& random, std::function<void()> changed);

  void start() { client_.start(); }

  // Each names all questions in `state` and their rounds as they stand ("open" names the round
  // after). Nothing happens when there are none.
  void open_all(std::string_view state = "waiting");
  void close_all() { on_all("close", "open", 0); }
  void reveal_all() { on_all("reveal", "open", 0); }
  void end();

  // How many questions are in this state; 0 before the first welcome.
  std::size_t count(std::string_view state) const;
  // Nothing of the above is under way.
  bool settled() const;

  BotClient& client() { return client_; }
  const BotClient& client() const { return client_; }

 private:
  void on_all(const char* kind, std::string_view state, std::int64_t rounds_later);

  BotClient client_;
};

}  // namespace quorate::bots

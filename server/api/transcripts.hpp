// The files of ended workshops: read from the log, made beside the loop, and sent. Each is held
// whole meanwhile, so that few are under way at once, one of an address, and the others wait their
// turn.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/api/http.hpp"
#include "server/budgets/places.hpp"
#include "server/log/log.hpp"
#include "server/net/worker.hpp"
#include "server/room/random.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::api {

// To be used on the loop's thread.
class Transcripts : public std::enable_shared_from_this<Transcripts> {
 public:
  // All outlive this, but for what of it is still being sent.
  Transcripts(Loop& loop, log::Log& log, room::Random random);

  // Responds with the file of this workshop when its turn has come: 409 when the workshop has not
  // ended. Or with 503 when too many wait; or not at all, when nobody waits for it any more.
  void ask(const HttpRequest& request, const std::string& workshop, Respond respond);

 private:
  using Holder = budgets::Places::Holder;
  struct Turn;
  struct Waiting {
    budgets::Network network;  // of who asks
    std::string workshop;
    Respond respond;
  };
  // The records of one workshop on their way from the log.
  struct Collecting {
    std::shared_ptr<const Turn> turn;
    Respond respond;
    std::vector<transcript::Source> records;
    std::size_t bytes = 0;
    log::Subscription subscription;
  };

  void begin_next();
  void collect(Holder holder, Waiting asked);
  void make(Holder holder, const std::string& workshop);
  void hung_up(Holder holder);
  void over(Holder holder, const budgets::Network& network);

  Loop& loop_;
  log::Log& log_;
  const room::Random random_;
  budgets::Places places_;
  std::map<Holder, Waiting> waiting_;  // in the order of asking
  // Whose are collected, made or sent: an address has one turn at a time.
  std::set<budgets::Network> turns_;
  std::map<Holder, Collecting> collecting_;
  net::Worker worker_;
};

}  // namespace quorate::api

// Slows down the guessing of join codes (PROTOCOL.md P1.1) and of what else may be guessed, right
// or wrong alike, so that the time of an answer tells nothing. Synchronous; the time is given,
// monotonic.
//
// Of those who wait behind one address the newest is answered first: a person who types the right
// code behind an address from which thousands of wrong ones came does not wait behind them. Where
// the queue is full somebody gives way, but never the very oldest: while a flood goes on they are
// the ones who are answered.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/budgets/address.hpp"

namespace quorate::budgets {

class Guesses {
 public:
  using Ticket = std::uint64_t;  // of one who waits

  struct Answer {
    enum class When { now, later, never } when = When::now;
    Ticket ticket = 0;              // later
    std::optional<Ticket> instead;  // whose place in the queue was taken: never answered any more
  };
  // When a guess of `peer` may be answered. To be called before wrong() of the same guess.
  Answer ask(const Peer& peer, std::int64_t now_ms);
  void wrong(const Peer& peer, std::int64_t now_ms);

  // When answer() has something; nothing while nobody waits.
  std::optional<std::int64_t> due() const;
  // Who may be answered now; they wait no longer.
  std::vector<Ticket> answer(std::int64_t now_ms);
  // Nobody waits for that answer any more.
  void forget(Ticket ticket);

  std::size_t waiting() const { return networks_.size(); }
  // How many networks are remembered.
  std::size_t remembered() const { return wrongs_.size(); }

 private:
  // The times of the last wrong ones, in a ring.
  struct Wrongs {
    std::vector<std::int64_t> at_ms;
    std::size_t oldest = 0;
    std::int64_t last_ms = 0;
  };
  struct Waiting {
    Ticket ticket;
    std::int64_t from_ms;  // not to be answered before
  };
  struct Queue {
    std::deque<Waiting> waiting;  // oldest first
    std::int64_t free_at_ms = 0;  // after the last answer
    std::int64_t due_ms() const { return std::max(free_at_ms, waiting.front().from_ms); }
  };
  using Queues = std::unordered_map<Network, Queue, NetworkHash>;

  bool slowed(const Network& network, std::size_t most, std::int64_t now_ms) const;
  void remember(const Network& network, std::size_t most, std::int64_t now_ms);
  void take_out(Queues::iterator queue, std::size_t index);

  std::unordered_map<Network, Wrongs, NetworkHash> wrongs_;
  std::set<std::pair<std::int64_t, Network>> by_age_;  // of their last wrong guess
  Queues queues_;                                      // none is empty
  std::set<std::pair<std::int64_t, Network>> due_;     // the queues by their due_ms()
  std::unordered_map<Ticket, Network> networks_;       // of everybody who waits
  Ticket next_ = 1;
};

}  // namespace quorate::budgets

#include "server/budgets/guesses.hpp"

#include <algorithm>

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

namespace {

// So many of a full queue keep their place, however many more come: as many as are answered in the
// time that each has to wait. Without them nobody would ever have waited long enough.
constexpr std::size_t kKeptWaiting = kSlowedMs / kSlowedEveryMs;

}  // namespace

Guesses::Answer Guesses::ask(const Peer& peer, std::int64_t now_ms) {
  const Network* network = nullptr;
  if (slowed(peer.own, kWrongGuesses, now_ms)) network = &peer.own;
  if (peer.wide && slowed(*peer.wide, kWrongGuessesOfANetwork, now_ms)) network = &*peer.wide;
  if (network == nullptr) return {};

  Answer answer{Answer::When::later, 0, std::nullopt};
  auto queue = queues_.find(*network);
  const std::size_t before = queue == queues_.end() ? 0 : queue->second.waiting.size();
  if (before == kSlowedOfAnAddress || networks_.size() == kSlowed) {
    if (before == 0) return {Answer::When::never, 0, std::nullopt};
    const std::size_t out = std::min(kKeptWaiting, before - 1);
    answer.instead = queue->second.waiting[out].ticket;
    take_out(queue, out);
  }
  queue = queues_.try_emplace(*network).first;
  Queue& waiting = queue->second;
  answer.ticket = next_++;
  waiting.waiting.push_back({answer.ticket, now_ms + kSlowedMs});
  if (waiting.waiting.size() == 1) due_.emplace(waiting.due_ms(), *network);
  networks_.emplace(answer.ticket, *network);
  return answer;
}

void Guesses::wrong(const Peer& peer, std::int64_t now_ms) {
  remember(peer.own, kWrongGuesses, now_ms);
  if (peer.wide) remember(*peer.wide, kWrongGuessesOfANetwork, now_ms);
}

std::optional<std::int64_t> Guesses::due() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

std::vector<Guesses::Ticket> Guesses::answer(std::int64_t now_ms) {
  std::vector<Ticket> answered;
  while (!due_.empty() && due_.begin()->first <= now_ms) {
    const auto queue = queues_.find(due_.begin()->second);
    const auto& waiting = queue->second.waiting;
    std::size_t newest = waiting.size() - 1;
    while (waiting[newest].from_ms > now_ms) --newest;
    answered.push_back(waiting[newest].ticket);
    due_.erase(due_.begin());
    queue->second.free_at_ms = now_ms + kSlowedEveryMs;
    due_.emplace(queue->second.due_ms(), queue->first);
    take_out(queue, newest);
  }
  return answered;
}

void Guesses::forget(Ticket ticket) {
  const auto network = networks_.find(ticket);
  if (network == networks_.end()) return;
  const auto queue = queues_.find(network->second);
  const auto& waiting = queue->second.waiting;
  std::size_t index = 0;
  while (waiting[index].ticket != ticket) ++index;
  take_out(queue, index);
}

bool Guesses::slowed(const Network& network, std::size_t most, std::int64_t now_ms) const {
  const auto found = wrongs_.find(network);
  if (found == wrongs_.end()) return false;
  const Wrongs& wrongs = found->second;
  return wrongs.at_ms.size() == most && wrongs.at_ms[wrongs.oldest] > now_ms - kGuessWindowMs;
}

void Guesses::remember(const Network& network, std::size_t most, std::int64_t now_ms) {
  while (!by_age_.empty() && by_age_.begin()->first <= now_ms - kGuessWindowMs) {
    wrongs_.erase(by_age_.begin()->second);
    by_age_.erase(by_age_.begin());
  }
  auto found = wrongs_.find(network);
  if (found == wrongs_.end()) {
    if (wrongs_.size() == kRemembered) {
      wrongs_.erase(by_age_.begin()->second);
      by_age_.erase(by_age_.begin());
    }
    found = wrongs_.try_emplace(network).first;
  } else {
    by_age_.erase({found->second.last_ms, network});
  }
  Wrongs& wrongs = found->second;
  if (wrongs.at_ms.size() < most) {
    wrongs.at_ms.push_back(now_ms);
  } else {
    wrongs.at_ms[wrongs.oldest] = now_ms;
    wrongs.oldest = (wrongs.oldest + 1) % most;
  }
  wrongs.last_ms = now_ms;
  by_age_.emplace(now_ms, network);
}

void Guesses::take_out(Queues::iterator queue, std::size_t index) {
  Queue& out = queue->second;
  due_.erase({out.due_ms(), queue->first});
  networks_.erase(out.waiting[index].ticket);
  out.waiting.erase(out.waiting.begin() + static_cast<std::ptrdiff_t>(index));
  if (out.waiting.empty()) {
    queues_.erase(queue);
  } else {
    due_.emplace(out.due_ms(), queue->first);
  }
}

}  // namespace quorate::budgets

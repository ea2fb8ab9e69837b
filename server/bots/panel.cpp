#include "server/bots/panel.hpp"

#include <algorithm>

namespace quorate::bots {

Panel::Panel(net::Loop& loop, PanelOptions options, std::function<void()> changed) {
  client::Random random(options.random);
  const std::size_t people = options.ballots.empty() ? options.people : options.ballots.size();
  people_.reserve(people);
  for (std::size_t i = 0; i < people; ++i) {
    VoterOptions voter;
    voter.server = options.server;
    voter.code = options.code;
    voter.pace_ms = options.pace_ms;
    for (std::uint8_t& byte : voter.random) byte = random.byte();
    if (!options.ballots.empty()) voter.ballot = std::move(options.ballots[i]);
    people_.push_back(std::make_unique<Voter>(loop, std::move(voter), changed));
  }
}

void Panel::start() {
  for (const auto& voter : people_) voter->start();
}

Panel::Summary Panel::summary() const {
  Summary summary;
  summary.people = people_.size();
  for (const auto& voter : people_) {
    if (!voter->failure().empty()) {
      ++summary.failed;
      summary.failure = voter->failure();
    }
    if (voter->client() == nullptr) continue;
    if (voter->client()->is("participant", "role")) ++summary.joined;
    summary.comings_back += std::max(0, voter->client()->attempts() - 1);
    const Voter::Tally tally = voter->tally();
    summary.given += tally.given;
    summary.saved += tally.saved;
    summary.refused += tally.refused;
  }
  return summary;
}

std::string Panel::Summary::sentence() const {
  std::string text = std::to_string(people) + " people, " + std::to_string(joined) + " joined, " +
                     std::to_string(given) + " answers: " + std::to_string(saved) + " saved, " +
                     std::to_string(refused) + " too late; came back " +
                     std::to_string(comings_back) + " times";
  if (failed != 0) text += "; " + std::to_string(failed) + " failed: " + failure;
  return text;
}

bool Panel::settled() const {
  return std::all_of(people_.begin(), people_.end(),
                     [](const auto& voter) { return voter->settled(); });
}

bool Panel::all_gone() const {
  return std::all_of(people_.begin(), people_.end(), [](const auto& voter) {
    if (!voter->failure().empty()) return true;
    return voter->client() != nullptr && voter->client()->is("ended", "view", "phase") &&
           voter->settled();
  });
}

bool Panel::done() const {
  return std::all_of(people_.begin(), people_.end(),
                     [](const auto& voter) { return voter->done(); });
}

}  // namespace quorate::bots

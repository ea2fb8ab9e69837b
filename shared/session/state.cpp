#include "shared/session/state.hpp"

#include <utility>

#include "shared/session/bounds.hpp"

namespace quorate::session {

namespace {

// The n-th revealed round from the newest, n from 0.
const Round* revealed_from_newest(const std::vector<Round>& rounds, int n) {
  for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
    if (round->phase == Phase::revealed && n-- == 0) return &*round;
  }
  return nullptr;
}

}  // namespace

void Round::put(std::size_t participant, std::size_t group, engine::Ballot ballot, Reason reason) {
  take(participant, group);
  if (answers.size() <= participant) answers.resize(participant + 1);
  answers[participant] = ballot;
  counts.add(0, group, ballot);
  ++answered;
  if (ballot.proxy) ++by_proxy;
  if (reason.text.empty()) return;
  reason_bytes += bytes_of(reason.text);
  reasons[participant] = std::move(reason);
}

void Round::merge(std::size_t from, std::size_t from_group, std::size_t into,
                  std::size_t into_group) {
  if (from >= answers.size() || !answers[from]) return;
  const engine::Ballot ballot = *answers[from];
  const std::size_t phone = giver(from);
  const auto given = reasons.find(from);
  Reason reason = given == reasons.end() ? Reason{} : given->second;
  take(from, from_group);
  if (into < answers.size() && answers[into]) return;
  put(into, into_group, ballot, std::move(reason));
  given_by[into] = phone;
}

std::size_t Round::giver(std::size_t participant) const {
  const auto other = given_by.find(participant);
  return other == given_by.end() ? participant : other->second;
}

std::size_t Round::answered_later() const {
  std::size_t later = 0;
  for (std::size_t i = places; i < answers.size(); ++i) {
    if (answers[i] && giver(i) >= places) ++later;
  }
  return later;
}

void Round::take(std::size_t participant, std::size_t group) {
  if (participant >= answers.size() || !answers[participant]) return;
  counts.remove(0, group, *answers[participant]);
  if (answers[participant]->proxy) --by_proxy;
  answers[participant].reset();
  --answered;
  if (const auto reason = reasons.find(participant); reason != reasons.end()) {
    reason_bytes -= bytes_of(reason->second.text);
    reasons.erase(reason);
  }
  given_by.erase(participant);
}

bool Round::shows(const Reason& reason) const {
  const auto said = shown.find(reason.id);
  return said == shown.end() ? !hold_reasons : said->second;
}

bool Round::hides_authors(std::size_t least) const {
  const std::size_t own = answered - by_proxy;
  return answered >= least && (own == 0 || own >= least);
}

Round* Question::unrevealed() {
  if (rounds.empty() || rounds.back().phase == Phase::revealed) return nullptr;
  return &rounds.back();
}

const Round* Question::revealed() const { return revealed_from_newest(rounds, 0); }
const Round* Question::revealed_before() const { return revealed_from_newest(rounds, 1); }

std::optional<std::size_t> State::participant(std::string_view id) const {
  const auto at = participant_at.find(id);
  if (at == participant_at.end()) return std::nullopt;
  if (participants[at->second].standing != Participant::Standing::here) return std::nullopt;
  return at->second;
}

bool State::removed(std::string_view id) const {
  return participant_at.find(id) != participant_at.end() && !participant(id);
}

const Outcome* State::outcome(std::string_view actor, std::string_view command_id) const {
  const auto known = outcomes.find(actor);
  if (known == outcomes.end()) return nullptr;
  for (const auto& [id, outcome] : known->second) {
    if (id == command_id) return &outcome;
  }
  return nullptr;
}

std::optional<engine::Rating> State::answer(std::size_t factor, int round,
                                            std::size_t participant) const {
  if (factor >= questions.size() || round < 1 || round > questions[factor].round()) {
    return std::nullopt;
  }
  const auto& answers = questions[factor].rounds[static_cast<std::size_t>(round - 1)].answers;
  if (participant >= answers.size() || !answers[participant]) return std::nullopt;
  return answers[participant]->rating;
}

}  // namespace quorate::session

#include "shared/session/bounds.hpp"

#include <algorithm>
#include <string>

#include "shared/json/write.hpp"

namespace quorate::session {

namespace {

std::size_t json_bytes(std::string_view text) {
  std::string written;
  json::append_string(written, text);
  return written.size();
}

std::size_t json_bytes(const Fact& fact) { return json::write(to_json(fact)).size(); }

// Of a reason of their own; 0 where there is none. What came to them by a merge is somebody else's,
// and whether there is room must not tell how long it is.
std::size_t bytes_given(const Round& round, std::size_t participant) {
  const auto reason = round.reasons.find(participant);
  const bool own = reason != round.reasons.end() && round.giver(participant) == participant;
  return own ? bytes_of(reason->second.text) : 0;
}

}  // namespace

std::size_t bytes_of(std::string_view reason) { return json_bytes(reason) + kReasonFrameBytes; }

bool room_for_fact(const State& state, std::size_t factor, const Fact& fact) {
  if (state.setup->factors[factor].facts.size() >= kMostFacts) return false;
  std::size_t bytes = json_bytes(fact);
  for (const Factor& each : state.setup->factors) {
    for (const Fact& there : each.facts) bytes += json_bytes(there);
  }
  return bytes <= kMostFactBytes;
}

bool room_for_note(const State& state, std::string_view text) {
  std::size_t bytes = json_bytes(text);
  for (const Note& note : state.notes) bytes += json_bytes(note.text);
  return state.notes.size() < kMostNotes && bytes <= kMostNotesBytes;
}

bool room_for_proxy(const State& state) {
  const auto here = std::count_if(
      state.participants.begin(), state.participants.end(), [](const Participant& person) {
        return person.proxy && person.standing == Participant::Standing::here;
      });
  return static_cast<std::size_t>(here) < kMostProxies;
}

bool room_for_reason(const State& state, std::size_t factor, std::size_t participant,
                     std::string_view reason) {
  std::size_t of_all = 0;
  std::size_t of_them = 0;
  for (const Question& question : state.questions) {
    for (const Round& round : question.rounds) {
      of_all += round.reason_bytes;
      of_them += bytes_given(round, participant);
    }
  }
  const std::size_t before = bytes_given(state.questions[factor].rounds.back(), participant);
  const std::size_t more = bytes_of(reason);
  return of_them - before + more <= kMostReasonBytesOfAPerson &&
         of_all - before + more <= kMostReasonBytesOfAWorkshop;
}

}  // namespace quorate::session

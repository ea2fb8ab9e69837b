#include "shared/session/fold.hpp"

#include <algorithm>

#include "shared/json/read.hpp"
#include "shared/session/judge.hpp"
#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

constexpr json::ReadLimits kPayloadLimits{.bytes = 256 * 1024, .depth = 12, .values = 16 * 1024};

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// Drawn from the participant's id, which is a hash; of two people with the same words the later
// gets the next free ones. More people than pairs of words share some.
Alias draw_alias(State& state, std::string_view participant_id) {
  constexpr int kPairs = kAliasWords * kAliasWords;
  int pair = 0;
  for (const char c : participant_id.substr(0, 3)) pair = pair * 16 + hex_digit(c);
  pair %= kPairs;
  if (!state.aliases.all()) {
    while (state.aliases[static_cast<std::size_t>(pair)]) pair = (pair + 1) % kPairs;
    state.aliases.set(static_cast<std::size_t>(pair));
  }
  return Alias{pair / kAliasWords, pair % kAliasWords};
}

Question& question_of(State& state, const std::string& factor) {
  return state.questions[*state.setup->factor(factor)];
}

// Applies a command that was judged allowed.
struct Apply {
  State& state;
  const std::string& actor;

  Change operator()(const Create& create) const {
    state.setup = create.setup;
    state.questions.resize(create.setup.factors.size());
    return Change::phase;
  }
  Change operator()(const Join& join) const {
    state.participant_at.emplace(actor, state.participants.size());
    state.participants.push_back(
        {actor, *state.setup->group(join.group), draw_alias(state, actor)});
    return Change::gathered;
  }
  Change operator()(const Answer& answer) const {
    Round& round = question_of(state, answer.factor).rounds.back();
    const std::size_t who = *state.participant(actor);
    if (round.answers.size() <= who) round.answers.resize(who + 1);
    const std::size_t group = state.participants[who].group;
    if (round.answers[who]) {
      round.counts.remove(0, group, *round.answers[who]);
    } else {
      ++round.answered;
    }
    round.answers[who] = answer.value;
    round.counts.add(0, group, answer.value);
    return Change::gathered;
  }
  Change operator()(const Open& open) const {
    for (const QuestionRound& named : open.questions) {
      Question& question = question_of(state, named.factor);
      if (question.phase() == Phase::closed) {
        question.rounds.back().phase = Phase::open;
      } else {
        question.rounds.emplace_back(state.setup->groups.size());
      }
    }
    return Change::phase;
  }
  Change operator()(const Close& close) const { return set(close.questions, Phase::closed); }
  Change operator()(const Reveal& reveal) const { return set(reveal.questions, Phase::revealed); }
  Change operator()(const End&) const {
    state.ended = true;
    return Change::phase;
  }

 private:
  Change set(const std::vector<QuestionRound>& questions, Phase phase) const {
    for (const QuestionRound& named : questions) {
      question_of(state, named.factor).rounds.back().phase = phase;
    }
    return Change::phase;
  }
};

void remember(State& state, const Folded& folded) {
  auto& known = state.outcomes[folded.actor];
  known.emplace_back(folded.command_id, folded.outcome);
  if (known.size() > kRememberedOutcomes) known.pop_front();
}

Outcome refusal(const State& state, Refusal code, std::string field = "") {
  return Outcome{false, Refused{code, std::move(field)}, state.offset};
}

}  // namespace

Folded fold(State& state, std::string_view envelope_text, std::string_view payload_text) {
  ++state.offset;
  Folded folded;
  folded.outcome = refusal(state, Refusal::bad_message);

  const auto envelope_json = json::read(envelope_text, kPayloadLimits);
  if (!envelope_json) return folded;
  const auto envelope = envelope_from_json(*envelope_json);
  if (!envelope) return folded;
  folded.actor = envelope->actor;
  folded.command_id = envelope->command_id;
  state.epoch = std::max(state.epoch, envelope->epoch);
  if (payload_text.empty()) return folded;

  if (const Outcome* known = state.outcome(envelope->actor, envelope->command_id)) {
    folded.outcome = *known;
    return folded;
  }
  const auto payload = json::read(payload_text, kPayloadLimits);
  if (payload) {
    const auto command = command_from_json(envelope->kind, *payload);
    if (!command) {
      folded.outcome = refusal(state, Refusal::bad_message, command.error().where);
    } else if (auto refused = judge(state, envelope->actor, envelope->role, *command)) {
      folded.outcome = Outcome{false, std::move(*refused), state.offset};
    } else {
      folded.outcome = Outcome{true, {}, state.offset};
      folded.change = std::visit(Apply{state, envelope->actor}, *command);
    }
  }
  remember(state, folded);
  return folded;
}

}  // namespace quorate::session

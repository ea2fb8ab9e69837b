#include "shared/session/view_desk.hpp"

#include "shared/engine/evaluate.hpp"
#include "shared/session/view.hpp"

namespace quorate::session {

namespace {

using json::Value;

constexpr std::size_t kNoteDigits = 4;

const std::string& group_id(const State& state, std::size_t group) {
  return state.setup->groups[group].spec.id;
}

// By participant: how many of the open questions they have answered.
std::vector<int> answered_open(const State& state) {
  std::vector<int> answered(state.participants.size(), 0);
  for (const Question& question : state.questions) {
    if (question.phase() != Phase::open) continue;
    const auto& answers = question.rounds.back().answers;
    for (std::size_t i = 0; i < answers.size(); ++i) answered[i] += answers[i].has_value() ? 1 : 0;
  }
  return answered;
}

Value done_json(const State& state, std::size_t participant) {
  Value done = Value::array();
  for (std::size_t f = 0; f < state.questions.size(); ++f) {
    if (state.answer(f, state.questions[f].round(), participant)) {
      done.push(state.setup->factors[f].spec.id);
    }
  }
  return done;
}

// Gone through in the order of their ids, so that each is added at the end: in the order of joining
// everybody after them in the object would have to move, as the ids are hashes.
Value people_json(const State& state) {
  const std::vector<int> answered = answered_open(state);
  Value people = Value::object();
  for (const auto& [id, i] : state.participant_at) {
    const Participant& person = state.participants[i];
    if (person.standing != Participant::Standing::here) continue;
    Value value = Value::object({{"at", i},
                                 {"alias", alias_json(person.alias)},
                                 {"group", group_id(state, person.group)},
                                 {"answered", answered[i]}});
    if (person.more_time) value.set("more_time", true);
    if (person.same_as) {
      Value same_as = Value::object({{"into", state.participants[person.same_as->into].id}});
      if (person.same_as->said_no) same_as.set("no", true);
      value.set("same_as", std::move(same_as));
    }
    if (person.proxy) {
      value.set("proxy", true);
      value.set("done", done_json(state, i));
    }
    people.set(id, std::move(value));
  }
  return people;
}

Value waiting_json(const State& state) {
  Value waiting = Value::object();
  for (const auto& [id, person] : state.waiting) {
    waiting.set(id, Value::object({{"group", group_id(state, person.group)}}));
  }
  return waiting;
}

Value invitations_json(const State& state) {
  std::vector<int> made(state.setup->groups.size(), 0);
  std::vector<int> used(made.size(), 0);
  for (const auto& [ticket, invitation] : state.invitations) {
    ++made[invitation.group];
    if (invitation.used) ++used[invitation.group];
  }
  Value value = Value::object();
  for (std::size_t g = 0; g < made.size(); ++g) {
    if (made[g] == 0) continue;
    value.set(group_id(state, g), Value::object({{"made", made[g]}, {"used", used[g]}}));
  }
  return value;
}

// Under numbers in the order of writing, so that a new one is a small patch.
Value notes_json(const State& state) {
  Value notes = Value::object();
  for (std::size_t i = 0; i < state.notes.size(); ++i) {
    const std::string digits = std::to_string(i + 1);
    notes.set(std::string(kNoteDigits - digits.size(), '0') + digits,
              Value::object({{"at_ms", state.notes[i].at_ms}, {"text", state.notes[i].text}}));
  }
  return notes;
}

}  // namespace

Value alias_json(const Alias& alias) { return Value::Array{alias.first, alias.second}; }

void add_desk_part(Value& view, const State& state) {
  view.set("people", people_json(state));
  view.set("waiting", waiting_json(state));
  view.set("invitations", invitations_json(state));
  view.set("notes", notes_json(state));
}

std::vector<bool> enough_rounds(const State& state) {
  std::vector<bool> enough(state.questions.size(), false);
  std::optional<engine::Result> before;
  std::optional<engine::Result> now;
  for (std::size_t f = 0; f < state.questions.size(); ++f) {
    const Question& question = state.questions[f];
    if (question.phase() != Phase::revealed || question.revealed_before() == nullptr) continue;
    if (!now) {
      before = engine::evaluate(*published(state, Rounds::before));
      now = engine::evaluate(*published(state));
    }
    enough[f] = engine::should_stop(*before, *now, question.round());
  }
  return enough;
}

}  // namespace quorate::session

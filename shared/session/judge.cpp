#include "shared/session/judge.hpp"

#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

using Verdict = std::optional<Refused>;

Verdict refuse(Refusal code, std::string field = "") { return Refused{code, std::move(field)}; }

bool role_may(Role role, const Command& command) {
  struct {
    Role role;
    bool operator()(const Create&) const { return role == Role::server; }
    bool operator()(const Join&) const { return role == Role::participant; }
    bool operator()(const Answer&) const { return role == Role::participant; }
    bool operator()(const Open&) const { return is_desk(role); }
    bool operator()(const Close&) const { return is_desk(role); }
    bool operator()(const Reveal&) const { return is_desk(role); }
    bool operator()(const End&) const { return role == Role::facilitator; }
  } const may{role};
  return std::visit(may, command);
}

std::string place(std::size_t index) { return "questions[" + std::to_string(index) + "]"; }

// Every question of the list must be known, named once and pass `check`.
template <class Check>
Verdict judge_questions(const State& state, const std::vector<QuestionRound>& list, Check check) {
  std::vector<bool> named(state.questions.size(), false);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto factor = state.setup->factor(list[i].factor);
    if (!factor) return refuse(Refusal::unknown_factor, place(i));
    if (named[*factor]) return refuse(Refusal::bad_message, place(i));
    named[*factor] = true;
    if (const auto code = check(state.questions[*factor], list[i].round)) {
      return refuse(*code, place(i));
    }
  }
  return std::nullopt;
}

std::optional<Refusal> may_open(const Question& question, int round) {
  switch (question.phase()) {
    case Phase::open:
      return Refusal::already_open;
    case Phase::closed:  // not revealed: the same round goes on
      if (round != question.round()) return Refusal::wrong_round;
      return std::nullopt;
    case Phase::waiting:
    case Phase::revealed:
      if (round != question.round() + 1 || round > kMostRounds) return Refusal::wrong_round;
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Refusal> may_close(const Question& question, int round) {
  if (round != question.round()) return Refusal::wrong_round;
  if (question.phase() != Phase::open) return Refusal::not_open;
  return std::nullopt;
}

std::optional<Refusal> may_reveal(const Question& question, int round) {
  if (round != question.round()) return Refusal::wrong_round;
  if (question.phase() != Phase::open && question.phase() != Phase::closed) {
    return Refusal::not_open;
  }
  return std::nullopt;
}

struct Judge {
  const State& state;
  std::string_view actor;

  Verdict operator()(const Create&) const {
    return state.setup ? refuse(Refusal::already_created) : std::nullopt;
  }
  Verdict operator()(const Join& join) const {
    if (!is_hex(actor, kWorkshopIdLength)) return refuse(Refusal::bad_message);
    if (state.participant(actor)) return refuse(Refusal::already_joined);
    if (state.participants.size() >= kMostPeople) return refuse(Refusal::full);
    if (!state.setup->group(join.group)) return refuse(Refusal::unknown_group, "group");
    return std::nullopt;
  }
  Verdict operator()(const Answer& answer) const {
    if (!state.participant(actor)) return refuse(Refusal::not_joined);
    const auto factor = state.setup->factor(answer.factor);
    if (!factor) return refuse(Refusal::unknown_factor, "factor");
    const Question& question = state.questions[*factor];
    if (answer.round != question.round()) return refuse(Refusal::wrong_round, "round");
    if (question.phase() != Phase::open) return refuse(Refusal::not_open);
    return std::nullopt;
  }
  Verdict operator()(const Open& open) const {
    return judge_questions(state, open.questions, may_open);
  }
  Verdict operator()(const Close& close) const {
    return judge_questions(state, close.questions, may_close);
  }
  Verdict operator()(const Reveal& reveal) const {
    return judge_questions(state, reveal.questions, may_reveal);
  }
  Verdict operator()(const End&) const { return std::nullopt; }
};

}  // namespace

std::optional<Refused> judge(const State& state, std::string_view actor, Role role,
                             const Command& command) {
  if (!role_may(role, command)) return refuse(Refusal::not_allowed_role);
  const bool creates = std::holds_alternative<Create>(command);
  if (!creates && !state.setup) return refuse(Refusal::not_created);
  if (state.ended) return refuse(Refusal::ended);
  return std::visit(Judge{state, actor}, command);
}

}  // namespace quorate::session

#include "shared/session/view.hpp"

namespace quorate::session {

namespace {

using json::Value;

Value setup_json(const Setup& setup) {
  Value factors = Value::object();
  Value order = Value::array();
  for (const Factor& factor : setup.factors) {
    factors.set(factor.spec.id, factor_to_json(factor));
    order.push(factor.spec.id);
  }
  Value groups = Value::object();
  Value group_order = Value::array();
  for (const Group& group : setup.groups) {
    groups.set(group.spec.id, group_to_json(group));
    group_order.push(group.spec.id);
  }
  Value languages = Value::array();
  for (const std::string& language : setup.languages) languages.push(language);
  Value value = Value::object({{"title", to_json(setup.title)},
                               {"question", to_json(setup.question)},
                               {"languages", std::move(languages)},
                               {"pace", name(setup.pace)},
                               {"min_group", setup.min_group},
                               {"open", setup.open},
                               {"order", std::move(order)},
                               {"group_order", std::move(group_order)},
                               {"factors", std::move(factors)},
                               {"groups", std::move(groups)}});
  if (!setup.context.empty()) value.set("context", to_json(setup.context));
  if (!setup.organisation.empty()) value.set("organisation", setup.organisation);
  if (!setup.contact.empty()) value.set("contact", setup.contact);
  return value;
}

std::string_view phase_name(Phase phase) {
  switch (phase) {
    case Phase::waiting:
      return "waiting";
    case Phase::open:
      return "open";
    case Phase::closed:
      return "closed";
    case Phase::revealed:
      return "revealed";
  }
  return {};
}

Value questions_json(const State& state) {
  Value questions = Value::object();
  for (std::size_t i = 0; i < state.questions.size(); ++i) {
    const Question& question = state.questions[i];
    const std::size_t answered = question.rounds.empty() ? 0 : question.rounds.back().answered;
    questions.set(state.setup->factors[i].spec.id,
                  Value::object({{"state", phase_name(question.phase())},
                                 {"round", question.round()},
                                 {"answered", answered}}));
  }
  return questions;
}

std::string_view workshop_phase(const State& state) {
  if (state.ended) return "ended";
  for (const Question& question : state.questions) {
    if (question.phase() != Phase::waiting) return "live";
  }
  return "lobby";
}

Value alias_json(const Alias& alias) { return Value::Array{alias.first, alias.second}; }

Value people_json(const State& state) {
  std::vector<int> answered(state.participants.size(), 0);
  for (const Question& question : state.questions) {
    if (question.phase() != Phase::open) continue;
    const auto& answers = question.rounds.back().answers;
    for (std::size_t i = 0; i < answers.size(); ++i) answered[i] += answers[i].has_value() ? 1 : 0;
  }
  Value people = Value::object();
  for (std::size_t i = 0; i < state.participants.size(); ++i) {
    const Participant& person = state.participants[i];
    people.set(person.id, Value::object({{"alias", alias_json(person.alias)},
                                         {"group", state.setup->groups[person.group].spec.id},
                                         {"answered", answered[i]}}));
  }
  return people;
}

}  // namespace

std::optional<engine::Published> published(const State& state) {
  const std::size_t factors = state.questions.size();
  engine::Counts counts(factors, state.setup->groups.size());
  engine::Counts previous(factors, state.setup->groups.size());
  std::vector<bool> pending(factors, true);
  bool any = false;
  bool any_before = false;
  for (std::size_t i = 0; i < factors; ++i) {
    if (const Round* round = state.questions[i].revealed()) {
      counts.replace(i, round->counts);
      pending[i] = false;
      any = true;
    }
    if (const Round* round = state.questions[i].revealed_before()) {
      previous.replace(i, round->counts);
      any_before = true;
    }
  }
  if (!any) return std::nullopt;
  return engine::publish(state.setup->for_engine(), counts, pending,
                         any_before ? &previous : nullptr);
}

json::Value view(const State& state, Role role) {
  Value value = Value::object({{"phase", workshop_phase(state)},
                               {"setup", setup_json(*state.setup)},
                               {"joined", state.participants.size()}});
  if (role == Role::anonymous) return value;
  value.set("questions", questions_json(state));
  if (auto result = published(state)) value.set("published", engine::to_json(*result));
  if (is_desk(role)) value.set("people", people_json(state));
  return value;
}

json::Value me(const State& state, std::size_t participant) {
  const Participant& person = state.participants[participant];
  Value answers = Value::object();
  for (std::size_t i = 0; i < state.questions.size(); ++i) {
    Value rounds = Value::object();
    for (int round = 1; round <= state.questions[i].round(); ++round) {
      if (const auto rating = state.answer(i, round, participant)) {
        rounds.set(std::to_string(round), to_json(*rating));
      }
    }
    if (!rounds.as_object()->empty()) {
      answers.set(state.setup->factors[i].spec.id, std::move(rounds));
    }
  }
  return Value::object({{"alias", alias_json(person.alias)},
                        {"group", state.setup->groups[person.group].spec.id},
                        {"answers", std::move(answers)}});
}

}  // namespace quorate::session

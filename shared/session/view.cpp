#include "shared/session/view.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "shared/json/write.hpp"
#include "shared/session/view_desk.hpp"

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
  if (setup.closing_ms) value.set("closing_ms", *setup.closing_ms);
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

// By round, of those that are revealed: all but the newest, and that one in its time. While that is
// closed only, phones are not told: whom the desk answers for now is in it.
Value of_json(const Question& question, Role role) {
  Value of = Value::array();
  for (const Round& round : question.rounds) {
    if (round.phase == Phase::revealed) of.push(round.of);
    if (round.phase == Phase::closed && role != Role::participant) {
      of.push(round.of + round.answered_later());
    }
  }
  return of;
}

Value questions_json(const State& state, Role role) {
  const std::vector<bool> enough =
      is_desk(role) ? enough_rounds(state) : std::vector<bool>(state.questions.size(), false);
  Value questions = Value::object();
  for (std::size_t i = 0; i < state.questions.size(); ++i) {
    const Question& question = state.questions[i];
    Value value =
        Value::object({{"state", phase_name(question.phase())}, {"round", question.round()}});
    // No phone shows it, and so nothing goes to all the others when one person answers.
    if (role != Role::participant) {
      value.set("answered", question.rounds.empty() ? 0 : question.rounds.back().answered);
    }
    if (Value of = of_json(question, role); !of.as_array()->empty()) value.set("of", std::move(of));
    if (question.skipped) value.set("skipped", true);
    if (enough[i]) value.set("enough", true);
    const bool settled = question.phase() == Phase::revealed && question.rounds.back().settled;
    if (settled && is_desk(role)) value.set("settled", true);
    questions.set(state.setup->factors[i].spec.id, std::move(value));
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

// Those that everybody sees, or those that are hidden, where enough people answered to be nobody's
// in particular. In the order of their random ids, which tell nothing. What they take goes off
// `bytes_left`. Returns how many had no room.
std::size_t add_reasons_of(Value& reasons, const Round* round, int min_group, bool hidden,
                           std::size_t& bytes_left) {
  if (round == nullptr || !round->hides_authors(static_cast<std::size_t>(min_group))) return 0;
  std::map<std::string_view, const Reason*> by_id;
  for (const auto& [participant, reason] : round->reasons) {
    if (round->shows(reason) != hidden) by_id.emplace(reason.id, &reason);
  }
  std::size_t added = 0;
  for (const auto& [id, reason] : by_id) {
    if (added == kMostReasonsShown) break;
    Value value = Value::object({{"text", reason->text}});
    if (hidden) value.set("hidden", true);
    const std::size_t bytes = id.size() + json::write(value).size();
    if (bytes > bytes_left) continue;  // a shorter one may fit
    bytes_left -= bytes;
    reasons.set(id, std::move(value));
    ++added;
  }
  return by_id.size() - added;
}

// Of each question's newest round that is revealed, and of the one before in what room that leaves.
// A desk has the same ones as the wall, and then those that are hidden.
void add_reasons(Value& view, const State& state, Role role) {
  const std::size_t share = kMostReasonBytesShown / state.questions.size();
  Value newest = Value::object();
  Value earlier = Value::object();
  Value left_out = Value::object();
  for (std::size_t f = 0; f < state.questions.size(); ++f) {
    const Question& question = state.questions[f];
    std::size_t bytes_left = share;
    Value of_newest = Value::object();
    Value of_earlier = Value::object();
    std::size_t left = 0;
    for (const bool hidden : {false, true}) {
      if (hidden && !is_desk(role)) continue;
      const int least = state.setup->min_group;
      left += add_reasons_of(of_newest, question.revealed(), least, hidden, bytes_left);
      left += add_reasons_of(of_earlier, question.revealed_before(), least, hidden, bytes_left);
    }
    const std::string& id = state.setup->factors[f].spec.id;
    if (!of_newest.as_object()->empty()) newest.set(id, std::move(of_newest));
    if (!of_earlier.as_object()->empty()) earlier.set(id, std::move(of_earlier));
    if (left > 0) left_out.set(id, left);
  }
  view.set("reasons", std::move(newest));
  if (!earlier.as_object()->empty()) view.set("earlier_reasons", std::move(earlier));
  if (!left_out.as_object()->empty()) view.set("reasons_left", std::move(left_out));
}

}  // namespace

std::optional<engine::Published> published(const State& state, Rounds rounds) {
  const std::size_t factors = state.questions.size();
  engine::Counts counts(factors, state.setup->groups.size());
  engine::Counts previous(factors, state.setup->groups.size());
  std::vector<bool> pending(factors, true);
  bool any = false;
  bool any_before = false;
  for (std::size_t i = 0; i < factors; ++i) {
    const Round* const newest = state.questions[i].revealed();
    const Round* const before = state.questions[i].revealed_before();
    const bool earlier = rounds == Rounds::before && before != nullptr;
    if (const Round* round = earlier ? before : newest) {
      counts.replace(i, round->counts);
      pending[i] = false;
      any = true;
    }
    if (before != nullptr && !earlier) {
      previous.replace(i, before->counts);
      any_before = true;
    }
  }
  if (!any) return std::nullopt;
  return engine::publish(state.setup->for_engine(), counts, pending,
                         any_before ? &previous : nullptr);
}

json::Value view(const State& state, Role role) {
  const auto proxies = std::count_if(
      state.participants.begin(), state.participants.end(), [](const Participant& person) {
        return person.standing == Participant::Standing::here && person.proxy;
      });
  Value value = Value::object({{"phase", workshop_phase(state)},
                               {"setup", setup_json(*state.setup)},
                               {"door", name(state.door)},
                               {"joined", state.joined}});
  if (proxies > 0) value.set("proxies", proxies);
  if (role == Role::anonymous) return value;
  value.set("questions", questions_json(state, role));
  if (state.paused) value.set("paused", true);
  if (state.focus) value.set("focus", state.setup->factors[*state.focus].spec.id);
  if (state.page > 1) value.set("page", state.page);
  if (state.deciding) value.set("deciding", true);
  if (state.timer_ends_ms) {
    value.set("timer", Value::object({{"ends_ms", *state.timer_ends_ms}}));
  } else if (state.timer_left_ms) {
    value.set("timer", Value::object({{"left_ms", *state.timer_left_ms}}));
  }
  if (auto result = published(state)) value.set("published", engine::to_json(*result));
  add_reasons(value, state, role);
  if (state.decision) {
    Value decision = to_json(*state.decision);
    if (state.decision_kept) decision.set("kept", true);
    value.set("decision", std::move(decision));
  }
  if (state.answers_newer) value.set("answers_newer", true);
  if (is_desk(role)) add_desk_part(value, state);
  return value;
}

json::Value me(const State& state, std::size_t participant) {
  const Participant& person = state.participants[participant];
  Value answers = Value::object();
  Value reasons = Value::object();
  Value elsewhere = Value::object();
  for (std::size_t i = 0; i < state.questions.size(); ++i) {
    const std::string& id = state.setup->factors[i].spec.id;
    Value by_round = Value::object();
    Value reasons_by_round = Value::object();
    for (int round = 1; round <= state.questions[i].round(); ++round) {
      const auto rating = state.answer(i, round, participant);
      if (!rating) continue;
      const Round& given = state.questions[i].rounds[static_cast<std::size_t>(round - 1)];
      if (given.giver(participant) != participant) {
        elsewhere.set(id, round);
        continue;
      }
      by_round.set(std::to_string(round), to_json(*rating));
      const auto reason = given.reasons.find(participant);
      if (reason == given.reasons.end()) continue;
      reasons_by_round.set(std::to_string(round), reason->second.text);
    }
    if (!by_round.as_object()->empty()) answers.set(id, std::move(by_round));
    if (!reasons_by_round.as_object()->empty()) reasons.set(id, std::move(reasons_by_round));
  }
  Value value = Value::object({{"alias", alias_json(person.alias)},
                               {"group", state.setup->groups[person.group].spec.id},
                               {"answers", std::move(answers)}});
  if (!reasons.as_object()->empty()) value.set("reasons", std::move(reasons));
  if (!elsewhere.as_object()->empty()) value.set("elsewhere", std::move(elsewhere));
  if (person.more_time) value.set("more_time", true);
  if (person.same_as && !person.same_as->said_no) {
    const Participant& other = state.participants[person.same_as->into];
    value.set("same_as", Value::object({{"id", other.id}, {"alias", alias_json(other.alias)}}));
  }
  return value;
}

}  // namespace quorate::session

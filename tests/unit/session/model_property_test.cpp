// Random stories of several people, a desk, people without phones, rounds, merges and removals: the
// fold says what a simple model of its own says, what was revealed never changes, and the records
// make the same state again.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/property_cases.hpp"
#include "tests/unit/session/simple_model.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

using json::Value;
using simple::Ask;
using simple::Model;
using simple::Verdict;

constexpr int kCases = 2'000;
constexpr int kLongCases = 200'000;
const bool kConfigured = quorate::testing::configure_properties(kCases, kLongCases);

constexpr std::size_t kMostSteps = 80;  // fewer than the outcomes that are remembered of an actor
constexpr std::string_view kPhones = "012345";
constexpr std::string_view kWithoutPhones = "ab";

class Story {
 public:
  Story(std::uint64_t seed, std::size_t steps) : random_(seed) {
    if (below(4) != 0) begin();
    for (std::size_t i = 0; i < steps; ++i) {
      asks.push_back(!asks.empty() && below(12) == 0 ? asks[below(asks.size())] : ask());
    }
  }
  std::vector<Ask> asks;

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  template <class List>
  auto one_of(const List& list) {
    return list[below(list.size())];
  }
  std::string phone() { return person_id(std::string(1, one_of(kPhones))); }
  std::string without_phone() { return person_id(std::string(1, one_of(kWithoutPhones))); }
  std::string anybody() { return below(4) == 0 ? without_phone() : phone(); }
  int round() { return below(8) == 0 ? 1 + static_cast<int>(below(3)) : 0; }  // 0: the sensible one

  // Most stories are of people who are there already, with two questions open.
  void begin() {
    const auto add = [&](const char* kind, const std::string& actor, const std::string& person) {
      Ask next = ask();
      next.kind = kind;
      next.actor = actor;
      next.person = person;
      next.ticket = kind == std::string_view("invite") ? ticket(std::to_string(below(4))) : "";
      next.questions = {{"power", 0}, {"time", 0}};
      asks.push_back(std::move(next));
    };
    for (const char phone : kPhones.substr(2)) add("join", person_id(std::string(1, phone)), "");
    add("invite", "facilitator", "");
    add("invite", "facilitator", "");
    add("proxy_join", "facilitator", person_id("a"));
    add("open", "facilitator", "");
  }

  Ask ask() {
    constexpr std::array kOften = {"join",   "join",   "join",   "join",   "answer",
                                   "answer", "answer", "answer", "answer", "answer",
                                   "open",   "open",   "close",  "reveal", "proxy_answer"};
    constexpr std::array kSeldom = {
        "more_time",   "skip",    "focus",     "pause",         "pause",        "door",
        "invite",      "admit",   "turn_away", "turn_away",     "remove",       "merge",
        "merge",       "regroup", "regroup",   "pace",          "closing",      "timer",
        "fact",        "note",    "decide",    "proxy_join",    "proxy_join",   "same_person",
        "same_person", "settle",  "settle",    "keep_decision", "keep_decision"};
    Ask ask;
    ask.kind = below(3) == 0 ? one_of(kSeldom) : one_of(kOften);
    if (below(150) == 0) ask.kind = "end";
    const bool own = ask.kind == "join" || ask.kind == "answer" || ask.kind == "more_time" ||
                     ask.kind == "same_person";
    ask.actor = own ? phone() : "facilitator";
    const std::string number = std::to_string(asks.size());
    ask.id = std::string(kCommandIdDigits - number.size(), '0') + number;
    const bool proxy = ask.kind == "proxy_join" || ask.kind == "proxy_answer";
    ask.person = proxy ? without_phone() : anybody();
    ask.other = anybody();
    ask.group = one_of(simple::kGroups);
    if (ask.kind == "invite" || below(4) == 0) ask.ticket = ticket(std::to_string(below(4)));
    ask.factor = one_of(simple::kFactors);
    for (std::size_t i = 0; i <= below(2); ++i) {
      ask.questions.emplace_back(one_of(simple::kFactors), round());
    }
    ask.round = round();
    ask.value = one_of(std::array{"1", "2", "5", "8", "9", "dk", "na"});
    if (below(3) == 0) ask.reason = "why " + number;
    ask.word = ask.kind == "pace"
                   ? one_of(std::array{"together", "one_by_one", "over_days"})
                   : one_of(std::array{"open", "open", "locked", "locked", "invited"});
    if (ask.kind == "focus" && below(2) == 0) ask.word = "decision";
    ask.page = 1 + static_cast<int>(below(3));
    ask.on = below(3) == 0;
    return ask;
  }

  std::mt19937_64 random_;
};

// What a person would see on their screen, where the story leaves it open: the round, and mostly
// whom their phone was asked about.
void fill_in(Ask& ask, const State& state) {
  const auto question = [&](const std::string& factor) -> const Question& {
    return state.questions[*state.setup->factor(factor)];
  };
  if (const auto who = state.participant(ask.actor); who && ask.kind == "same_person") {
    const auto& asked = state.participants[*who].same_as;
    if (asked && ask.word != "invited") ask.other = state.participants[asked->into].id;
  }
  if (ask.round == 0) ask.round = std::max(1, question(ask.factor).round());
  for (auto& [factor, round] : ask.questions) {
    if (round != 0) continue;
    const Phase phase = question(factor).phase();
    const bool next = ask.kind == "open" && (phase == Phase::waiting || phase == Phase::revealed);
    round = std::max(1, question(factor).round() + (next ? 1 : 0));
  }
}

Value rating(const std::string& value) {
  return value.size() == 1 ? Value(std::int64_t{value[0] - '0'}) : Value(value);
}

Value given(const Ask& ask) {
  const std::string nonce(ask.id + ask.id.substr(ask.id.size() - 8));
  Value value = Value::object({{"factor", ask.factor},
                               {"round", ask.round},
                               {"value", rating(ask.value)},
                               {"nonce", std::string(nonce.rbegin(), nonce.rend())}});
  if (!ask.reason.empty()) value.set("reason", ask.reason);
  return value;
}

Value decision(const Ask& ask) {
  Value value = Value::object(
      {{"shared", ask.on ? Value::Array{"design"} : Value::Array{}},
       {"review", "2028-02-29"},
       {"tasks", Value::Array{Value::object(
                     {{"factor", ask.factor}, {"who", ask.reason}, {"by", "2027-03-01"}})}}});
  if (ask.page == 1) {
    value.set("views", Value::object({{"one", "yes"}, {"other", "no"}, {"next", ask.reason}}));
  } else {
    value.set("approach", 3);
  }
  return value;
}

Value payload(const Ask& ask) {
  const std::string& kind = ask.kind;
  if (kind == "join") {
    Value value = Value::object({{"group", ask.group}});
    if (!ask.ticket.empty()) value.set("ticket", ask.ticket);
    return value;
  }
  if (kind == "answer") return given(ask);
  if (kind == "proxy_answer") {
    Value value = given(ask);
    value.set("participant", ask.person);
    return value;
  }
  if (kind == "open" || kind == "close" || kind == "reveal") {
    Value list = Value::array();
    for (const auto& [factor, round] : ask.questions) {
      list.push(Value::object({{"factor", factor}, {"round", round}}));
    }
    return Value::object({{"questions", std::move(list)}});
  }
  if (kind == "invite") {
    return Value::object({{"group", ask.group}, {"tickets", Value::Array{ask.ticket}}});
  }
  if (kind == "same_person") return Value::object({{"into", ask.other}, {"yes", ask.on}});
  if (kind == "focus" && ask.word == "decision") return Value::object({{"decision", true}});
  if (kind == "focus") return Value::object({{"factor", ask.factor}, {"page", ask.page}});
  if (kind == "merge") {
    return Value::object({{"participant", ask.person}, {"into", ask.other}, {"ask", ask.on}});
  }
  if (kind == "decide") return decision(ask);
  // The rest take of these what is theirs.
  return Value::object(
      {{"participant", ask.person},
       {"group", ask.group},
       {"factor", ask.factor},
       {"skipped", ask.on},
       {"paused", ask.on},
       {"settled", ask.on},
       {"round", ask.round},
       {"wanted", ask.on},
       {"door", ask.word},
       {"pace", ask.word},
       {"at_ms", 1'700'000'000'000},
       {"ends_ms", 1'700'000'000'000},
       {"text", kind == "note" ? Value("a note") : Value(Value::object({{"en", "a fact"}}))}});
}

const char* phase_name(Phase phase) {
  return phase == Phase::open ? "open" : phase == Phase::closed ? "closed" : "revealed";
}

std::string text_of(const Round& round, const State& state) {
  std::map<std::string, std::map<std::string, int>> by_group;
  for (std::size_t g = 0; g < simple::kGroups.size(); ++g) {
    auto& values = by_group[simple::kGroups[g]];
    const engine::Histogram counts = round.counts.histogram(0, g);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      values[std::to_string(i + 1)] = static_cast<int>(counts[i]);
    }
    values["dk"] = static_cast<int>(round.counts.dont_know(0, g));
    values["na"] = static_cast<int>(round.counts.not_applicable(0, g));
    values["desk"] = static_cast<int>(round.counts.proxies(0, g));
  }
  std::map<std::string, std::pair<std::string, std::string>> whose;
  for (std::size_t who = 0; who < round.answers.size(); ++who) {
    if (!round.answers[who]) continue;
    const Value value = to_json(round.answers[who]->rating);
    const auto reason = round.reasons.find(who);
    whose[state.participants[who].id] = {
        value.as_string() != nullptr ? *value.as_string() : json::write(value),
        reason == round.reasons.end() ? "" : reason->second.text};
  }
  return simple::round_text(phase_name(round.phase), round.answered, by_group, whose);
}

// What Model::text says, of the state.
std::string text_of(const State& state) {
  const auto group = [&](std::size_t g) { return state.setup->groups[g].spec.id; };
  std::string text = "door " + std::string(name(state.door)) + " focus " +
                     (state.focus ? state.setup->factors[*state.focus].spec.id : "") +
                     (state.page > 1 ? ":" + std::to_string(state.page) : "") +
                     (state.deciding ? "decision" : "") + (state.paused ? " paused" : "") +
                     (state.ended ? " ended" : "") + "\ntimer " +
                     (state.timer_ends_ms ? "runs" : "") + (state.timer_left_ms ? "rests" : "") +
                     (state.setup->closing_ms ? " closing" : "") + "\ndecision " +
                     (!state.decision       ? ""
                      : state.answers_newer ? "to look at again"
                                            : "decided") +
                     (state.decision_kept ? " kept" : "") + "\nhere";
  std::map<std::string, std::string> here;
  for (const Participant& person : state.participants) {
    if (!state.participant(person.id)) continue;
    here[person.id] = person.id.substr(0, 1) + group(person.group) + (person.proxy ? "*" : "");
  }
  RC_ASSERT(here.size() == state.joined);
  std::string asked;
  for (const auto& [id, shown] : here) {
    const auto& same_as = state.participants[*state.participant(id)].same_as;
    if (!same_as) continue;
    asked += " " + id.substr(0, 1) + state.participants[same_as->into].id.substr(0, 1) +
             (same_as->said_no ? "-" : "");
  }
  for (const auto& [id, shown] : here) text += " " + shown;
  text += "\nasked" + asked + "\nwaiting";
  for (const auto& [id, who] : state.waiting) text += " " + id.substr(0, 1) + group(who.group);
  text += "\nused";
  for (const auto& [id, about] : state.invitations) {
    if (about.used) text += " " + id.substr(0, 1) + group(about.group);
  }
  text += "\n";
  for (std::size_t f = 0; f < state.questions.size(); ++f) {
    const Question& question = state.questions[f];
    const bool settled = !question.rounds.empty() && question.rounds.back().settled;
    text += simple::kFactors[f] + (question.skipped ? " skipped" : "") +
            (settled ? " settled\n" : "\n");
    for (const Round& round : state.questions[f].rounds) text += text_of(round, state);
  }
  return text;
}

std::string all_views(const State& state) {
  std::string text = std::to_string(state.offset);
  for (const Role role : {Role::anonymous, Role::participant, Role::facilitator, Role::wall}) {
    text += json::write(view(state, role)) + "\n";
  }
  for (std::size_t i = 0; i < state.participants.size(); ++i) {
    text += json::write(me(state, i)) + "\n";
  }
  return text;
}

// Remembers each round as it was when it was revealed.
class Revealed {
 public:
  void check(const State& state) {
    for (std::size_t f = 0; f < state.questions.size(); ++f) {
      const auto& rounds = state.questions[f].rounds;
      for (std::size_t r = 0; r < rounds.size(); ++r) {
        if (rounds[r].phase != Phase::revealed) continue;
        RC_ASSERT(rounds[r].answered <= rounds[r].of);
        const std::string now = std::to_string(rounds[r].of) + text_of(rounds[r], state);
        RC_ASSERT(seen_.try_emplace({f, r}, now).first->second == now);
      }
    }
  }

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::string> seen_;
};

RC_GTEST_PROP(Model, the_fold_says_what_a_simple_model_says, ()) {
  const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>());
  const auto steps =
      *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(1, kMostSteps));
  Workshop workshop;
  Model model;
  Revealed revealed;
  std::map<std::string, Ask> asked;
  for (Ask ask : Story(seed, steps).asks) {
    fill_in(ask, workshop.state);
    ask = asked.try_emplace(ask.id, ask).first->second;  // asked again: word for word the same
    const bool own = ask.actor != "facilitator";
    const Folded folded =
        workshop.fold(ask.actor, own ? Role::participant : Role::facilitator, ask.kind,
                      ask.kind == "end" ? Value::object() : payload(ask), ask.id);
    const Verdict verdict = model.tell(ask);
    RC_LOG() << ask.kind << " by " << ask.actor.substr(0, 1) << ": " << came_to(folded) << "\n";
    RC_ASSERT(folded.outcome.ok == (verdict == Verdict::ok));
    RC_ASSERT((came_to(folded) == "paused") == (verdict == Verdict::paused));
    RC_ASSERT(text_of(workshop.state) == model.text());
    revealed.check(workshop.state);
  }

  State again;
  State from_commands;  // each payload read, and written as the command says
  for (const auto& [envelope, bytes] : workshop.records) {
    fold(again, envelope, bytes);
    const std::string kind = *json::read(envelope)->find("kind")->as_string();
    const auto command = command_from_json(kind, *json::read(bytes));
    RC_ASSERT(command.has_value());
    const std::string kept = json::write(payload_of(*command));
    RC_ASSERT(json::write(payload_of(*command_from_json(kind, *json::read(kept)))) == kept);
    fold(from_commands, envelope, kept);
  }
  const std::string views = all_views(workshop.state);
  RC_ASSERT(all_views(again) == views);
  RC_ASSERT(all_views(from_commands) == views);
}

}  // namespace
}  // namespace quorate::session

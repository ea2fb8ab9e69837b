#include "shared/session/judge.hpp"

#include <type_traits>

#include "shared/session/bounds.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

using Verdict = std::optional<Refused>;

Verdict refuse(Refusal code, std::string field = "") { return Refused{code, std::move(field)}; }

bool role_may(Role role, const Command& command) {
  const auto may = [role](const auto& given) {
    using C = std::decay_t<decltype(given)>;
    if constexpr (std::is_same_v<C, Create>) {
      return role == Role::server;
    } else if constexpr (std::is_same_v<C, Join> || std::is_same_v<C, Answer> ||
                         std::is_same_v<C, MoreTime> || std::is_same_v<C, SamePerson>) {
      return role == Role::participant;
    } else if constexpr (std::is_same_v<C, Close>) {
      return is_desk(role) || role == Role::server;  // the server's at the closing time
    } else if constexpr (std::is_same_v<C, End>) {
      return role == Role::facilitator;
    } else {
      return is_desk(role);
    }
  };
  return std::visit(may, command);
}

std::string place(std::size_t index) { return "questions[" + std::to_string(index) + "]"; }

std::optional<Refusal> may_open(const Question& question, int round, int most) {
  switch (question.phase()) {
    case Phase::open:
      return Refusal::already_open;
    case Phase::closed:  // not revealed: the same round goes on
      if (round != question.round()) return Refusal::wrong_round;
      return std::nullopt;
    case Phase::waiting:
    case Phase::revealed:
      if (round != question.round() + 1 || round > kMostRounds) return Refusal::wrong_round;
      return round > most ? std::optional(Refusal::too_many_rounds) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Refusal> may_close(const Question& question, int round) {
  if (round != question.round()) return Refusal::wrong_round;
  if (question.phase() != Phase::open) return Refusal::not_open;
  return std::nullopt;
}

// Of an open or a closed round: to show its answers, or to put one in at the desk.
std::optional<Refusal> is_unrevealed(const Question& question, int round) {
  if (round != question.round()) return Refusal::wrong_round;
  if (question.phase() != Phase::open && question.phase() != Phase::closed) {
    return Refusal::not_open;
  }
  return std::nullopt;
}

// Of a round whose answers were shown: to leave it as it is.
std::optional<Refusal> may_settle(const Question& question, int round) {
  if (round != question.round()) return Refusal::wrong_round;
  if (question.phase() == Phase::open) return Refusal::still_open;
  return question.phase() == Phase::revealed ? std::nullopt : std::optional(Refusal::not_open);
}

class Judge {
 public:
  Judge(const State& state, std::string_view actor) : state_(state), actor_(actor) {}

  Verdict operator()(const Create&) const {
    return state_.setup ? refuse(Refusal::already_created) : std::nullopt;
  }

  Verdict operator()(const Join& join) const {
    if (!is_hex(actor_, kIdDigits)) return refuse(Refusal::bad_message);
    if (state_.participant(actor_)) return refuse(Refusal::already_joined);
    if (state_.removed(actor_)) return refuse(Refusal::removed);
    if (state_.waiting.find(actor_) != state_.waiting.end())
      return refuse(Refusal::already_waiting);
    if (!join.ticket.empty()) {
      const auto invitation = state_.invitations.find(join.ticket);
      if (invitation == state_.invitations.end()) return refuse(Refusal::unknown_invitation);
      if (invitation->second.used) return refuse(Refusal::used_invitation);
    } else if (state_.door == Door::invited) {
      return refuse(Refusal::needs_invitation);
    }
    if (state_.door == Door::locked &&
        state_.turned_away.find(actor_) != state_.turned_away.end()) {
      return refuse(Refusal::turned_away);
    }
    if (!state_.setup->group(join.group)) return refuse(Refusal::unknown_group, "group");
    if (state_.door == Door::locked && !may_wait()) return refuse(Refusal::full);
    return room_for_one();
  }
  Verdict operator()(const Answer& answer) const {
    const auto who = speaker();
    if (!who) return refuse(Refusal::not_joined);
    if (auto refused = judge_round(answer, may_close)) return refused;  // open, and this round
    if (state_.paused) return refuse(Refusal::paused);
    return room_for_reason(*who, answer);
  }
  Verdict operator()(const MoreTime&) const {
    return speaker() ? std::nullopt : refuse(Refusal::not_joined);
  }

  Verdict operator()(const SamePerson& said) const {
    const auto who = speaker();
    if (!who) return refuse(Refusal::not_joined);
    const auto& asked = state_.participants[*who].same_as;
    const bool of_them =
        asked && !asked->said_no && state_.participants[asked->into].id == said.into;
    return of_them ? std::nullopt : refuse(Refusal::unknown_participant, "into");
  }

  Verdict operator()(const Open& open) const {
    const int most = state_.fold > 1 ? kMostRoundsOfAQuestion : kMostRounds;
    return judge_questions(open.questions, [most](const Question& question, int round) {
      return may_open(question, round, most);
    });
  }
  Verdict operator()(const Close& close) const {
    return judge_questions(close.questions, may_close);
  }
  Verdict operator()(const Reveal& reveal) const {
    return judge_questions(reveal.questions, is_unrevealed);
  }
  Verdict operator()(const Skip& skip) const {
    const auto factor = state_.setup->factor(skip.factor);
    if (!factor) return refuse(Refusal::unknown_factor, "factor");
    const bool open = state_.questions[*factor].phase() == Phase::open;
    return open ? refuse(Refusal::already_open) : std::nullopt;
  }
  Verdict operator()(const Focus& focus) const {
    const bool known = focus.factor.empty() || state_.setup->factor(focus.factor);
    return known ? std::nullopt : refuse(Refusal::unknown_factor, "factor");
  }
  Verdict operator()(const Settle& settle) const { return judge_round(settle, may_settle); }
  Verdict operator()(const AddFact& add) const {
    const auto factor = state_.setup->factor(add.factor);
    if (!factor) return refuse(Refusal::unknown_factor, "factor");
    if (state_.fold > 1) {
      return room_for_fact(state_, *factor, add.fact) ? std::nullopt
                                                      : refuse(Refusal::too_many_facts, "text");
    }
    const bool room = state_.setup->factors[*factor].facts.size() < kMostFacts;
    return room ? std::nullopt : refuse(Refusal::too_many);
  }
  Verdict operator()(const ShowReason& show) const {
    const auto factor = state_.setup->factor(show.factor);
    if (!factor) return refuse(Refusal::unknown_factor, "factor");
    const auto& rounds = state_.questions[*factor].rounds;
    const auto at = static_cast<std::size_t>(show.round - 1);
    if (at < rounds.size() && rounds[at].phase == Phase::revealed) {
      for (const auto& [participant, reason] : rounds[at].reasons) {
        if (reason.id == show.reason) return std::nullopt;
      }
    }
    return refuse(Refusal::unknown_reason, "reason");
  }

  Verdict operator()(const SetPace&) const {
    for (const Question& question : state_.questions) {
      if (question.phase() == Phase::open) return refuse(Refusal::still_open);
    }
    return std::nullopt;
  }
  Verdict operator()(const AddNote& add) const {
    if (state_.fold > 1) {
      return room_for_note(state_, add.text) ? std::nullopt
                                             : refuse(Refusal::too_many_notes, "text");
    }
    return state_.notes.size() < kMostNotes ? std::nullopt : refuse(Refusal::too_many);
  }
  Verdict operator()(const Pause&) const { return std::nullopt; }
  Verdict operator()(const SetTimer&) const { return std::nullopt; }
  Verdict operator()(const SetClosing&) const { return std::nullopt; }
  Verdict operator()(const SetDoor&) const { return std::nullopt; }
  Verdict operator()(const Decide& decide) const {
    const std::vector<Task>& tasks = decide.decision.tasks;
    std::vector<bool> named(state_.questions.size(), false);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const std::string field = "tasks[" + std::to_string(i) + "].factor";
      const auto factor = state_.setup->factor(tasks[i].factor);
      if (!factor) return refuse(Refusal::unknown_factor, field);
      if (named[*factor]) return refuse(Refusal::bad_message, field);
      named[*factor] = true;
    }
    return std::nullopt;
  }
  Verdict operator()(const KeepDecision&) const { return std::nullopt; }
  Verdict operator()(const End&) const { return std::nullopt; }

  Verdict operator()(const Invite& invite) const {
    if (!state_.setup->group(invite.group)) return refuse(Refusal::unknown_group, "group");
    const bool room = state_.invitations.size() + invite.tickets.size() <= kMostInvitations;
    return room ? std::nullopt : refuse(Refusal::too_many, "invitations");
  }
  Verdict operator()(const Admit& admit) const {
    if (auto refused = is_waiting(admit.participant)) return refused;
    return room_for_one();
  }
  Verdict operator()(const TurnAway& turn) const { return is_waiting(turn.participant); }
  Verdict operator()(const Remove& remove) const { return is_here(remove.participant); }
  Verdict operator()(const Merge& merge) const {
    if (auto refused = is_here(merge.participant)) return refused;
    const bool two = state_.participant(merge.into) && merge.into != merge.participant;
    return two ? std::nullopt : refuse(Refusal::unknown_participant, "into");
  }
  Verdict operator()(const Regroup& regroup) const {
    if (auto refused = is_here(regroup.participant)) return refused;
    const bool known = state_.setup->group(regroup.group).has_value();
    return known ? std::nullopt : refuse(Refusal::unknown_group, "group");
  }
  Verdict operator()(const ProxyJoin& join) const {
    const bool taken =
        state_.participant_at.find(join.participant) != state_.participant_at.end() ||
        state_.waiting.find(join.participant) != state_.waiting.end();
    if (taken) return refuse(Refusal::already_joined, "participant");
    if (state_.fold > 1 && state_.turned_away.find(join.participant) != state_.turned_away.end()) {
      return refuse(Refusal::turned_away, "participant");
    }
    if (!state_.setup->group(join.group)) return refuse(Refusal::unknown_group, "group");
    if (state_.fold > 1 && !room_for_proxy(state_)) return refuse(Refusal::too_many_proxies);
    return room_for_one();
  }
  Verdict operator()(const ProxyAnswer& proxy) const {
    const auto who = state_.participant(proxy.participant);
    if (!who || !state_.participants[*who].proxy) {
      return refuse(Refusal::unknown_participant, "participant");
    }
    if (auto refused = judge_round(proxy.answer, is_unrevealed)) return refused;
    return room_for_reason(*who, proxy.answer);
  }

 private:
  // Who speaks for themselves: nobody without a phone, whose id a desk chose.
  std::optional<std::size_t> speaker() const {
    const auto who = state_.participant(actor_);
    const bool desks = who && state_.fold > 1 && state_.participants[*who].proxy;
    return desks ? std::nullopt : who;
  }

  // Every question of the list must be known, named once and pass `check`.
  template <class Check>
  Verdict judge_questions(const std::vector<QuestionRound>& list, Check check) const {
    std::vector<bool> named(state_.questions.size(), false);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto factor = state_.setup->factor(list[i].factor);
      if (!factor) return refuse(Refusal::unknown_factor, place(i));
      if (named[*factor]) return refuse(Refusal::bad_message, place(i));
      named[*factor] = true;
      if (const auto code = check(state_.questions[*factor], list[i].round)) {
        return refuse(*code, place(i));
      }
    }
    return std::nullopt;
  }

  // The question and round that a command names must be known and pass `check`.
  template <class Command, class Check>
  Verdict judge_round(const Command& named, Check check) const {
    const auto factor = state_.setup->factor(named.factor);
    if (!factor) return refuse(Refusal::unknown_factor, "factor");
    const auto code = check(state_.questions[*factor], named.round);
    if (!code) return std::nullopt;
    return refuse(*code, *code == Refusal::wrong_round ? "round" : "");
  }

  Verdict room_for_reason(std::size_t participant, const Answer& answer) const {
    if (state_.fold == 1 || answer.reason.empty()) return std::nullopt;
    const std::size_t factor = *state_.setup->factor(answer.factor);
    const bool room = session::room_for_reason(state_, factor, participant, answer.reason);
    return room ? std::nullopt : refuse(Refusal::too_many_reasons, "reason");
  }

  bool may_wait() const {
    if (state_.waiting.size() >= kMostPeople) return false;
    const std::size_t known =
        state_.waiting.size() + state_.turned_away.size() + state_.participants.size();
    return state_.fold == 1 || known < kMostPlaces;
  }

  Verdict room_for_one() const {
    const std::size_t places = state_.participants.size();
    const bool room = state_.fold > 1 ? state_.joined < kMostPeople && places < kMostPlaces
                                      : places < kMostPeople;
    return room ? std::nullopt : refuse(Refusal::full);
  }
  Verdict is_here(const std::string& participant) const {
    return state_.participant(participant) ? std::nullopt
                                           : refuse(Refusal::unknown_participant, "participant");
  }
  Verdict is_waiting(const std::string& participant) const {
    return state_.waiting.find(participant) != state_.waiting.end()
               ? std::nullopt
               : refuse(Refusal::unknown_participant, "participant");
  }

  const State& state_;
  std::string_view actor_;
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

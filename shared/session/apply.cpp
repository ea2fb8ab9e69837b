// What the questions and the room come to.
#include "shared/session/apply.hpp"

#include <algorithm>
#include <utility>

#include "shared/session/hex.hpp"

namespace quorate::session {

Question& Apply::question_of(const std::string& factor) const {
  return state_.questions[*state_.setup->factor(factor)];
}

void Apply::put(std::size_t participant, const Answer& answer) const {
  const Participant& whose = state_.participants[participant];
  std::string reason_id =
      answer.reason_id.empty() ? answer.nonce.substr(0, kReasonIdDigits) : answer.reason_id;
  question_of(answer.factor)
      .rounds.back()
      .put(participant, whose.group, {answer.value, whose.proxy},
           {std::move(reason_id), answer.reason});
}

void Apply::set_phase(const std::vector<QuestionRound>& questions, Phase phase) const {
  const bool were_open = any_open();
  for (const QuestionRound& named : questions) {
    Round& round = question_of(named.factor).rounds.back();
    if (round.phase == Phase::open) {
      round.places = state_.participants.size();
      round.of = state_.joined;
    }
    round.phase = phase;
    if (phase == Phase::revealed) round.of += round.answered_later();
  }
  if (state_.fold <= 2) return;
  take_timer_away();
  if (were_open && !any_open()) state_.setup->closing_ms.reset();
}

bool Apply::any_open() const {
  return std::any_of(state_.questions.begin(), state_.questions.end(),
                     [](const Question& question) { return question.phase() == Phase::open; });
}

void Apply::take_timer_away() const {
  state_.timer_ends_ms.reset();
  state_.timer_left_ms.reset();
}

void Apply::drop_past_closing() const {
  auto& closing_ms = state_.setup->closing_ms;
  if (closing_ms && *closing_ms <= time_ms_) closing_ms.reset();
}

void Apply::end_talk() const {
  if (state_.fold > 2 && !any_open()) take_timer_away();
}

void Apply::rest_timer() const {
  if (!state_.timer_ends_ms) return;
  const std::int64_t ends_ms = *std::exchange(state_.timer_ends_ms, std::nullopt);
  state_.timer_left_ms = std::max<std::int64_t>(ends_ms - time_ms_, 0);
}

void Apply::step(const std::vector<QuestionRound>& questions) const {
  for (Participant& participant : state_.participants) {
    if (!std::exchange(participant.more_time, false)) continue;
    about_.push_back(participant.id);  // their own part says so too
  }
  look_at(questions.size() == 1 ? Focus{questions.front().factor} : Focus{});
}

void Apply::look_at(const Focus& focus) const {
  state_.focus = state_.setup->factor(focus.factor);
  state_.page = focus.page;
  state_.deciding = focus.decision;
}

Change Apply::operator()(const Create& create) const {
  state_.setup = create.setup;
  state_.fold = create.fold;
  state_.questions.resize(create.setup.factors.size());
  return Change::phase;
}

Change Apply::operator()(const Answer& answer) const {
  put(*state_.participant(actor_), answer);
  return Change::gathered;
}

Change Apply::operator()(const Open& open) const {
  drop_past_closing();  // it does not close what is opened after it
  if (state_.fold > 2) take_timer_away();
  for (const QuestionRound& named : open.questions) {
    Question& question = question_of(named.factor);
    question.skipped = false;
    if (question.phase() == Phase::closed) {
      question.rounds.back().phase = Phase::open;
    } else {
      question.rounds.emplace_back(state_.setup->groups.size());
    }
  }
  step(open.questions);
  return Change::phase;
}

Change Apply::operator()(const Close& close) const {
  set_phase(close.questions, Phase::closed);
  return Change::phase;
}

Change Apply::operator()(const Reveal& reveal) const {
  set_phase(reveal.questions, Phase::revealed);
  state_.answers_newer = state_.decision.has_value();
  for (const QuestionRound& named : reveal.questions) {
    question_of(named.factor).rounds.back().hold_reasons = state_.setup->pace == Pace::over_days;
  }
  step(reveal.questions);
  return Change::phase;
}

Change Apply::operator()(const Skip& skip) const {
  question_of(skip.factor).skipped = skip.skipped;
  return Change::phase;
}

Change Apply::operator()(const Focus& focus) const {
  const auto before = std::pair(state_.focus, state_.deciding);
  look_at(focus);
  // A timer for talking about one question is not for the next.
  if (std::pair(state_.focus, state_.deciding) != before) end_talk();
  return Change::phase;
}

Change Apply::operator()(const Settle& settle) const {
  question_of(settle.factor).rounds.back().settled = settle.settled;
  return Change::phase;
}

Change Apply::operator()(const AddFact& add) const {
  state_.setup->factors[*state_.setup->factor(add.factor)].facts.push_back(add.fact);
  return Change::phase;
}

Change Apply::operator()(const ShowReason& show) const {
  Question& question = question_of(show.factor);
  question.rounds[static_cast<std::size_t>(show.round - 1)].shown[show.reason] = show.shown;
  return Change::phase;
}

Change Apply::operator()(const Pause& pause) const {
  const bool changes = state_.paused != pause.paused;
  state_.paused = pause.paused;
  if (state_.fold <= 2 || !changes) return Change::phase;
  if (pause.paused) {
    rest_timer();
    return Change::phase;
  }
  if (state_.timer_left_ms) {
    state_.timer_ends_ms = time_ms_ + *std::exchange(state_.timer_left_ms, std::nullopt);
  }
  drop_past_closing();  // or nobody could send what they kept meanwhile
  return Change::phase;
}

Change Apply::operator()(const SetTimer& timer) const {
  take_timer_away();
  state_.timer_ends_ms = timer.ends_ms;
  if (state_.fold > 2 && state_.paused) rest_timer();
  return Change::phase;
}

Change Apply::operator()(const SetPace& set) const {
  state_.setup->pace = set.pace;
  return Change::phase;
}

Change Apply::operator()(const SetClosing& set) const {
  state_.setup->closing_ms = set.at_ms;
  return Change::phase;
}

Change Apply::operator()(const SetDoor& set) const {
  state_.door = set.door;
  return Change::phase;
}

Change Apply::operator()(const AddNote& note) const {
  state_.notes.push_back({time_ms_, note.text});
  return Change::phase;
}

Change Apply::operator()(const Decide& decide) const {
  state_.decision = decide.decision;
  state_.answers_newer = false;
  state_.decision_kept = false;
  end_talk();
  return Change::phase;
}

Change Apply::operator()(const KeepDecision&) const {
  if (std::exchange(state_.answers_newer, false)) state_.decision_kept = true;
  return Change::phase;
}

Change Apply::operator()(const End&) const {
  state_.ended = true;
  state_.paused = false;
  look_at({});
  take_timer_away();
  if (state_.fold > 2) state_.setup->closing_ms.reset();
  return Change::phase;
}

}  // namespace quorate::session

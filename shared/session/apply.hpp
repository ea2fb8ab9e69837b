// What an allowed command does to the state. Internal to this folder: `fold` is the way in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/session/fold.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

// One overload a command, each returning how soon people must hear of it.
class Apply {
 public:
  // `time_ms` is the record's own. Appends to `about` whom else it concerns.
  Apply(State& state, const std::string& actor, std::int64_t time_ms,
        std::vector<std::string>& about)
      : state_(state), actor_(actor), time_ms_(time_ms), about_(about) {}

  // apply.cpp
  Change operator()(const Create& create) const;
  Change operator()(const Answer& answer) const;
  Change operator()(const Open& open) const;
  Change operator()(const Close& close) const;
  Change operator()(const Reveal& reveal) const;
  Change operator()(const Skip& skip) const;
  Change operator()(const Focus& focus) const;
  Change operator()(const Settle& settle) const;
  Change operator()(const AddFact& add) const;
  Change operator()(const ShowReason& show) const;
  Change operator()(const Pause& pause) const;
  Change operator()(const SetTimer& timer) const;
  Change operator()(const SetPace& set) const;
  Change operator()(const SetClosing& set) const;
  Change operator()(const SetDoor& set) const;
  Change operator()(const AddNote& note) const;
  Change operator()(const Decide& decide) const;
  Change operator()(const KeepDecision& keep) const;
  Change operator()(const End& end) const;

  // apply_people.cpp
  Change operator()(const Join& join) const;
  Change operator()(const MoreTime& more) const;
  Change operator()(const SamePerson& said) const;
  Change operator()(const Invite& invite) const;
  Change operator()(const Admit& admit) const;
  Change operator()(const TurnAway& turn) const;
  Change operator()(const Remove& remove) const;
  Change operator()(const Merge& merge) const;
  Change operator()(const Regroup& regroup) const;
  Change operator()(const ProxyJoin& join) const;
  Change operator()(const ProxyAnswer& proxy) const;

 private:
  Question& question_of(const std::string& factor) const;
  // Closed or revealed; the closing time goes with what was open last.
  void set_phase(const std::vector<QuestionRound>& questions, Phase phase) const;
  bool any_open() const;
  void take_timer_away() const;
  void drop_past_closing() const;
  // What everybody did while nothing was open is over.
  void end_talk() const;
  void rest_timer() const;
  // A new step: nobody has asked for more time yet, and one question alone is what to look at.
  void step(const std::vector<QuestionRound>& questions) const;
  void look_at(const Focus& focus) const;
  void put(std::size_t participant, const Answer& answer) const;
  Participant& seat(const std::string& id, std::size_t group) const;
  // Takes their answers out of every round that nobody has seen.
  void take_answers(std::size_t participant) const;
  void merge(std::size_t from, std::size_t into) const;
  // They are here no more, and nobody is asked any longer whether they are them.
  void leave(std::size_t participant, Participant::Standing standing) const;

  State& state_;
  const std::string& actor_;
  std::int64_t time_ms_;
  std::vector<std::string>& about_;
};

}  // namespace quorate::session

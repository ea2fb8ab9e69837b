// Who comes in, who goes, and whose answers are whose. Answers that people have seen never change.
#include <utility>

#include "shared/session/apply.hpp"

namespace quorate::session {

namespace {

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

}  // namespace

Participant& Apply::seat(const std::string& id, std::size_t group) const {
  state_.participant_at.emplace(id, state_.participants.size());
  state_.turned_away.erase(id);
  state_.participants.push_back({id, group, draw_alias(state_, id)});
  ++state_.joined;
  return state_.participants.back();
}

void Apply::take_answers(std::size_t participant) const {
  const std::size_t group = state_.participants[participant].group;
  for (Question& question : state_.questions) {
    if (Round* round = question.unrevealed()) round->take(participant, group);
  }
}

void Apply::leave(std::size_t participant, Participant::Standing standing) const {
  Participant& person = state_.participants[participant];
  person.standing = standing;
  if (person.same_as) state_.asked.erase({person.same_as->into, participant});
  person.same_as.reset();
  --state_.joined;
  about_.push_back(person.id);
  auto asked = state_.asked.lower_bound({participant, 0});
  while (asked != state_.asked.end() && asked->first == participant) {
    Participant& other = state_.participants[asked->second];
    other.same_as.reset();
    about_.push_back(other.id);
    asked = state_.asked.erase(asked);
  }
}

void Apply::merge(std::size_t from, std::size_t into) const {
  for (Question& question : state_.questions) {
    Round* const round = question.unrevealed();
    if (round == nullptr) continue;
    round->merge(from, state_.participants[from].group, into, state_.participants[into].group);
  }
  leave(from, Participant::Standing::merged);
  about_.push_back(state_.participants[into].id);
}

Change Apply::operator()(const Join& join) const {
  std::size_t group = *state_.setup->group(join.group);
  if (!join.ticket.empty()) {
    Invitation& invitation = state_.invitations.find(join.ticket)->second;
    invitation.used = true;
    group = invitation.group;
  }
  if (state_.door == Door::locked) {
    state_.waiting.emplace(actor_, Waiting{group, join.ticket});
  } else {
    seat(actor_, group);
    about_.push_back(actor_);
  }
  return Change::gathered;
}

Change Apply::operator()(const MoreTime& more) const {
  state_.participants[*state_.participant(actor_)].more_time = more.wanted;
  return Change::gathered;
}

Change Apply::operator()(const SamePerson& said) const {
  const std::size_t who = *state_.participant(actor_);
  if (said.yes) {
    merge(who, state_.participants[who].same_as->into);
  } else {
    state_.participants[who].same_as->said_no = true;
  }
  return Change::phase;
}

Change Apply::operator()(const Invite& invite) const {
  const std::size_t group = *state_.setup->group(invite.group);
  for (const std::string& ticket : invite.tickets) {
    state_.invitations.emplace(ticket, Invitation{group, false});
  }
  return Change::phase;
}

Change Apply::operator()(const Admit& admit) const {
  const auto who = state_.waiting.find(admit.participant);
  seat(admit.participant, who->second.group);
  state_.waiting.erase(who);
  about_.push_back(admit.participant);
  return Change::phase;
}

Change Apply::operator()(const TurnAway& turn) const {
  const auto who = state_.waiting.find(turn.participant);
  if (!who->second.ticket.empty()) {  // good again, for somebody else
    state_.invitations.find(who->second.ticket)->second.used = false;
  }
  state_.waiting.erase(who);
  state_.turned_away.insert(turn.participant);
  about_.push_back(turn.participant);
  return Change::phase;
}

Change Apply::operator()(const Remove& remove) const {
  const std::size_t who = *state_.participant(remove.participant);
  take_answers(who);
  leave(who, Participant::Standing::removed);
  return Change::phase;
}

Change Apply::operator()(const Merge& merge) const {
  const std::size_t from = *state_.participant(merge.participant);
  const std::size_t into = *state_.participant(merge.into);
  if (merge.ask) {
    auto& same_as = state_.participants[from].same_as;
    if (same_as) state_.asked.erase({same_as->into, from});
    same_as = SameAs{into};
    state_.asked.emplace(into, from);
    about_.push_back(merge.participant);
  } else {
    this->merge(from, into);
  }
  return Change::phase;
}

Change Apply::operator()(const Regroup& regroup) const {
  const std::size_t who = *state_.participant(regroup.participant);
  Participant& participant = state_.participants[who];
  const std::size_t group = *state_.setup->group(regroup.group);
  for (Question& question : state_.questions) {
    Round* const round = question.unrevealed();
    if (round == nullptr || who >= round->answers.size() || !round->answers[who]) continue;
    round->counts.remove(0, participant.group, *round->answers[who]);
    round->counts.add(0, group, *round->answers[who]);
  }
  participant.group = group;
  about_.push_back(regroup.participant);
  return Change::phase;
}

Change Apply::operator()(const ProxyJoin& join) const {
  seat(join.participant, *state_.setup->group(join.group)).proxy = true;
  about_.push_back(join.participant);  // a phone that says it is them is theirs no more
  return Change::gathered;
}

Change Apply::operator()(const ProxyAnswer& proxy) const {
  put(*state_.participant(proxy.participant), proxy.answer);
  return Change::gathered;
}

}  // namespace quorate::session

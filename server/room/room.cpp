#include "server/room/room.hpp"

#include <algorithm>

#include "server/room/messages.hpp"
#include "shared/session/view.hpp"

namespace quorate::room {

namespace {

using session::Role;

constexpr int kTicketBits = 32;  // of one room

}  // namespace

Room::Room(std::string workshop, std::uint64_t life, const Random& random)
    : workshop_(std::move(workshop)),
      random_(random),
      audiences_{Audience(Role::anonymous), Audience(Role::participant), Audience(Role::wall),
                 Audience(Role::facilitator)},
      next_ticket_(life << kTicketBits) {}

Audience& Room::audience(Role role) {
  switch (role) {
    case Role::participant:
      return audiences_[1];
    case Role::wall:
      return audiences_[2];
    case Role::facilitator:
    case Role::cofacilitator:
      return audiences_[3];
    default:
      return audiences_[0];
  }
}

void Room::greet(const Now& now, ConnectionId connection, const Hello& hello, Identity identity,
                 std::string_view code, Actions& actions) {
  Greeting greeting{connection, hello, std::move(identity), std::string(code)};
  if (caught_up_) {
    welcome(now, std::move(greeting), actions);
  } else {
    greetings_.push_back(std::move(greeting));
  }
}

void Room::welcome(const Now& now, Greeting greeting, Actions& actions) {
  if (!state_.setup) {
    actions.push_back(Disconnect{greeting.connection, protocol::CloseCode::unknown_workshop});
    return;
  }
  if (greeting.identity.role == Role::participant) {
    if (const auto code = shut_out(greeting.identity)) {
      actions.push_back(Disconnect{greeting.connection, *code});
      return;
    }
    // P2.6
    if (const auto older = newest_.find(greeting.identity.actor); older != newest_.end()) {
      const ConnectionId other = older->second;
      leave(now, other);
      actions.push_back(Disconnect{other, protocol::CloseCode::other_tab});
    }
    newest_[greeting.identity.actor] = greeting.connection;
  }
  Member& member = members_[greeting.connection];
  member.identity = std::move(greeting.identity);
  member.code = std::move(greeting.code);
  seat(greeting.connection, member);
  const Audience& seen = audience(member.sees);
  const bool current = greeting.hello.epoch == epoch_ && greeting.hello.offset >= 0 &&
                       static_cast<std::uint64_t>(greeting.hello.offset) == seen.offset() &&
                       greeting.hello.as == session::name(member.sees);
  send_welcome(now, greeting.connection, member, !current, actions);
  mark_presence(now);
}

// P2.4: the connection of a participant whose standing or own part has changed, if there is one.
void Room::look_again(const Now& now, const std::string& participant, Actions& actions) {
  const bool joined = state_.participant(participant).has_value();
  const auto place = state_.participant_at.find(participant);
  if (!joined && place != state_.participant_at.end() && presence_.forget(place->second)) {
    mark_presence(now);
  }
  const auto newest = newest_.find(participant);
  if (newest == newest_.end()) return;
  const ConnectionId connection = newest->second;
  Member& member = members_.at(connection);
  if (const auto code = shut_out(member.identity)) {
    leave(now, connection);
    actions.push_back(Disconnect{connection, *code});
    return;
  }
  if (joined == (member.sees == Role::participant)) {
    actions.push_back(Send{connection, encode_own(own(member.identity))});
    return;
  }
  unseat(now, connection, member);
  seat(connection, member);
  send_welcome(now, connection, member, true, actions);
  mark_presence(now);
}

// Gives a connection the view it may see, and counts it when it is a participant who has joined.
void Room::seat(ConnectionId connection, Member& member) {
  member.sees = member.identity.role;
  if (member.sees == Role::participant) {
    if (const auto place = state_.participant(member.identity.actor)) {
      presence_.connected(*place);
    } else {
      member.sees = Role::anonymous;
    }
  }
  audience(member.sees).add(connection, state_);
}

void Room::unseat(const Now& now, ConnectionId connection, const Member& member) {
  audience(member.sees).remove(connection);
  if (member.sees != Role::participant) return;
  presence_.gone(state_.participant_at.find(member.identity.actor)->second, now.steady_ms);
}

Own Room::own(const Identity& who) const {
  Own own;
  if (who.role != Role::participant) return own;
  if (const auto place = state_.participant(who.actor)) own.me = session::me(state_, *place);
  own.waiting = state_.waiting.find(who.actor) != state_.waiting.end();
  return own;
}

// Why a participant may not be here: had a place and has it no more, or never had one and cannot
// get one now.
std::optional<protocol::CloseCode> Room::shut_out(const Identity& who) const {
  using Standing = session::Participant::Standing;
  const auto at = state_.participant_at.find(who.actor);
  if (at == state_.participant_at.end()) {
    if (state_.ended) return protocol::CloseCode::ended;
    const bool known = who.has_key || state_.waiting.find(who.actor) != state_.waiting.end();
    return known ? std::nullopt : std::optional(protocol::CloseCode::bad_token);
  }
  const session::Participant& person = state_.participants[at->second];
  switch (person.standing) {
    case Standing::here:
      // Whom the desk answers for has no phone: the desk chose the id, and may know a secret of it.
      return person.proxy ? std::optional(protocol::CloseCode::bad_token) : std::nullopt;
    case Standing::removed:
      return protocol::CloseCode::removed;
    case Standing::merged:
      return protocol::CloseCode::merged;
  }
  return std::nullopt;
}

void Room::send_welcome(const Now& now, ConnectionId connection, const Member& member,
                        bool with_view, Actions& actions) {
  Audience& seen = audience(member.sees);
  if (member.sees != Role::anonymous) actions.push_back(Seated{connection, member.sees});
  Welcome welcome{
      member.sees,          epoch_,      seen.offset(),      with_view ? seen.view() : nullptr,
      own(member.identity), member.code, presence_.people(), now.wall_ms};
  actions.push_back(encode(connection, welcome));
}

void Room::caught_up(const Now& now, Actions& actions) {
  caught_up_ = true;
  epoch_ = std::max(state_.epoch + 1, now.wall_ms);
  arm_closing(now);
  close_when_due(now, actions);
  std::vector<Greeting> greetings = std::move(greetings_);
  greetings_.clear();
  for (Greeting& greeting : greetings) welcome(now, std::move(greeting), actions);
}

void Room::leave(const Now& now, ConnectionId connection) {
  std::erase_if(greetings_, [&](const Greeting& g) { return g.connection == connection; });
  const auto found = members_.find(connection);
  if (found == members_.end()) return;
  const Member& member = found->second;
  unseat(now, connection, member);
  const auto newest = newest_.find(member.identity.actor);
  if (newest != newest_.end() && newest->second == connection) newest_.erase(newest);
  members_.erase(found);
  mark_presence(now);
}

// Whoever is at the door and may not come in any more.
void Room::shut_out_strangers(const Now& now, Actions& actions) {
  std::vector<Disconnect> strangers;
  for (const auto& [connection, member] : members_) {
    if (member.sees != Role::anonymous) continue;
    if (const auto code = shut_out(member.identity)) strangers.push_back({connection, *code});
  }
  for (const Disconnect& stranger : strangers) {
    leave(now, stranger.connection);
    actions.push_back(stranger);
  }
}

void Room::code_changed(const Now& now, const std::string& code, Actions& actions) {
  for (Greeting& greeting : greetings_) {
    greeting.identity.has_key = false;
    if (!greeting.code.empty()) greeting.code = code;
  }
  const Message message = encode_code(code);
  for (auto& [connection, member] : members_) {
    member.identity.has_key = false;
    if (member.code.empty()) continue;  // participants know it already
    member.code = code;
    actions.push_back(Send{connection, message});
  }
  shut_out_strangers(now, actions);
}

void Room::reissued(Role role, Actions& actions) const {
  const auto close = [&](ConnectionId connection, const Identity& who) {
    if (who.role == role) actions.push_back(Disconnect{connection, protocol::CloseCode::bad_token});
  };
  for (const auto& [connection, member] : members_) close(connection, member.identity);
  for (const Greeting& greeting : greetings_) close(greeting.connection, greeting.identity);
}

std::vector<ConnectionId> Room::connections() const {
  std::vector<ConnectionId> all;
  for (const auto& [connection, member] : members_) all.push_back(connection);
  for (const Greeting& greeting : greetings_) all.push_back(greeting.connection);
  return all;
}

}  // namespace quorate::room

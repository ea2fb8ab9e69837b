#include "server/room/room.hpp"

#include <algorithm>

#include "server/room/messages.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/command.hpp"
#include "shared/session/judge.hpp"
#include "shared/session/record.hpp"
#include "shared/session/view.hpp"

namespace quorate::room {

namespace {

using session::Outcome;
using session::Refusal;
using session::Role;

constexpr std::size_t kSaltBytes = 16;

Outcome refusal(Refusal code, std::string field = "") {
  return Outcome{false, {code, std::move(field)}, 0};
}

}  // namespace

Room::Room(std::string workshop, const Random& random)
    : workshop_(std::move(workshop)),
      random_(random),
      audiences_{Audience(Role::anonymous), Audience(Role::participant),
                 Audience(Role::facilitator), Audience(Role::wall)} {}

Audience& Room::audience(Role role) {
  switch (role) {
    case Role::participant:
      return audiences_[1];
    case Role::facilitator:
    case Role::cofacilitator:
      return audiences_[2];
    case Role::wall:
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
    actions.push_back(Close{greeting.connection, protocol::CloseCode::unknown_workshop});
    return;
  }
  if (greeting.identity.role == Role::participant) {  // P2.6
    if (const auto older = newest_.find(greeting.identity.actor); older != newest_.end()) {
      const ConnectionId other = older->second;
      leave(now, other);
      actions.push_back(Close{other, protocol::CloseCode::other_tab});
    }
    newest_[greeting.identity.actor] = greeting.connection;
  }
  Member& member = members_[greeting.connection];
  member.identity = std::move(greeting.identity);
  member.code = std::move(greeting.code);
  seat(greeting.connection, member);
  const Audience& seen = audience(member.sees);
  const bool current = greeting.hello.epoch == state_.epoch && greeting.hello.offset >= 0 &&
                       static_cast<std::uint64_t>(greeting.hello.offset) == seen.offset() &&
                       greeting.hello.as == session::name(member.sees);
  send_welcome(greeting.connection, member, !current, actions);
  mark_presence(now);
}

// Gives a connection the view it may see, and counts it when it is a participant who has joined.
void Room::seat(ConnectionId connection, Member& member) {
  member.sees = member.identity.role;
  if (member.sees == Role::participant) {
    if (state_.participant(member.identity.actor)) {
      ++connected_;
    } else {
      member.sees = Role::anonymous;
    }
  }
  audience(member.sees).add(connection, state_);
}

void Room::send_welcome(ConnectionId connection, const Member& member, bool with_view,
                        Actions& actions) const {
  const Audience& seen = const_cast<Room*>(this)->audience(member.sees);
  Welcome welcome{member.sees,  state_.epoch, seen.offset(), with_view ? &seen.view() : nullptr,
                  std::nullopt, member.code,  connected_};
  if (member.sees == Role::participant) {
    welcome.me = session::me(state_, *state_.participant(member.identity.actor));
  }
  actions.push_back(Send{connection, encode(welcome)});
}

void Room::command(const Now& now, ConnectionId connection, CommandRequest request,
                   Actions& actions) {
  const auto found = members_.find(connection);
  if (found == members_.end()) {  // said before the welcome
    actions.push_back(Send{connection, encode_outcome(request.id, refusal(Refusal::busy), {})});
    return;
  }
  Member& member = found->second;
  const Identity& who = member.identity;
  if (const Outcome* known = state_.outcome(who.actor, request.id)) {  // P3.3
    return answer(connection, request.id, *known, actions);
  }
  const auto command = session::command_from_json(request.kind, request.members);
  if (!command) {
    return answer(connection, request.id, refusal(Refusal::bad_message, command.error().where),
                  actions);
  }
  if (auto refused = session::judge(state_, who.actor, who.role, *command)) {
    return answer(connection, request.id, Outcome{false, std::move(*refused), 0}, actions);
  }
  if (member.under_way >= protocol::kCommandsUnderWay) {
    return answer(connection, request.id, refusal(Refusal::too_many_pending), actions);
  }
  CommandKey key{who.actor, request.id};
  auto& waiting = under_way_[key];
  const bool on_its_way = !waiting.empty();
  waiting.push_back(connection);
  ++member.under_way;
  if (on_its_way) return;  // the same command again: one record answers both

  const session::Envelope envelope{session::kRecordVersion,
                                   workshop_,
                                   state_.epoch,
                                   now.wall_ms,
                                   who.actor,
                                   who.role,
                                   request.id,
                                   request.kind};
  log::Record record{json::write(session::to_json(envelope)),
                     json::write(session::payload_of(request.kind, request.members)),
                     random_bytes(random_, kSaltBytes)};
  const std::uint64_t ticket = next_ticket_++;
  tickets_.emplace(ticket, std::move(key));
  Append append{workshop_, ticket, {}};
  append.batch.push_back(std::move(record));
  actions.push_back(std::move(append));
}

void Room::stored(const Now& now, const log::Record& record, Actions& actions) {
  const session::Folded folded = session::fold(state_, record.envelope, record.payload);
  if (!caught_up_) return;
  const CommandKey key{folded.actor, folded.command_id};
  resolve(key, folded.outcome, actions);

  const auto newest = newest_.find(folded.actor);
  if (folded.change != session::Change::none && newest != newest_.end()) {
    Member& member = members_.at(newest->second);
    if (member.sees == Role::anonymous && state_.participant(folded.actor)) {  // P2.4
      audience(member.sees).remove(newest->second);
      seat(newest->second, member);
      send_welcome(newest->second, member, true, actions);
      mark_presence(now);
    }
  }
  switch (folded.change) {
    case session::Change::none:
      break;
    case session::Change::gathered:
      mark(now.steady_ms + protocol::kDeltaMs);
      break;
    case session::Change::phase:
      mark(now.steady_ms);
      break;
  }
}

void Room::resolve(const CommandKey& key, const Outcome& outcome, Actions& actions) {
  const auto found = under_way_.find(key);
  if (found == under_way_.end()) return;
  const std::vector<ConnectionId> askers = std::move(found->second);
  under_way_.erase(found);
  for (const ConnectionId connection : askers) {
    const auto member = members_.find(connection);
    if (member == members_.end()) continue;  // gone meanwhile
    --member->second.under_way;
    answer(connection, key.second, outcome, actions);
  }
}

void Room::answer(ConnectionId connection, const std::string& command_id, const Outcome& outcome,
                  Actions& actions) const {
  std::optional<json::Value> me;
  const Identity& who = members_.at(connection).identity;
  if (who.role == Role::participant) {
    if (const auto place = state_.participant(who.actor)) me = session::me(state_, *place);
  }
  actions.push_back(Send{connection, encode_outcome(command_id, outcome, std::move(me))});
}

void Room::appended(std::uint64_t ticket, std::optional<log::Failure> failure, Actions& actions) {
  const auto found = tickets_.find(ticket);
  if (found == tickets_.end()) return;
  const CommandKey key = std::move(found->second);
  tickets_.erase(found);
  if (!failure) return;  // its record came first and was answered
  resolve(key, refusal(*failure == log::Failure::busy ? Refusal::busy : Refusal::read_only),
          actions);
}

void Room::caught_up(const Now& now, Actions& actions) {
  caught_up_ = true;
  std::vector<Greeting> greetings = std::move(greetings_);
  greetings_.clear();
  for (Greeting& greeting : greetings) welcome(now, std::move(greeting), actions);
}

void Room::leave(const Now& now, ConnectionId connection) {
  std::erase_if(greetings_, [&](const Greeting& g) { return g.connection == connection; });
  const auto found = members_.find(connection);
  if (found == members_.end()) return;
  const Member& member = found->second;
  audience(member.sees).remove(connection);
  if (member.sees == Role::participant) --connected_;
  const auto newest = newest_.find(member.identity.actor);
  if (newest != newest_.end() && newest->second == connection) newest_.erase(newest);
  members_.erase(found);
  mark_presence(now);
}

std::vector<ConnectionId> Room::connections() const {
  std::vector<ConnectionId> all;
  for (const auto& [connection, member] : members_) all.push_back(connection);
  for (const Greeting& greeting : greetings_) all.push_back(greeting.connection);
  return all;
}

}  // namespace quorate::room

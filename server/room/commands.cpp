// The half of a room that takes commands to the log, and tells the outcome when their record comes
// back.
#include <algorithm>
#include <utility>

#include "server/room/invitation.hpp"
#include "server/room/room.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/command.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/judge.hpp"
#include "shared/session/record.hpp"
#include "shared/session/view.hpp"

namespace quorate::room {

namespace {

using budgets::Budget;
using session::Outcome;
using session::Refusal;
using session::Role;

constexpr std::int64_t kCloseAgainMs = 1000;  // after the log would not take it

Outcome refusal(Refusal code, std::string field = "") {
  return Outcome{false, {code, std::move(field)}};
}

Resolved resolved(const std::string& kind, const Outcome& outcome) {
  return {kind, outcome.ok ? std::nullopt : std::optional(outcome.refused.code)};
}

}  // namespace

bool Room::may_command(const Now& now, ConnectionId connection, const CommandRequest& request,
                       Actions& actions) {
  const auto found = members_.find(connection);
  if (found == members_.end()) return true;  // judge() says why not
  const Identity& who = found->second.identity;
  const auto refuse = [&](Budget met, Refusal code) {
    actions.push_back(Met{met});
    tell_outcome(connection, request, refusal(code), actions);
    return false;
  };
  if (who.role == Role::facilitator || who.role == Role::cofacilitator) {
    budgets::Bucket& desk = who.role == Role::facilitator ? facilitators_ : cofacilitators_;
    return desk.spend(budgets::kCommandsOfADesk, now.steady_ms) ||
           refuse(Budget::commands_of_a_desk, Refusal::too_fast);
  }
  if (!persons_.spend(who.actor, now.steady_ms)) {
    return refuse(Budget::commands_of_a_person, Refusal::too_fast);
  }
  return everybody_.spend(budgets::kCommandsOfAWorkshop, now.steady_ms) ||
         refuse(Budget::commands_of_a_workshop, Refusal::busy);
}

bool Room::may_join(const Now& now, ConnectionId connection, const budgets::Peer& peer,
                    const CommandRequest& request, Actions& actions) {
  if (request.kind != "join" || joins_.spend(peer, now.steady_ms)) return true;
  actions.push_back(Met{Budget::joins});
  tell_outcome(connection, request, refusal(Refusal::busy), actions);
  return false;
}

tl::expected<session::Command, Outcome> Room::judge(ConnectionId connection,
                                                    CommandRequest& request) const {
  const auto refused = [](Refusal code, std::string field = "") {
    return tl::make_unexpected(refusal(code, std::move(field)));
  };
  const auto found = members_.find(connection);
  if (found == members_.end()) return refused(Refusal::busy);  // said before the welcome
  const Member& member = found->second;
  const Identity& who = member.identity;
  if (const Outcome* known = state_.outcome(who.actor, request.id)) {  // P3.3
    return tl::make_unexpected(*known);
  }
  if (auto unreadable = hash_invitations(request.members)) {
    return tl::make_unexpected(Outcome{false, std::move(*unreadable)});
  }
  auto command = session::command_from_json(request.kind, request.members);
  if (!command) return refused(Refusal::bad_message, as_sent(command.error().where));
  if (auto why = session::judge(state_, who.actor, who.role, *command)) {
    return tl::make_unexpected(Outcome{false, std::move(*why)});
  }
  if (is_saved(who, *command)) return tl::make_unexpected(Outcome{});
  if (member.under_way >= protocol::kCommandsUnderWay) return refused(Refusal::too_many_pending);
  return std::move(*command);
}

void Room::take(const Now& now, ConnectionId connection, const CommandRequest& request,
                const session::Command& command, Actions& actions) {
  Member& member = members_.at(connection);
  UnderWay& under_way = under_way_[CommandKey{member.identity.actor, request.id}];
  const bool on_its_way = !under_way.askers.empty();
  under_way.kind = request.kind;
  under_way.askers.push_back(connection);
  ++member.under_way;
  if (on_its_way) return;  // the same command again: one record is the outcome of both
  append(now, member.identity, request.id, request.kind, completed(command), actions);
}

// What only the room knows or may draw; whatever the sender said in its place counts for nothing.
session::Command Room::completed(session::Command command) const {
  const auto draw_reason_id = [this](session::Answer& answer) {
    answer.reason_id = answer.reason.empty() ? "" : random_hex(random_, session::kReasonIdBytes);
  };
  if (auto* answer = std::get_if<session::Answer>(&command)) draw_reason_id(*answer);
  if (auto* proxy = std::get_if<session::ProxyAnswer>(&command)) draw_reason_id(proxy->answer);
  if (auto* merge = std::get_if<session::Merge>(&command)) {
    merge->ask = newest_.find(merge->participant) != newest_.end();
  }
  return command;
}

// P3.15: an answer that this person has already, and that nothing on its way will change.
bool Room::is_saved(const Identity& who, const session::Command& command) const {
  const auto* given = std::get_if<session::Answer>(&command);
  if (given == nullptr) return false;
  const auto first = under_way_.lower_bound(CommandKey{who.actor, ""});
  if (first != under_way_.end() && first->first.first == who.actor) return false;
  const std::size_t factor = *state_.setup->factor(given->factor);
  const std::size_t place = *state_.participant(who.actor);
  const session::Round& round = state_.questions[factor].rounds.back();
  if (state_.answer(factor, given->round, place) != given->value) return false;
  if (round.giver(place) != place) return false;
  const auto reason = round.reasons.find(place);
  return given->reason == (reason == round.reasons.end() ? "" : reason->second.text);
}

void Room::append(const Now& now, const Identity& who, const std::string& id,
                  const std::string& kind, const session::Command& command, Actions& actions) {
  const session::Envelope envelope{
      session::kRecordVersion, workshop_, epoch_, now.wall_ms, who.actor, who.role, id, kind};
  log::Record record{json::write(session::to_json(envelope)),
                     json::write(session::payload_of(command)),
                     random_bytes(random_, session::kSaltBytes)};
  const std::uint64_t ticket = next_ticket_++;
  tickets_.emplace(ticket, CommandKey{who.actor, id});
  Append append{workshop_, ticket, {}};
  append.batch.push_back(std::move(record));
  actions.push_back(std::move(append));
}

void Room::close_when_due(const Now& now, Actions& actions) {
  if (!closing_at_ms_ || *closing_at_ms_ > now.steady_ms) return;
  closing_at_ms_.reset();
  session::Close close;
  for (std::size_t f = 0; f < state_.questions.size(); ++f) {
    const session::Question& question = state_.questions[f];
    if (question.phase() != session::Phase::open) continue;
    close.questions.push_back({state_.setup->factors[f].spec.id, question.round()});
  }
  const Identity server{Role::server, std::string(session::name(Role::server))};
  const std::string id = random_hex(random_, session::kCommandIdBytes);
  closing_ = CommandKey{server.actor, id};
  append(now, server, id, "close", close, actions);
}

// When to close by itself: not in a pause, in which nobody can answer. The wall clock may be set
// meanwhile: looked at anew with every record.
void Room::arm_closing(const Now& now) {
  closing_at_ms_.reset();
  if (!caught_up_ || closing_ || !state_.setup || !state_.setup->closing_ms) return;
  if (state_.ended || state_.paused) return;
  const bool open = std::any_of(
      state_.questions.begin(), state_.questions.end(),
      [](const session::Question& question) { return question.phase() == session::Phase::open; });
  if (!open) return;
  closing_at_ms_ =
      now.steady_ms + std::max<std::int64_t>(*state_.setup->closing_ms - now.wall_ms, 0);
}

void Room::stored(const Now& now, const log::Record& record, Actions& actions) {
  session::Folded folded = session::fold(state_, record.envelope, record.payload);
  if (!caught_up_) return;
  const CommandKey key{std::move(folded.actor), std::move(folded.command_id)};
  if (closing_ == key) closing_.reset();
  resolve(key, folded.outcome, actions);
  for (const std::string& participant : folded.about) look_again(now, participant, actions);
  if (state_.ended) shut_out_strangers(now, actions);
  arm_closing(now);
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
  const UnderWay under_way = std::move(found->second);
  under_way_.erase(found);
  for (const ConnectionId connection : under_way.askers) {
    actions.push_back(resolved(under_way.kind, outcome));
    const auto member = members_.find(connection);
    if (member == members_.end()) continue;  // gone meanwhile
    --member->second.under_way;
    send_outcome(connection, key.second, outcome, actions);
  }
}

void Room::tell_outcome(ConnectionId connection, const CommandRequest& request,
                        const Outcome& outcome, Actions& actions) const {
  actions.push_back(resolved(request.kind, outcome));
  send_outcome(connection, request.id, outcome, actions);
}

void Room::send_outcome(ConnectionId connection, const std::string& command_id,
                        const Outcome& outcome, Actions& actions) const {
  const auto member = members_.find(connection);
  const Own part = member == members_.end() ? Own{} : own(member->second.identity);
  actions.push_back(Send{connection, encode_outcome(command_id, outcome, part)});
}

void Room::appended(const Now& now, std::uint64_t ticket, std::optional<log::Failure> failure,
                    Actions& actions) {
  const auto found = tickets_.find(ticket);
  if (found == tickets_.end()) return;
  const CommandKey key = std::move(found->second);
  tickets_.erase(found);
  if (!failure) return;  // its record came first and told the outcome
  if (closing_ == key) {
    closing_.reset();
    closing_at_ms_ = now.steady_ms + kCloseAgainMs;
  }
  resolve(key, refusal(*failure == log::Failure::busy ? Refusal::busy : Refusal::read_only),
          actions);
}

}  // namespace quorate::room

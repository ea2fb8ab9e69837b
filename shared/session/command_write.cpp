// The payload that a record of a command keeps.
#include "shared/session/command.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

namespace {

using json::Value;

Value questions_payload(const std::vector<QuestionRound>& questions) {
  Value list = Value::array();
  for (const QuestionRound& question : questions) {
    list.push(Value::object({{"factor", question.factor}, {"round", question.round}}));
  }
  return Value::object({{"questions", std::move(list)}});
}

Value moment_payload(std::string_view key, const std::optional<std::int64_t>& moment) {
  Value payload = Value::object();
  if (moment) payload.set(key, *moment);
  return payload;
}

Value participant_payload(const std::string& participant) {
  return Value::object({{"participant", participant}});
}

struct Payload {
  Value operator()(const Create& create) const {
    return Value::object({{"setup", to_json(create.setup)}, {"fold", create.fold}});
  }
  Value operator()(const Join& join) const {
    Value payload = Value::object({{"group", join.group}});
    if (!join.ticket.empty()) payload.set("ticket", join.ticket);
    return payload;
  }
  Value operator()(const Answer& answer) const {
    Value payload = Value::object({{"factor", answer.factor},
                                   {"round", answer.round},
                                   {"value", to_json(answer.value)},
                                   {"nonce", answer.nonce}});
    if (!answer.reason.empty()) payload.set("reason", answer.reason);
    if (!answer.reason_id.empty()) payload.set("reason_id", answer.reason_id);
    return payload;
  }
  Value operator()(const MoreTime& more) const { return Value::object({{"wanted", more.wanted}}); }
  Value operator()(const SamePerson& said) const {
    return Value::object({{"into", said.into}, {"yes", said.yes}});
  }
  Value operator()(const Open& open) const { return questions_payload(open.questions); }
  Value operator()(const Close& close) const { return questions_payload(close.questions); }
  Value operator()(const Reveal& reveal) const { return questions_payload(reveal.questions); }
  Value operator()(const Skip& skip) const {
    return Value::object({{"factor", skip.factor}, {"skipped", skip.skipped}});
  }
  Value operator()(const Focus& focus) const {
    Value payload = Value::object();
    if (!focus.factor.empty()) payload.set("factor", focus.factor);
    if (focus.page > 1) payload.set("page", focus.page);
    if (focus.decision) payload.set("decision", true);
    return payload;
  }
  Value operator()(const Settle& settle) const {
    return Value::object(
        {{"factor", settle.factor}, {"round", settle.round}, {"settled", settle.settled}});
  }
  Value operator()(const AddFact& add) const {
    Value payload = to_json(add.fact);
    payload.set("factor", add.factor);
    return payload;
  }
  Value operator()(const ShowReason& show) const {
    return Value::object({{"factor", show.factor},
                          {"round", show.round},
                          {"reason", show.reason},
                          {"shown", show.shown}});
  }
  Value operator()(const Pause& pause) const { return Value::object({{"paused", pause.paused}}); }
  Value operator()(const SetTimer& timer) const { return moment_payload("ends_ms", timer.ends_ms); }
  Value operator()(const SetPace& set) const { return Value::object({{"pace", name(set.pace)}}); }
  Value operator()(const SetClosing& set) const { return moment_payload("at_ms", set.at_ms); }
  Value operator()(const SetDoor& set) const { return Value::object({{"door", name(set.door)}}); }
  Value operator()(const AddNote& note) const { return Value::object({{"text", note.text}}); }
  Value operator()(const Decide& decide) const { return to_json(decide.decision); }
  Value operator()(const KeepDecision&) const { return Value::object(); }
  Value operator()(const End&) const { return Value::object(); }
  Value operator()(const Invite& invite) const {
    Value tickets = Value::array();
    for (const std::string& ticket : invite.tickets) tickets.push(ticket);
    return Value::object({{"group", invite.group}, {"tickets", std::move(tickets)}});
  }
  Value operator()(const Admit& admit) const { return participant_payload(admit.participant); }
  Value operator()(const TurnAway& turn) const { return participant_payload(turn.participant); }
  Value operator()(const Remove& remove) const { return participant_payload(remove.participant); }
  Value operator()(const Merge& merge) const {
    Value payload = participant_payload(merge.participant);
    payload.set("into", merge.into);
    if (merge.ask) payload.set("ask", true);
    return payload;
  }
  Value operator()(const Regroup& regroup) const {
    return Value::object({{"participant", regroup.participant}, {"group", regroup.group}});
  }
  Value operator()(const ProxyJoin& join) const {
    return Value::object({{"participant", join.participant}, {"group", join.group}});
  }
  Value operator()(const ProxyAnswer& proxy) const {
    Value payload = (*this)(proxy.answer);
    payload.set("participant", proxy.participant);
    return payload;
  }
};

}  // namespace

Value payload_of(const Command& command) { return std::visit(Payload{}, command); }

Value to_json(engine::Rating rating) {
  if (rating == engine::Rating::dont_know()) return "dk";
  if (rating == engine::Rating::not_applicable()) return "na";
  return static_cast<std::int64_t>(rating.value());
}

}  // namespace quorate::session

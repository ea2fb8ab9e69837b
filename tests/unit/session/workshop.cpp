#include "tests/unit/session/workshop.hpp"

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"

namespace quorate::session {

namespace {

constexpr char kSetup[] = R"({
  "title":{"en":"A title"},"question":{"en":"Should we co-produce this?"},"languages":["en"],
  "pace":"together","min_group":5,"open":false,
  "factors":[
    {"id":"power","role":"blocking","judged_by_holders":true,"question":{"en":"Power?"}},
    {"id":"time","role":"limiting","question":{"en":"Time?"},"hint":{"en":"Enough?"}},
    {"id":"trust","role":"case_for","question":{"en":"Trust?","cy":"Ymddiriedaeth?"},
     "yes":{"cy":"Oes"},"no":{"cy":"Nac oes"}}],
  "groups":[
    {"id":"lived","label":{"en":"Lived"},"lived_experience":true},
    {"id":"staff","label":{"en":"Staff"}},
    {"id":"unsaid","label":{"en":"Prefer not to say"}}],
  "ruleset":{"id":"coproduction-v1",
    "hash":"0000000000000000000000000000000000000000000000000000000000000000"}})";

constexpr char kNonce[] = "00112233445566778899aabbccddeeff";

}  // namespace

json::Value small_setup() { return *json::read(kSetup); }

std::string person_id(std::string_view letter) {
  std::string id;
  while (id.size() < kIdDigits) id += letter;
  return id.substr(0, kIdDigits);
}

Workshop::Workshop(int rules) {
  fold("server", Role::server, "create",
       json::Value::object({{"setup", small_setup()}, {"fold", rules}}));
}

std::string Workshop::next_id() {
  std::string id = std::to_string(++commands_);
  return std::string(kCommandIdDigits - id.size(), '0') + id;
}

Folded Workshop::fold(std::string_view actor, Role role, std::string_view kind,
                      const json::Value& members, std::string_view command_id) {
  Envelope envelope;
  envelope.workshop = person_id("9");
  envelope.time_ms = now_ms;
  envelope.actor = std::string(actor);
  envelope.role = role;
  envelope.command_id = command_id.empty() ? next_id() : std::string(command_id);
  envelope.kind = std::string(kind);
  records.emplace_back(json::write(to_json(envelope)), json::write(members));
  return session::fold(state, records.back().first, records.back().second);
}

Folded Workshop::join(std::string_view person, std::string_view group) {
  return fold(person_id(person), Role::participant, "join",
              json::Value::object({{"group", group}}));
}

Folded Workshop::answer(std::string_view person, std::string_view factor, json::Value value,
                        int round, std::string_view command_id) {
  return fold(
      person_id(person), Role::participant, "answer",
      json::Value::object(
          {{"factor", factor}, {"round", round}, {"value", std::move(value)}, {"nonce", kNonce}}),
      command_id);
}

Folded Workshop::desk(std::string_view kind, std::string_view questions) {
  json::Value list = json::Value::array();
  while (!questions.empty()) {
    const std::size_t space = questions.find(' ');
    const std::string_view item = questions.substr(0, space);
    questions = space == std::string_view::npos ? "" : questions.substr(space + 1);
    const std::size_t colon = item.find(':');
    list.push(json::Value::object({{"factor", item.substr(0, colon)},
                                   {"round", std::stoi(std::string(item.substr(colon + 1)))}}));
  }
  return fold("facilitator", Role::facilitator, kind,
              json::Value::object({{"questions", std::move(list)}}));
}

Folded Workshop::end() {
  return fold("facilitator", Role::facilitator, "end", json::Value::object());
}

Folded Workshop::desk_says(std::string_view kind, std::string_view members,
                           std::string_view command_id) {
  return fold("facilitator", Role::facilitator, kind, *json::read(members), command_id);
}

Folded Workshop::person_says(std::string_view person, std::string_view kind,
                             std::string_view members, std::string_view command_id) {
  return fold(person_id(person), Role::participant, kind, *json::read(members), command_id);
}

std::string Workshop::answer_because(std::string_view person, std::string_view factor,
                                     json::Value value, std::string_view reason, int round) {
  std::string nonce = std::to_string(++nonces_);
  nonce = std::string(kIdDigits / 2 - nonce.size(), '0') + nonce;
  const std::string id = nonce;
  nonce += std::string(kIdDigits / 2, 'f');
  fold(person_id(person), Role::participant, "answer",
       json::Value::object({{"factor", factor},
                            {"round", round},
                            {"value", std::move(value)},
                            {"nonce", nonce},
                            {"reason", reason}}));
  return id;
}

std::string ticket(std::string_view letter) { return person_id(letter) + person_id(letter); }

std::string about(std::string_view person, std::string_view more) {
  std::string text = R"({"participant":")" + person_id(person) + "\"";
  if (!more.empty()) text += "," + std::string(more);
  return text + "}";
}

std::string asking(std::string_view person, std::string_view into) {
  return about(person, R"("ask":true,"into":")" + person_id(into) + "\"");
}

std::string same_as(std::string_view into, bool yes) {
  return R"({"into":")" + person_id(into) + R"(","yes":)" + (yes ? "true}" : "false}");
}

std::string shown(const Workshop& workshop, std::string_view member, Role role) {
  const json::Value seen = view(workshop.state, role);
  const json::Value* found = seen.find(member);
  return found == nullptr ? "" : json::write(*found);
}

std::string came_to(const Folded& folded) {
  return folded.outcome.ok ? "ok" : std::string(name(folded.outcome.refused.code));
}

}  // namespace quorate::session

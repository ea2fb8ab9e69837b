#include "client-wasm/pending.hpp"

#include <algorithm>
#include <utility>

#include "client-wasm/checks.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"

namespace quorate::client {

namespace {

using json::Value;
using State = Answer::State;

constexpr std::size_t kKeptMost = 4 * 1024;  // a reason of 600 bytes may be escaped sixfold
constexpr std::string_view kPrefix = "answer/";

std::string key_of(const Answer& answer) {
  return std::string(kPrefix) + answer.factor + "/" + std::to_string(answer.round);
}

std::string message(std::string_view id, std::string_view kind, Value body) {
  body.set("t", "command");
  body.set("id", id);
  body.set("kind", kind);
  return json::write(body);
}

// The server may take it a little later: nothing was refused for good (P3.8).
bool is_passing(std::string_view code) {
  return code == "busy" || code == "too_fast" || code == "too_many_pending" || code == "paused";
}

}  // namespace

Answer* Pending::find(std::string_view factor) {
  for (Answer& answer : answers_) {
    if (answer.factor == factor) return &answer;
  }
  return nullptr;
}

void Pending::keep(const Answer& answer, Actions& out) const {
  Value text = Value::object();
  text.set("factor", answer.factor);
  text.set("id", answer.id);
  text.set("nonce", answer.nonce);
  text.set("round", answer.round);
  text.set("value", answer.value);
  if (!answer.reason.empty()) text.set("reason", answer.reason);
  out.push_back(Keep{key_of(answer), json::write(text)});
}

void Pending::restore(std::string_view key, std::string_view text, Actions& out) {
  if (key.substr(0, kPrefix.size()) != kPrefix) return;
  json::ReadLimits limits;
  limits.bytes = kKeptMost;
  const auto kept = json::read(text, limits);
  Answer answer;
  bool good = false;
  if (kept) {
    json::Fields fields(*kept);
    answer.factor = fields.string("factor", {1, kFactorMost});
    answer.round = fields.integer("round", 1, kRoundMost);
    answer.id = fields.string("id", {session::kCommandIdDigits, session::kCommandIdDigits});
    answer.nonce = fields.string("nonce", {session::kIdDigits, session::kIdDigits});
    answer.reason = fields.string_if("reason", {0, kReasonMost}).value_or("");
    const Value* value = kept->find("value");
    good = !fields.error() && is_rating(value) &&
           session::is_hex(answer.id, session::kCommandIdDigits) &&
           session::is_hex(answer.nonce, session::kIdDigits) && key_of(answer) == key;
    if (good) answer.value = *value;
  }
  // Of two rounds of one question only the later can still be open.
  Answer* other = good ? find(answer.factor) : nullptr;
  if (other != nullptr && other->round > answer.round) good = false;
  if (!good || (other == nullptr && answers_.size() == kAnswersKept)) {
    out.push_back(Forget{std::string(key)});
    return;
  }
  answer.act = ++acts_;
  if (other == nullptr) {
    answers_.push_back(std::move(answer));
  } else {
    if (other->round != answer.round) out.push_back(Forget{key_of(*other)});
    *other = std::move(answer);
  }
}

void Pending::drop_unsettled() {
  answers_.erase(std::remove_if(answers_.begin(), answers_.end(),
                                [](const Answer& answer) {
                                  return answer.state == State::waiting ||
                                         answer.state == State::under_way;
                                }),
                 answers_.end());
}

Pending::Added Pending::answer(std::string_view factor, std::int64_t round, Value value,
                               std::string reason, Actions& out) {
  Answer* older = find(factor);
  if (older == nullptr && answers_.size() == kAnswersKept) return Added::full;
  Answer answer;
  answer.factor = std::string(factor);
  answer.round = round;
  answer.value = std::move(value);
  answer.reason = std::move(reason);
  answer.id = random_.hex(session::kCommandIdBytes);
  answer.nonce = random_.hex(session::kIdBytes);
  answer.act = ++acts_;
  if (older != nullptr) {
    if (older->state == State::under_way) stale_.push_back(older->id);
    const bool is_stored = older->state == State::waiting || older->state == State::under_way;
    if (is_stored && older->round != round) out.push_back(Forget{key_of(*older)});
    *older = std::move(answer);
    keep(*older, out);
  } else {
    keep(answer, out);
    answers_.push_back(std::move(answer));
  }
  return Added::yes;
}

Pending::Added Pending::command(std::string_view kind, Value body) {
  for (const Command& command : commands_) {
    if (command.kind == kind && command.body == body) return Added::twin;
  }
  if (commands_.size() == protocol::kCommandsUnderWay) return Added::full;
  commands_.push_back(
      Command{random_.hex(session::kCommandIdBytes), std::string(kind), std::move(body)});
  return Added::yes;
}

void Pending::disconnected() {
  stale_.clear();
  for (Command& command : commands_) command.under_way = false;
  for (Answer& answer : answers_) {
    if (answer.state == State::under_way) answer.state = State::waiting;
  }
}

void Pending::drop_joins() {
  commands_.erase(std::remove_if(commands_.begin(), commands_.end(),
                                 [](const Command& command) { return command.kind == "join"; }),
                  commands_.end());
}

void Pending::offer_again(const Replica& replica, Actions& out) {
  for (Answer& answer : answers_) {
    if (answer.state != State::settled || !replica.open(answer.factor, answer.round)) continue;
    if (replica.own_answer(answer.factor, answer.round) != nullptr) continue;
    answer.state = State::waiting;
    keep(answer, out);
  }
}

std::size_t Pending::under_way() const {
  const auto commands = std::count_if(commands_.begin(), commands_.end(),
                                      [](const Command& command) { return command.under_way; });
  const auto answers = std::count_if(answers_.begin(), answers_.end(), [](const Answer& answer) {
    return answer.state == State::under_way;
  });
  return static_cast<std::size_t>(commands + answers) + stale_.size();
}

std::string Pending::next(std::string_view role, bool paused) {
  if (under_way() >= protocol::kCommandsUnderWay) return {};
  for (Command& command : commands_) {
    if (command.under_way) continue;
    command.under_way = true;
    return message(command.id, command.kind, command.body);
  }
  if (role != "participant" || paused) return {};
  Answer* first = nullptr;
  for (Answer& answer : answers_) {
    if (answer.state != State::waiting) continue;
    if (first == nullptr || answer.act < first->act) first = &answer;
  }
  if (first == nullptr) return {};
  first->state = State::under_way;
  Value body = Value::object();
  body.set("factor", first->factor);
  body.set("round", first->round);
  body.set("value", first->value);
  body.set("nonce", first->nonce);
  if (!first->reason.empty()) body.set("reason", first->reason);
  return message(first->id, "answer", std::move(body));
}

Pending::Settled Pending::outcome(std::string_view id, bool ok, std::string_view code,
                                  Actions& out) {
  using What = Settled::What;
  const auto stale = std::find(stale_.begin(), stale_.end(), id);
  if (stale != stale_.end()) {
    stale_.erase(stale);
    return {};
  }
  for (Answer& answer : answers_) {
    if (answer.state != State::under_way || answer.id != id) continue;
    if (!ok && (is_passing(code) || code == "read_only")) {
      answer.state = State::waiting;
      return {What::later, {}};
    }
    answer.state = ok ? State::settled : State::refused;
    answer.code = std::string(code);
    out.push_back(Forget{key_of(answer)});
    return {};
  }
  for (auto command = commands_.begin(); command != commands_.end(); ++command) {
    if (!command->under_way || command->id != id) continue;
    if (!ok && is_passing(code)) {
      command->under_way = false;
      return {What::later, {}};
    }
    Settled settled{ok ? What::done : What::refused, std::move(command->kind)};
    commands_.erase(command);
    return settled;
  }
  return {};
}

}  // namespace quorate::client

#include "server/bots/facilitator.hpp"

#include <utility>

namespace quorate::bots {

using json::Value;

namespace {

client::Start start_of(const NewWorkshop& workshop, const client::Random::Seed& random) {
  client::Start start;
  start.workshop = workshop.id;
  start.as = client::As::facilitator;
  start.token = workshop.facilitator;
  start.random = random;
  return start;
}

bool has_state(const Value& question, std::string_view state) {
  const Value* member = question.find("state");
  const std::string* found = member == nullptr ? nullptr : member->as_string();
  return found != nullptr && *found == state;
}

const Value::Object& questions_of(const BotClient& client) {
  static const Value::Object kNone;
  const Value* questions = client.find("view", "questions");
  const Value::Object* members = questions == nullptr ? nullptr : questions->as_object();
  return members == nullptr ? kNone : *members;
}

}  // namespace

Facilitator::Facilitator(net::Loop& loop, const net::Address& server, const NewWorkshop& workshop,
                         const client::Random::Seed& random, std::function<void()> changed)
    : client_(loop, server, start_of(workshop, random), std::move(changed)) {}

void Facilitator::on_all(const char* kind, std::string_view state, std::int64_t rounds_later) {
  Value questions = Value::array();
  for (const json::Member& question : questions_of(client_)) {
    if (!has_state(question.value, state)) continue;
    const Value* round = question.value.find("round");
    const std::int64_t* number = round == nullptr ? nullptr : round->as_integer();
    if (number == nullptr) continue;
    questions.push(Value::object({{"factor", question.key}, {"round", *number + rounds_later}}));
  }
  if (questions.as_array()->empty()) return;
  client_.act(Value::object({{"kind", kind}, {"questions", std::move(questions)}}));
}

void Facilitator::open_all(std::string_view state) {
  const bool is_next_round = state != "closed";
  on_all("open", state, is_next_round ? 1 : 0);
}

void Facilitator::end() { client_.act(Value::object({{"kind", "end"}})); }

std::size_t Facilitator::count(std::string_view state) const {
  std::size_t count = 0;
  for (const json::Member& question : questions_of(client_)) {
    if (has_state(question.value, state)) ++count;
  }
  return count;
}

bool Facilitator::settled() const {
  const Value* working = client_.find("working");
  return working != nullptr && working->as_object() != nullptr && working->as_object()->empty();
}

}  // namespace quorate::bots

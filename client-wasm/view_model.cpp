#include "client-wasm/view_model.hpp"

#include <utility>

#include "shared/json/patch.hpp"

namespace quorate::client {

namespace {

using json::Value;

std::string_view link_name(Link link) {
  switch (link) {
    case Link::connecting:
      return "connecting";
    case Link::online:
      return "online";
    case Link::reconnecting:
      return "reconnecting";
    case Link::offline:
      return "offline";
    case Link::stopped:
      return "stopped";
  }
  return "";
}

// What keeps an answer that is not saved yet on the phone.
struct Hold {
  bool all = false;      // nothing is on its way: no link, or a pause
  bool waiting = false;  // what the server has put off, and what comes after it
};

// This person's answer to a question in its current round; null when there is none.
Value answer_model(const Answer* own, std::int64_t round, const Value* saved, Hold hold) {
  Value model = Value::object();
  model.set("round", round);
  if (own != nullptr && own->round == round && own->state != Answer::State::settled) {
    model.set("value", own->value);
    if (own->state == Answer::State::refused) {
      model.set("state", "refused");
      model.set("code", own->code);
    } else {
      const bool kept = hold.all || (hold.waiting && own->state == Answer::State::waiting);
      model.set("state", kept ? "kept" : "sending");
    }
    return model;
  }
  if (saved == nullptr) return Value();
  model.set("value", *saved);
  model.set("state", "saved");
  return model;
}

Value answers_model(const Replica& replica, const Pending& pending, Hold hold) {
  Value model = Value::object();
  const Value* questions = replica.view() == nullptr ? nullptr : replica.view()->find("questions");
  if (questions == nullptr || questions->as_object() == nullptr) return model;
  for (const json::Member& question : *questions->as_object()) {
    const std::int64_t round = replica.round(question.key);
    if (round < 1) continue;
    const Answer* own = nullptr;
    for (const Answer& answer : pending.answers()) {
      if (answer.factor == question.key) own = &answer;
    }
    Value answer = answer_model(own, round, replica.own_answer(question.key, round), hold);
    if (!answer.is_null()) model.set(question.key, std::move(answer));
  }
  return model;
}

Value refusal_model(const Refusal& refusal) {
  Value model = Value::object();
  if (!refusal.kind.empty()) model.set("kind", refusal.kind);
  model.set("code", refusal.code);
  if (!refusal.field.empty()) model.set("field", refusal.field);
  return model;
}

}  // namespace

std::optional<Value> ViewModel::update(const Connection& connection, Replica& replica,
                                       const Pending& pending, bool put_off,
                                       const std::optional<Refusal>& refusal) {
  Value now = Value::object();
  now.set("link", link_name(connection.link()));
  if (!connection.stop_reason().empty()) now.set("stop", connection.stop_reason());
  if (connection.back()) now.set("back", true);
  if (replica.view() != nullptr) {
    now.set("role", replica.role());
    now.set("connected", replica.connected());
    if (replica.waiting()) now.set("waiting", true);
    if (replica.desks() > 0) {
      now.set("desks", replica.desks());
      now.set("here", replica.here());
    }
    Value clock = Value::object();
    clock.set("at_ms", replica.at_ms());
    clock.set("wall_ms", replica.wall_ms());
    now.set("clock", std::move(clock));
  }
  if (!replica.code().empty()) now.set("code", replica.code());
  if (replica.me() != nullptr) now.set("me", *replica.me());
  // An answer that is not saved yet is sending, or kept for when it can be sent.
  const Hold hold{connection.link() != Link::online || replica.paused(), put_off};
  now.set("answers", answers_model(replica, pending, hold));
  Value working = Value::object();
  for (const Command& command : pending.commands()) working.set(command.kind, true);
  now.set("working", std::move(working));
  if (refusal) now.set("refusal", refusal_model(*refusal));

  std::optional<Value> patch = json::difference(shown_, now);
  shown_ = std::move(now);
  if (std::optional<Value> change = replica.take_view_change()) {
    if (!patch) patch = Value::object();
    patch->set("view", std::move(*change));
  }
  return patch;
}

}  // namespace quorate::client

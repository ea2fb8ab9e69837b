#include "server/room/messages.hpp"

#include <utility>

#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::room {

namespace {

using json::Value;

Message finish(const Value& value) {
  return std::make_shared<const std::string>(json::write(value));
}

void add_refusal(Value& value, const session::Refused& refused) {
  value.set("code", session::name(refused.code));
  if (!refused.field.empty()) value.set("field", refused.field);
}

void add_own(Value& value, const Own& own) {
  if (own.me) value.set("me", *own.me);
  if (own.waiting) value.set("waiting", true);
}

}  // namespace

Message encode(const Welcome& welcome) {
  Value value = Value::object({{"t", "welcome"},
                               {"v", protocol::kVersion},
                               {"role", session::name(welcome.role)},
                               {"epoch", welcome.epoch},
                               {"offset", welcome.offset},
                               {"connected", welcome.connected},
                               {"now_ms", welcome.now_ms}});
  if (welcome.view != nullptr) value.set("view", *welcome.view);
  add_own(value, welcome.own);
  if (!welcome.code.empty()) value.set("code", welcome.code);
  return finish(value);
}

Message encode_outcome(std::string_view command_id, const session::Outcome& outcome,
                       const Own& own) {
  Value value = Value::object({{"t", "outcome"}, {"id", command_id}, {"ok", outcome.ok}});
  if (outcome.ok) {
    value.set("at", outcome.at);
  } else {
    add_refusal(value, outcome.refused);
  }
  add_own(value, own);
  return finish(value);
}

Message encode_delta(std::uint64_t from, std::uint64_t to, Value patch) {
  return finish(
      Value::object({{"t", "delta"}, {"from", from}, {"to", to}, {"patch", std::move(patch)}}));
}

Message encode_own(const Own& own) {
  Value value = Value::object({{"t", "own"}});
  add_own(value, own);
  return finish(value);
}

Message encode_presence(std::size_t connected, std::size_t desks, std::string_view here) {
  return finish(Value::object(
      {{"t", "presence"}, {"connected", connected}, {"desks", desks}, {"here", here}}));
}

Message encode_code(std::string_view code) {
  return finish(Value::object({{"t", "code"}, {"code", code}}));
}

Message encode_error(const session::Refused& refused) {
  Value value = Value::object({{"t", "error"}});
  add_refusal(value, refused);
  return finish(value);
}

Message encode_pong() { return finish(Value::object({{"t", "pong"}})); }

}  // namespace quorate::room

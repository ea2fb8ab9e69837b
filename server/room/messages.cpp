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

}  // namespace

Message encode(const Welcome& welcome) {
  Value value = Value::object({{"t", "welcome"},
                               {"v", protocol::kVersion},
                               {"role", session::name(welcome.role)},
                               {"epoch", welcome.epoch},
                               {"offset", welcome.offset},
                               {"connected", welcome.connected}});
  if (welcome.view != nullptr) value.set("view", *welcome.view);
  if (welcome.me) value.set("me", *welcome.me);
  if (!welcome.code.empty()) value.set("code", welcome.code);
  return finish(value);
}

Message encode_outcome(std::string_view command_id, const session::Outcome& outcome,
                       std::optional<Value> me) {
  Value value = Value::object({{"t", "outcome"}, {"id", command_id}, {"ok", outcome.ok}});
  if (outcome.ok) {
    value.set("at", outcome.at);
  } else {
    add_refusal(value, outcome.refused);
  }
  if (me) value.set("me", std::move(*me));
  return finish(value);
}

Message encode_delta(std::uint64_t from, std::uint64_t to, Value patch) {
  return finish(
      Value::object({{"t", "delta"}, {"from", from}, {"to", to}, {"patch", std::move(patch)}}));
}

Message encode_presence(std::size_t connected) {
  return finish(Value::object({{"t", "presence"}, {"connected", connected}}));
}

Message encode_error(const session::Refused& refused) {
  Value value = Value::object({{"t", "error"}});
  add_refusal(value, refused);
  return finish(value);
}

Message encode_pong() { return finish(Value::object({{"t", "pong"}})); }

}  // namespace quorate::room

#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;

constexpr std::size_t kMostKindLength = 40;

}  // namespace

json::Value to_json(const Envelope& envelope) {
  return json::Value::object({{"v", envelope.version},
                              {"workshop", envelope.workshop},
                              {"epoch", envelope.epoch},
                              {"time_ms", envelope.time_ms},
                              {"actor", envelope.actor},
                              {"role", name(envelope.role)},
                              {"command_id", envelope.command_id},
                              {"kind", envelope.kind}});
}

tl::expected<Envelope, json::FieldError> envelope_from_json(const json::Value& value) {
  json::Fields fields(value);
  Envelope envelope;
  envelope.version = static_cast<int>(fields.integer("v", kRecordVersion, kRecordVersion));
  envelope.workshop = fields.string("workshop", {kIdDigits, kIdDigits});
  envelope.epoch = fields.integer("epoch", 0, kMostTimeMs);
  envelope.time_ms = fields.integer("time_ms", 0, kMostTimeMs);
  envelope.actor = fields.string("actor", {1, kActorLength});
  envelope.command_id = fields.string("command_id", {kCommandIdDigits, kCommandIdDigits});
  envelope.kind = fields.string("kind", {1, kMostKindLength});
  if (const auto role = role_named(fields.string("role", {1, kMostKindLength}))) {
    envelope.role = *role;
  } else {
    fields.fail(Code::unknown, "role", "it is no role");
  }
  if (!is_hex(envelope.workshop, kIdDigits)) {
    fields.fail(Code::wrong_type, "workshop", "32 hexadecimal digits");
  }
  if (!is_hex(envelope.command_id, kCommandIdDigits)) {
    fields.fail(Code::wrong_type, "command_id", "24 hexadecimal digits");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return envelope;
}

}  // namespace quorate::session

#include "shared/session/record.hpp"

#include <algorithm>

namespace quorate::session {

namespace {

constexpr std::int64_t kMostEpoch = 1'000'000;
constexpr std::size_t kMostKindLength = 40;

}  // namespace

bool is_hex(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string to_hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kHex[static_cast<unsigned char>(c) >> 4];
    text += kHex[static_cast<unsigned char>(c) & 0xF];
  }
  return text;
}

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
  using Code = json::FieldError::Code;
  json::Fields fields(value);
  Envelope envelope;
  envelope.version = static_cast<int>(fields.integer("v", kRecordVersion, kRecordVersion));
  envelope.workshop = fields.string("workshop", {kWorkshopIdLength, kWorkshopIdLength});
  envelope.epoch = fields.integer("epoch", 0, kMostEpoch);
  envelope.time_ms = fields.integer("time_ms", 0, kMostTimeMs);
  envelope.actor = fields.string("actor", {1, kActorLength});
  envelope.command_id = fields.string("command_id", {kCommandIdLength, kCommandIdLength});
  envelope.kind = fields.string("kind", {1, kMostKindLength});
  if (const auto role = role_named(fields.string("role", {1, kMostKindLength}))) {
    envelope.role = *role;
  } else {
    fields.fail(Code::unknown, "role", "it is no role");
  }
  if (!is_hex(envelope.workshop, kWorkshopIdLength)) {
    fields.fail(Code::wrong_type, "workshop", "32 hexadecimal digits");
  }
  if (!is_hex(envelope.command_id, kCommandIdLength)) {
    fields.fail(Code::wrong_type, "command_id", "24 hexadecimal digits");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return envelope;
}

}  // namespace quorate::session

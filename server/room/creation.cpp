#include "server/room/creation.hpp"

#include <utility>

#include "server/room/identity.hpp"
#include "server/room/setup_defaults.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/command.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"
#include "shared/session/state.hpp"

namespace quorate::room {

namespace {

// Sixteen characters: half a byte draws one without bias.
std::string draw_code(const Random& random) {
  static_assert(sizeof(protocol::kCodeAlphabet) == 16 + 1);
  std::string code;
  for (const char byte : random_bytes(random, protocol::kCodeLength)) {
    code += protocol::kCodeAlphabet[static_cast<unsigned char>(byte) & 0xF];
  }
  return code;
}

log::Record first_record(const std::string& workshop, json::Value setup, const Now& now,
                         const Random& random) {
  const session::Envelope envelope{session::kRecordVersion,
                                   workshop,
                                   0,
                                   now.wall_ms,
                                   std::string(session::name(session::Role::server)),
                                   session::Role::server,
                                   random_hex(random, session::kCommandIdBytes),
                                   "create"};
  const json::Value payload =
      json::Value::object({{"setup", std::move(setup)}, {"fold", session::kFoldVersion}});
  return {json::write(session::to_json(envelope)), json::write(payload),
          random_bytes(random, session::kSaltBytes)};
}

}  // namespace

std::string draw_free_code(const log::Directory& directory, const Random& random) {
  std::string code = draw_code(random);
  while (directory.find_code(code)) code = draw_code(random);
  return code;
}

std::string draw_key(const Random& random) {
  static_assert(sizeof(protocol::kKeyAlphabet) == 32 + 1);  // five bits draw one without bias
  std::string key;
  for (const char byte : random_bytes(random, protocol::kKeyLength)) {
    key += protocol::kKeyAlphabet[static_cast<unsigned char>(byte) & 0x1F];
  }
  return key;
}

std::string draw_token(const Random& random) { return random_hex(random, session::kIdBytes); }
std::string draw_recovery(const Random& random) {
  return random_hex(random, session::kRecoveryBytes);
}

tl::expected<Creation, json::FieldError> prepare_workshop(const json::Value& setup, const Now& now,
                                                          const log::Directory& directory,
                                                          const Random& random) {
  auto complete = with_defaults(setup);
  if (!complete) return tl::make_unexpected(complete.error());
  const auto checked = session::setup_from_json(*complete);
  if (!checked) return tl::make_unexpected(checked.error());

  const std::string workshop = random_hex(random, session::kIdBytes);
  const std::string facilitator = draw_token(random);
  const std::string cofacilitator = draw_token(random);
  const std::string wall = draw_token(random);
  const std::string recovery = draw_recovery(random);
  const std::string code = draw_free_code(directory, random);
  const std::string key = draw_key(random);
  return Creation{{workshop, code, key, token_hash(facilitator), token_hash(cofacilitator),
                   token_hash(wall), token_hash(recovery), now.wall_ms},
                  first_record(workshop, session::to_json(*checked), now, random),
                  json::Value::object({{"workshop", workshop},
                                       {"code", code},
                                       {"key", key},
                                       {"facilitator", facilitator},
                                       {"cofacilitator", cofacilitator},
                                       {"wall", wall},
                                       {"recovery", recovery}})};
}

}  // namespace quorate::room

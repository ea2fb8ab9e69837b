// A new workshop: from the setup a person sent to the record and the secrets it begins with.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "server/log/directory.hpp"
#include "server/log/log.hpp"
#include "server/room/events.hpp"
#include "server/room/registry.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::room {

struct Creation {
  log::WorkshopEntry entry;  // for the directory: put first
  log::Record record;        // the workshop's first record: appended second
  json::Value response;      // what the creator gets (PROTOCOL.md P1.3), once both are durable
};

// `setup` as in PROTOCOL.md section 5. Fills in defaults and the built-in texts. Draws ids, tokens,
// a join code that `directory` does not know, and a join key.
tl::expected<Creation, json::FieldError> prepare_workshop(const json::Value& setup, const Now& now,
                                                          const log::Directory& directory,
                                                          const Random& random);

// A join code that no workshop has.
std::string draw_free_code(const log::Directory& directory, const Random& random);
// A fresh join key.
std::string draw_key(const Random& random);
// A fresh token for a link, and a fresh recovery code: hexadecimal digits.
std::string draw_token(const Random& random);
std::string draw_recovery(const Random& random);

}  // namespace quorate::room

// Invitations are secrets on the wire and hashes in the log.
#pragma once

#include <optional>
#include <string>

#include "shared/json/value.hpp"
#include "shared/session/refusal.hpp"

namespace quorate::room {

// Puts `ticket` and `tickets` in the place of a command's `invitation` and `invitations`. The
// refusal names a member that is not 32 hexadecimal digits.
std::optional<session::Refused> hash_invitations(json::Value& members);

// The field of a refusal as the sender named it: `invitations` for `tickets`.
std::string as_sent(std::string field);

}  // namespace quorate::room

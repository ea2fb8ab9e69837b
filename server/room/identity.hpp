// Who a connection is, from the secret or token of its hello.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/log/directory.hpp"
#include "server/room/session.hpp"
#include "shared/session/role.hpp"

namespace quorate::room {

struct Identity {
  session::Role role;
  std::string actor;  // the participant's id, or the name of the role
  // A participant who has shown the join key: may come in without having been here.
  bool has_key = false;
};

// Nothing when the token is not this workshop's for that role. Compares in constant time. Of a
// participant nobody can say here whether they may come in without the key: the room knows.
std::optional<Identity> identify(const Hello& hello, const log::WorkshopEntry& entry);

// The first 128 bits of a SHA-256 over secret and workshop, as 32 hex: the same phone is the same
// participant however often it joins, and the id does not tell the secret.
std::string participant_id(std::string_view secret, std::string_view workshop);

// What the log keeps of an invitation, as 64 hexadecimal digits.
std::string ticket_of(std::string_view invitation);

// 32 raw bytes: what the directory keeps of a token.
std::string token_hash(std::string_view token);

// True when `token` is the one this hash was made of.
bool token_matches(std::string_view token, std::string_view hash);

// True when `shown` is this workshop's join key; a workshop without one has none that could match.
// Both compare in constant time.
bool key_matches(std::string_view shown, std::string_view key);

}  // namespace quorate::room

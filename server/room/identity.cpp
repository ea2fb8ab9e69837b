#include "server/room/identity.hpp"

#include <sodium.h>

#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"

namespace quorate::room {

namespace {

// Keeps the hashes of one purpose from meaning anything for another.
constexpr std::string_view kParticipantDomain = "quorate participant 1\n";
constexpr std::string_view kInvitationDomain = "quorate invitation 1\n";
constexpr std::string_view kTokenDomain = "quorate token 1\n";

std::string sha256(std::string_view domain, std::string_view text) {
  std::string input(domain);
  input += text;
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(input.data()), input.size());
  return hash;
}

}  // namespace

std::string participant_id(std::string_view secret, std::string_view workshop) {
  const std::string hash =
      sha256(kParticipantDomain, std::string(secret) + "\n" + std::string(workshop));
  return session::to_hex(hash.substr(0, session::kIdBytes));
}

std::string ticket_of(std::string_view invitation) {
  return session::to_hex(sha256(kInvitationDomain, invitation));
}

std::string token_hash(std::string_view token) { return sha256(kTokenDomain, token); }

bool token_matches(std::string_view token, std::string_view hash) {
  const std::string own = token_hash(token);
  return hash.size() == own.size() && sodium_memcmp(own.data(), hash.data(), own.size()) == 0;
}

bool key_matches(std::string_view shown, std::string_view key) {
  return !key.empty() && shown.size() == key.size() &&
         sodium_memcmp(shown.data(), key.data(), key.size()) == 0;
}

std::optional<Identity> identify(const Hello& hello, const log::WorkshopEntry& entry) {
  using session::Role;
  const std::string* hash = nullptr;
  switch (hello.role) {
    case Role::participant:
      return Identity{hello.role, participant_id(hello.secret, entry.workshop),
                      key_matches(hello.token, entry.key)};
    case Role::facilitator:
      hash = &entry.facilitator_hash;
      break;
    case Role::cofacilitator:
      hash = &entry.cofacilitator_hash;
      break;
    case Role::wall:
      hash = &entry.wall_hash;
      break;
    default:
      return std::nullopt;
  }
  if (!token_matches(hello.token, *hash)) return std::nullopt;
  return Identity{hello.role, std::string(session::name(hello.role))};
}

}  // namespace quorate::room

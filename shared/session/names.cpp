#include <array>
#include <utility>

#include "shared/session/door.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/role.hpp"

namespace quorate::session {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 6> kRoles = {{
    {Role::anonymous, "anonymous"},
    {Role::participant, "participant"},
    {Role::facilitator, "facilitator"},
    {Role::cofacilitator, "cofacilitator"},
    {Role::wall, "wall"},
    {Role::server, "server"},
}};

constexpr std::array<std::pair<Refusal, std::string_view>, 33> kRefusals = {{
    {Refusal::bad_message, "bad_message"},
    {Refusal::not_allowed_role, "not_allowed_role"},
    {Refusal::not_created, "not_created"},
    {Refusal::already_created, "already_created"},
    {Refusal::ended, "ended"},
    {Refusal::not_joined, "not_joined"},
    {Refusal::already_joined, "already_joined"},
    {Refusal::full, "full"},
    {Refusal::unknown_group, "unknown_group"},
    {Refusal::unknown_factor, "unknown_factor"},
    {Refusal::wrong_round, "wrong_round"},
    {Refusal::not_open, "not_open"},
    {Refusal::already_open, "already_open"},
    {Refusal::paused, "paused"},
    {Refusal::still_open, "still_open"},
    {Refusal::already_waiting, "already_waiting"},
    {Refusal::needs_invitation, "needs_invitation"},
    {Refusal::unknown_invitation, "unknown_invitation"},
    {Refusal::used_invitation, "used_invitation"},
    {Refusal::turned_away, "turned_away"},
    {Refusal::removed, "removed"},
    {Refusal::unknown_participant, "unknown_participant"},
    {Refusal::unknown_reason, "unknown_reason"},
    {Refusal::too_many, "too_many"},
    {Refusal::too_many_facts, "too_many_facts"},
    {Refusal::too_many_notes, "too_many_notes"},
    {Refusal::too_many_proxies, "too_many_proxies"},
    {Refusal::too_many_reasons, "too_many_reasons"},
    {Refusal::too_many_rounds, "too_many_rounds"},
    {Refusal::busy, "busy"},
    {Refusal::read_only, "read_only"},
    {Refusal::too_fast, "too_fast"},
    {Refusal::too_many_pending, "too_many_pending"},
}};

constexpr std::array<std::pair<Door, std::string_view>, 3> kDoors = {{
    {Door::open, "open"},
    {Door::invited, "invited"},
    {Door::locked, "locked"},
}};

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::pair<Enum, std::string_view>, N>& names,
                         Enum value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> named_in(const std::array<std::pair<Enum, std::string_view>, N>& names,
                             std::string_view text) {
  for (const auto& [value, name] : names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Role role) { return name_in(kRoles, role); }
std::string_view name(Refusal refusal) { return name_in(kRefusals, refusal); }

std::string_view name(Door door) { return name_in(kDoors, door); }

std::optional<Role> role_named(std::string_view text) { return named_in(kRoles, text); }
std::optional<Door> door_named(std::string_view text) { return named_in(kDoors, text); }

}  // namespace quorate::session

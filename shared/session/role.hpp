// Who may ask for what. A person who has not joined yet is a participant without a place; views
// call that `anonymous`.
#pragma once

#include <optional>
#include <string_view>

namespace quorate::session {

enum class Role { anonymous, participant, facilitator, cofacilitator, wall, server };

std::string_view name(Role role);
std::optional<Role> role_named(std::string_view name);

inline bool is_desk(Role role) { return role == Role::facilitator || role == Role::cofacilitator; }

}  // namespace quorate::session

// Who may come in.
#pragma once

#include <optional>
#include <string_view>

namespace quorate::session {

enum class Door {
  open,     // whoever has the code
  invited,  // whoever has an invitation that nobody has used
  locked,   // whoever the desk lets in, one by one
};

std::string_view name(Door door);
std::optional<Door> door_named(std::string_view name);

}  // namespace quorate::session

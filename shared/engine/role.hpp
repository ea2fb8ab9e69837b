// What a factor is to the decision: a reason to co-produce, or one of three classes of barrier.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quorate::engine {

enum class Role : std::uint8_t {
  blocking,  // a no on it alone allows to consult at most
  limiting,  // a no on it alone allows to co-design a part
  fixable,   // a no on it alone allows to co-produce once it is fixed
  case_for,  // why co-produce at all
};

constexpr std::string_view name(Role role) {
  switch (role) {
    case Role::blocking:
      return "blocking";
    case Role::limiting:
      return "limiting";
    case Role::fixable:
      return "fixable";
    case Role::case_for:
      break;
  }
  return "case_for";
}

constexpr std::optional<Role> role_named(std::string_view text) {
  for (const Role role : {Role::blocking, Role::limiting, Role::fixable, Role::case_for}) {
    if (name(role) == text) return role;
  }
  return std::nullopt;
}

}  // namespace quorate::engine

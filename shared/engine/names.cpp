// The words of the result's JSON.
#include "shared/engine/result.hpp"

namespace quorate::engine {

std::string_view name(Status status) {
  switch (status) {
    case Status::incomplete:
      return "incomplete";
    case Status::too_few:
      return "too_few";
    case Status::not_agreed:
      return "not_agreed";
    case Status::close_call:
      return "close_call";
    case Status::firm:
      break;
  }
  return "firm";
}

std::string_view name(Unknown unknown) {
  switch (unknown) {
    case Unknown::few:
      return "few";
    case Unknown::dont_know:
      return "dont_know";
    case Unknown::not_applicable:
      break;
  }
  return "not_applicable";
}

std::string_view name(Flag flag) {
  switch (flag) {
    case Flag::resource_paradox:
      return "resource_paradox";
    case Flag::buy_in_without_power:
      return "buy_in_without_power";
    case Flag::token_risk:
      return "token_risk";
    case Flag::lived_experience_absent:
      return "lived_experience_absent";
    case Flag::lived_experience_unheard:
      return "lived_experience_unheard";
    case Flag::buy_in_not_confirmed:
      return "buy_in_not_confirmed";
    case Flag::power_holders_unheard:
      return "power_holders_unheard";
    case Flag::groups_differ:
      return "groups_differ";
    case Flag::equal_voice_differs:
      return "equal_voice_differs";
    case Flag::template_changed:
      break;
  }
  return "template_changed";
}

}  // namespace quorate::engine

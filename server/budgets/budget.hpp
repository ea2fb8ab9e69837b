// The budgets of budgets.hpp by name, for those who count how often one was met.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace quorate::budgets {

enum class Budget {
  connections,             // a stranger gave way, or somebody was turned away
  channels,                // the same among the channels without a WebSocket
  guesses,                 // one that waited for its answer was told to come later
  joins,                   // of an address in a workshop
  creations,               // of an address, or of all
  commands_of_a_person,    //
  commands_of_a_desk,      //
  commands_of_a_workshop,  // of everybody but the desks
  pings,                   //
  unsent_of_a_connection,  // too much waited for a slow reader, or too long
  unsent_of_an_address,    // or of all
};

inline constexpr std::array<std::string_view, 11> kBudgetNames{"connections",
                                                               "channels",
                                                               "guesses",
                                                               "joins",
                                                               "creations",
                                                               "commands_of_a_person",
                                                               "commands_of_a_desk",
                                                               "commands_of_a_workshop",
                                                               "pings",
                                                               "unsent_of_a_connection",
                                                               "unsent_of_an_address"};
inline constexpr std::size_t kBudgets = kBudgetNames.size();

constexpr std::string_view name(Budget budget) {
  return kBudgetNames[static_cast<std::size_t>(budget)];
}

}  // namespace quorate::budgets

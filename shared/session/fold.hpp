// Makes records into state: pure and total. A record that is not allowed at its place changes
// nothing but the offset.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/session/state.hpp"

namespace quorate::session {

// How soon people must hear of it.
enum class Change {
  none,
  gathered,  // more of the same, such as an answer: may wait for the next tick
  phase,     // the workshop moved on: at once
};

struct Folded {
  std::string actor;  // empty when not even the envelope could be read
  std::string command_id;
  Outcome outcome;
  Change change = Change::none;
  // Participants whose standing this changed, or whose own part somebody else's command did: they
  // are to see anew.
  std::vector<std::string> about;
};

// `envelope` and `payload` are the record's bytes as the log keeps them. An empty payload was
// erased or withheld: the record then counts for the offset alone, and its outcome is not
// remembered.
Folded fold(State& state, std::string_view envelope, std::string_view payload);

}  // namespace quorate::session

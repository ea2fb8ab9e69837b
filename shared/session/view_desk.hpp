// The part of a view that only desks get. Internal to this folder: `view` is the way in.
#pragma once

#include <vector>

#include "shared/json/value.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

json::Value alias_json(const Alias& alias);

// People, who waits, invitations, notes, and whether the decision is older than the answers.
void add_desk_part(json::Value& view, const State& state);

// By question: whether another round is unlikely to change the advice.
std::vector<bool> enough_rounds(const State& state);

}  // namespace quorate::session

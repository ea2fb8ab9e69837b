// What one role may see of a workshop (PROTOCOL.md section 5). Codes and numbers, no sentences; no
// nulls, so that the difference of two views is a merge patch. Before a reveal a view holds nothing
// about any rating.
#pragma once

#include <cstddef>

#include "shared/engine/publication.hpp"
#include "shared/json/value.hpp"
#include "shared/session/role.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

// The same for everybody of that role. The workshop must have been created.
json::Value view(const State& state, Role role);

// A participant's own part: alias, group, answers.
json::Value me(const State& state, std::size_t participant);

// How many reasons of a round a view shows at the most, and how many bytes of those of all
// questions: each question has an equal share, in which sixty long ones of ten questions fit and
// more than half as many of the round before.
inline constexpr std::size_t kMostReasonsShown = 60;
inline constexpr std::size_t kMostReasonBytesShown = 640 * 1024;

enum class Rounds {
  newest,
  before,  // of a question that was revealed more than once, the round before the newest
};

// The one value from which everything about answers is computed. Only revealed rounds are in it;
// nothing while there is none.
std::optional<engine::Published> published(const State& state, Rounds rounds = Rounds::newest);

}  // namespace quorate::session

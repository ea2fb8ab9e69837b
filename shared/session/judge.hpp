// The one place that says what is allowed. The room asks early, to spare the log what is refused in
// any case; the fold asks again at the record's place, and only that answer counts.
#pragma once

#include <optional>
#include <string_view>

#include "shared/session/command.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/role.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

// Nothing when the command may take effect on this state now.
std::optional<Refused> judge(const State& state, std::string_view actor, Role role,
                             const Command& command);

}  // namespace quorate::session

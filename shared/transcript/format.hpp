// What writing and replaying a transcript have in common (TRANSCRIPT.md).
#pragma once

#include <string_view>

#include "shared/json/read.hpp"
#include "shared/json/value.hpp"
#include "shared/session/state.hpp"

namespace quorate::transcript {

inline constexpr std::string_view kFormat = "quorate-transcript";
inline constexpr int kVersion = 1;
inline constexpr json::ReadLimits kRecordLimits{
    .bytes = 256 * 1024, .depth = 12, .values = 16 * 1024};

// "ok", or the code of the refusal.
json::Value outcome_json(const session::Outcome& outcome);

// The engine's result for what is revealed in this state; null while nothing is.
json::Value result_json(const session::State& state);

// After such a record the file says what the recommendation was then.
bool claims_result(std::string_view kind, const session::Outcome& outcome);

}  // namespace quorate::transcript

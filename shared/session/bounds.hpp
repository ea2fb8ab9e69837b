// How much a workshop may hold of what people write and ask, in sum: so that nobody, of whichever
// role, makes its state or anybody's view too large to be kept and sent. Since version 2 of the
// rules. Bytes of a text are those of its JSON.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/session/setup.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

inline constexpr std::size_t kMostFactBytes = 128 * 1024;  // of all questions, setup's included
inline constexpr std::size_t kMostNotes = 200;
inline constexpr std::size_t kMostNotesBytes = 256 * 1024;
inline constexpr std::size_t kMostProxies = 500;  // here at once
inline constexpr int kMostRoundsOfAQuestion = 12;
// What the reasons of all rounds take, each with kReasonFrameBytes beside its text.
inline constexpr std::size_t kMostReasonBytesOfAPerson = 32 * 1024;
inline constexpr std::size_t kMostReasonBytesOfAWorkshop = 64 * 1024 * 1024;
inline constexpr std::size_t kReasonFrameBytes = 160;

// What a reason takes.
std::size_t bytes_of(std::string_view reason);

// Whether there is room for one more.
bool room_for_fact(const State& state, std::size_t factor, const Fact& fact);
bool room_for_note(const State& state, std::string_view text);
bool room_for_proxy(const State& state);
// In this person's answer to the newest round of `factor`, in place of the reason they gave there.
bool room_for_reason(const State& state, std::size_t factor, std::size_t participant,
                     std::string_view reason);

}  // namespace quorate::session

// What one address, one person and one workshop may take of a server. Sized for a hall of 1,000
// phones behind one address, so that the honest never meet them; the table in SECURITY.md says the
// same. "An address" is one of IPv4 or a /64 of IPv6; a /48 has kNetworkShare times as much.
#pragma once

#include <cstddef>
#include <cstdint>

#include "server/budgets/bucket.hpp"

namespace quorate::budgets {

inline constexpr int kNetworkShare = 2;

// Connections. A page opens up to six, and a phone keeps one. Below kFreeShare percent of all there
// may be, nobody is counted.
inline constexpr std::size_t kSockets = 16'000;
inline constexpr std::size_t kSocketsOfAnAddress = 6'000;
inline constexpr std::size_t kFreeShare = 75;
// What the largest hall behind one address needs; who has more gives way to others when all is
// taken, also where they have joined.
inline constexpr std::size_t kSocketsOfAHall = 2'000;
inline constexpr std::int64_t kIdleHttpMs = 5'000;  // until the next request begins
inline constexpr std::int64_t kStalledMs = 60'000;  // what waits to be sent, without progress
inline constexpr std::size_t kAcceptedInARow = 64;  // in one turn of the loop

// Of those who run the server, on a listener of their own.
inline constexpr std::size_t kAdminConnections = 16;

// Channels without a WebSocket.
inline constexpr std::size_t kPolls = 5'000;
inline constexpr std::size_t kPollsOfAnAddress = 1'500;
inline constexpr std::size_t kPollsOfAHall = 500;

// What somebody may have guessed (join codes, recovery codes, keys for creating) is answered later
// once an address was wrong so often in kGuessWindowMs.
inline constexpr std::size_t kWrongGuesses = 20;
inline constexpr std::size_t kWrongGuessesOfANetwork = 80;
inline constexpr std::int64_t kGuessWindowMs = 60'000;
inline constexpr std::int64_t kSlowedMs = 2'000;       // at least
inline constexpr std::int64_t kSlowedEveryMs = 250;    // one answer of an address
inline constexpr std::size_t kSlowedOfAnAddress = 64;  // waiting for their answer
inline constexpr std::size_t kSlowed = 4'096;          // of all addresses

inline constexpr Rate kCreationsOfAnAddress = per_hour(30, 60);
inline constexpr Rate kCreations = per_hour(600, 600);

// Of one address in one workshop.
inline constexpr Rate kJoins = per_second(1'500, 10);

// Of one person, however often they reconnect; of the facilitators' desks of a workshop together,
// and of its co-facilitators'; of everybody but the desks of a workshop.
inline constexpr Rate kCommands = per_second(40, 2);
inline constexpr Rate kCommandsOfADesk = per_second(100, 20);
inline constexpr Rate kCommandsOfAWorkshop = per_second(20'000, 2'000);
// Of one connection. A phone that wakes up pings up to three times.
inline constexpr Rate kPings{12, 5'000'000};

// Bytes that were said and that the network has not taken yet. The largest view of a desk, with
// 20,000 people in it, is 7.3 MiB, and of all others 0.9 MiB (shared/session/bounds.hpp).
inline constexpr std::size_t kMib = 1024 * 1024;
inline constexpr std::size_t kUnsentOfAPhone = kMib;
inline constexpr std::size_t kUnsentOfADesk = 8 * kMib;
inline constexpr std::size_t kUnsentOfAnAddress = 64 * kMib;
inline constexpr std::size_t kUnsent = 512 * kMib;

// Files of ended workshops, each held whole while it is made and until it is sent.
inline constexpr std::size_t kTranscripts = 2;  // at once
inline constexpr std::size_t kTranscriptsWaiting = 32;
inline constexpr std::size_t kTranscriptsOfAnAddress = 8;  // at once and waiting
inline constexpr std::int64_t kTranscriptAgainMs = 10'000;
// How slowly a response may be taken, after kResponseGraceMs.
inline constexpr std::int64_t kResponseGraceMs = 30'000;
inline constexpr std::int64_t kResponseBytesASecond = 32 * 1024;

// How many addresses, or people, a table of budgets remembers.
inline constexpr std::size_t kRemembered = 64 * 1024;

}  // namespace quorate::budgets

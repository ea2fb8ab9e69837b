// What the text functions share: limits of what they read, and how they answer.
#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>

#include "shared/engine/setup.hpp"
#include "shared/json/read.hpp"

namespace quorate::engine {

inline constexpr int kMostDepth = 16;
// 20,000 people and as many before, with an answer to each of 24 factors.
inline constexpr json::ReadLimits kBallotLimits{std::size_t{64} << 20, kMostDepth,
                                                2 * kMostPeople*(kMostFactors + 12)};
inline constexpr json::ReadLimits kPublishedLimits{std::size_t{1} << 20, kMostDepth, 20'000};
inline constexpr json::ReadLimits kMeasureLimits{std::size_t{64} << 10, kMostDepth, 1'000};

// The line without control characters and at most 300 bytes: keys of hostile input are in it.
tl::unexpected<std::string> refuse(std::string line);
// The text and one newline.
std::string line(std::string text);

}  // namespace quorate::engine

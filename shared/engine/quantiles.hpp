// Percentiles of ratings, Hyndman-Fan type 2, doubled so that they are integers: the middle
// between 4 and 5 is 9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "shared/engine/counts.hpp"

namespace quorate::engine {

// Twice the 30th, 50th and 70th percentile. On the scale 1..9: 2 <= l2 <= m2 <= u2 <= 18.
struct Quantiles {
  int l2 = 0;
  int m2 = 0;
  int u2 = 0;
  bool operator==(const Quantiles&) const = default;
};

enum class Zone : std::uint8_t { no, partly, yes };

inline constexpr int kMostDoubled = 18;  // twice 9
inline constexpr int kLeastDoubled = 2;  // twice 1
inline constexpr int kLastNo = 6;        // up to a median of 3
inline constexpr int kFirstYes = 13;     // from a median of 6.5; 3.5 is partly: intended
// What everybody's ratings count as where they are too few or too uncertain.
inline constexpr Quantiles kUnknown{kLeastDoubled, 10, kMostDoubled};

constexpr Zone zone(int m2) {
  return m2 <= kLastNo ? Zone::no : m2 >= kFirstYes ? Zone::yes : Zone::partly;
}
constexpr const char* name(Zone zone) {
  return zone == Zone::no ? "no" : zone == Zone::yes ? "yes" : "partly";
}

// Twice the percentile `over/under` (0 < over < under) of counts that add up to `n` > 0. The count
// type is a signed integer that holds n * over.
template <class N>
constexpr int doubled_percentile(std::span<const N> counts, N n, int over, int under) {
  const N product = n * over;
  const N j = product / under;
  const bool between = j * under == product;
  // x(k) is the first point whose cumulative count reaches k.
  N below = 0;
  int lower = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    below += counts[i];
    const int point = static_cast<int>(i) + 1;
    if (between && lower == 0 && below >= j) lower = point;
    if (below >= j + 1) return between ? lower + point : 2 * point;
  }
  return 2 * static_cast<int>(counts.size());
}

template <class N>
constexpr Quantiles quantiles(std::span<const N> counts, N n) {
  return {doubled_percentile(counts, n, 3, 10), doubled_percentile(counts, n, 1, 2),
          doubled_percentile(counts, n, 7, 10)};
}

inline std::int64_t total(const Histogram& counts) {
  std::int64_t n = 0;
  for (const std::int64_t count : counts) n += count;
  return n;
}

inline Quantiles quantiles(const Histogram& counts) {
  return quantiles(std::span<const std::int64_t>(counts), total(counts));
}

}  // namespace quorate::engine

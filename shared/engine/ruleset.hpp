// The rule table: what the answers allow at most. Two caps, one from the case for co-producing and
// one from the barriers to it; the level is the lower. A table and not a score, because one veto
// must not be averaged away. `ruleset.json` beside this file is the same table for readers; its
// SHA-256 names the table in every result.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace quorate::engine {

inline constexpr int kTopLevel = 4;          // co-produce
inline constexpr int kConditionalLevel = 3;  // co-produce once conditions are met
inline constexpr int kBottomLevel = 0;       // inform

// What the clauses count. Names in `ruleset.json` are the enumerators'.
enum class CaseFact : std::uint8_t {
  g,  // case factors in yes
  s,  // 1 when the weighted mean of the medians is 5 or more
  p,  // case factors not in no
};
enum class BarrierFact : std::uint8_t {
  b,   // blocking in no
  l,   // limiting in no
  s,   // fixable in no
  bl,  // b + l
  y,   // blocking and limiting short of yes
  q,   // barriers of any class short of yes
};
inline constexpr std::array<std::string_view, 3> kCaseFactNames{"g", "s", "p"};
inline constexpr std::array<std::string_view, 6> kBarrierFactNames{"b", "l", "s", "bl", "y", "q"};

// Counts by fact, indexed by CaseFact or BarrierFact.
using Facts = std::array<int, kBarrierFactNames.size()>;

struct Least {
  std::uint8_t fact;  // a CaseFact or a BarrierFact, as the table it is in
  int count;
};

struct Clause {
  std::string_view id;
  std::span<const Least> least;  // all of them, for the clause to hold

  bool holds(const Facts& facts) const;
};

struct Row {
  int cap;
  std::span<const Clause> clauses;  // any of them, for the row to match
};

// First row that matches; the last one always does.
struct Table {
  std::span<const Row> rows;

  const Row& match(const Facts& facts) const;
};

struct Ruleset {
  std::string_view id;
  std::string_view hash;  // SHA-256 of its canonical JSON and final newline, in hexadecimal
  Table case_for;
  Table barrier;
};

// The table of today. A later version gets an id of its own, and this one stays.
const Ruleset& coproduction_v1();

}  // namespace quorate::engine

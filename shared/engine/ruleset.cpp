#include "shared/engine/ruleset.hpp"

#include <algorithm>

namespace quorate::engine {

namespace {

constexpr Least least(CaseFact fact, int count) { return {static_cast<std::uint8_t>(fact), count}; }
constexpr Least least(BarrierFact fact, int count) {
  return {static_cast<std::uint8_t>(fact), count};
}

using C = CaseFact;
using B = BarrierFact;

constexpr Least kC4[] = {least(C::g, 1), least(C::s, 1)};
constexpr Least kC3[] = {least(C::s, 1)};
constexpr Least kC2[] = {least(C::g, 1)};
constexpr Least kC1[] = {least(C::p, 1)};
constexpr Clause kCase4[] = {{"C4", kC4}};
constexpr Clause kCase3[] = {{"C3", kC3}};
constexpr Clause kCase2[] = {{"C2", kC2}};
constexpr Clause kCase1[] = {{"C1", kC1}};
constexpr Clause kCase0[] = {{"C0", {}}};
constexpr Row kCase[] = {{4, kCase4}, {3, kCase3}, {2, kCase2}, {1, kCase1}, {0, kCase0}};

constexpr Least kB0a[] = {least(B::bl, 4)};
constexpr Least kB0b[] = {least(B::bl, 3), least(B::s, 1)};
constexpr Least kB1a[] = {least(B::b, 1)};
constexpr Least kB1b[] = {least(B::bl, 2)};
constexpr Least kB1c[] = {least(B::l, 1), least(B::s, 1)};
constexpr Least kB2a[] = {least(B::l, 1)};
constexpr Least kB2b[] = {least(B::s, 2)};
constexpr Least kB2c[] = {least(B::y, 4)};
constexpr Least kB3[] = {least(B::q, 1)};
constexpr Clause kBarrier0[] = {{"B0a", kB0a}, {"B0b", kB0b}};
constexpr Clause kBarrier1[] = {{"B1a", kB1a}, {"B1b", kB1b}, {"B1c", kB1c}};
constexpr Clause kBarrier2[] = {{"B2a", kB2a}, {"B2b", kB2b}, {"B2c", kB2c}};
constexpr Clause kBarrier3[] = {{"B3", kB3}};
constexpr Clause kBarrier4[] = {{"B4", {}}};
constexpr Row kBarrier[] = {
    {0, kBarrier0}, {1, kBarrier1}, {2, kBarrier2}, {3, kBarrier3}, {4, kBarrier4}};

constexpr Ruleset kCoproductionV1{
    "coproduction-v1",
    "109d496cd3717c92de4f73c42d34520a9dc9da214635b63720cdc8fd8fff0c66",
    {kCase},
    {kBarrier},
};

}  // namespace

bool Clause::holds(const Facts& facts) const {
  return std::all_of(least.begin(), least.end(),
                     [&](const Least& item) { return facts[item.fact] >= item.count; });
}

const Row& Table::match(const Facts& facts) const {
  for (const Row& row : rows) {
    for (const Clause& clause : row.clauses) {
      if (clause.holds(facts)) return row;
    }
  }
  return rows.back();
}

const Ruleset& coproduction_v1() { return kCoproductionV1; }

}  // namespace quorate::engine

#include "shared/engine/conditions.hpp"

#include <algorithm>
#include <array>

namespace quorate::engine {

namespace {

// Whether a clause that asks for this fact counts a barrier of this role and zone.
bool counts(BarrierFact fact, Role role, Zone zone) {
  Facts facts{};
  count_barrier(facts, role, zone);
  return facts[static_cast<std::size_t>(fact)] > 0;
}

FactorSet counted(const Clause& clause, const Setup& setup, const Medians& m2) {
  FactorSet factors;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    const Role role = setup.factors[f].role;
    if (role == Role::case_for) continue;
    const bool in = std::any_of(clause.least.begin(), clause.least.end(), [&](const Least& least) {
      return counts(static_cast<BarrierFact>(least.fact), role, zone(m2[f]));
    });
    if (in) factors.push_back(f);
  }
  return factors;
}

// Barriers short of yes that the rule table cannot tell apart.
struct Class {
  Role role;
  Zone zone;
  FactorSet factors;
};
using Classes = std::vector<Class>;
using Turned = std::vector<std::size_t>;  // how many of each class are turned to yes

Classes classes(const Setup& setup, const Medians& m2) {
  Classes result;
  for (const Role role : {Role::blocking, Role::limiting, Role::fixable}) {
    for (const Zone short_of_yes : {Zone::no, Zone::partly}) {
      Class found{role, short_of_yes, {}};
      for (std::size_t f = 0; f < setup.factors.size(); ++f) {
        if (setup.factors[f].role == role && zone(m2[f]) == short_of_yes)
          found.factors.push_back(f);
      }
      if (!found.factors.empty()) result.push_back(std::move(found));
    }
  }
  return result;
}

bool reaches(const Ruleset& ruleset, const Classes& classes, const Turned& turned, int target) {
  Facts facts{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    for (std::size_t i = turned[c]; i < classes[c].factors.size(); ++i) {
      count_barrier(facts, classes[c].role, classes[c].zone);
    }
  }
  return ruleset.barrier.match(facts).cap >= target;
}

// Turning more never lowers a cap, so a set is minimal when no single one of it can be spared.
bool is_minimal(const Ruleset& ruleset, const Classes& classes, Turned turned, int target) {
  if (!reaches(ruleset, classes, turned, target)) return false;
  for (std::size_t& count : turned) {
    if (count == 0) continue;
    --count;
    if (reaches(ruleset, classes, turned, target)) return false;
    ++count;
  }
  return true;
}

// Appends to `sets` every choice of turned[c] factors from each class, from class c on.
void expand(const Classes& classes, const Turned& turned, std::size_t c, const FactorSet& chosen,
            std::vector<FactorSet>& sets) {
  if (c == classes.size()) {
    sets.push_back(chosen);
    std::sort(sets.back().begin(), sets.back().end());
    return;
  }
  const FactorSet& from = classes[c].factors;
  std::vector<bool> pick(from.size(), false);
  std::fill(pick.begin(), pick.begin() + static_cast<std::ptrdiff_t>(turned[c]), true);
  do {
    FactorSet more = chosen;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (pick[i]) more.push_back(from[i]);
    }
    expand(classes, turned, c + 1, more, sets);
  } while (std::prev_permutation(pick.begin(), pick.end()));
}

std::vector<FactorSet> minimal_sets(const Ruleset& ruleset, const Classes& classes, int target) {
  std::vector<FactorSet> sets;
  Turned turned(classes.size(), 0);
  for (;;) {
    if (is_minimal(ruleset, classes, turned, target)) expand(classes, turned, 0, {}, sets);
    std::size_t c = 0;
    while (c < classes.size() && turned[c] == classes[c].factors.size()) turned[c++] = 0;
    if (c == classes.size()) break;
    ++turned[c];
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

}  // namespace

std::vector<Reason> reasons(const Ruleset& ruleset, const Setup& setup, const Medians& m2) {
  const Caps found = caps(ruleset, setup, m2);
  std::vector<Reason> result;
  if (found.case_for->cap == found.level()) {
    FactorSet case_factors;
    for (std::size_t f = 0; f < setup.factors.size(); ++f) {
      if (setup.factors[f].role == Role::case_for) case_factors.push_back(f);
    }
    const Facts facts = case_facts(setup, m2);
    for (const Clause& clause : found.case_for->clauses) {
      if (clause.holds(facts)) result.push_back({clause.id, case_factors});
    }
  }
  if (found.barrier->cap == found.level()) {
    const Facts facts = barrier_facts(setup, m2);
    for (const Clause& clause : found.barrier->clauses) {
      if (clause.holds(facts)) result.push_back({clause.id, counted(clause, setup, m2)});
    }
  }
  return result;
}

Conditions conditions(const Ruleset& ruleset, const Setup& setup, const Medians& m2) {
  const int case_cap = caps(ruleset, setup, m2).case_for->cap;
  const Classes found = classes(setup, m2);
  const auto sets_for = [&](int target) -> std::optional<std::vector<FactorSet>> {
    if (case_cap < target) return std::nullopt;
    return minimal_sets(ruleset, found, target);
  };
  return {sets_for(kConditionalLevel), sets_for(kTopLevel), case_cap == kConditionalLevel};
}

}  // namespace quorate::engine

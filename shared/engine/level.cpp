#include "shared/engine/level.hpp"

namespace quorate::engine {

namespace {

int& at(Facts& facts, CaseFact fact) { return facts[static_cast<std::size_t>(fact)]; }
int& at(Facts& facts, BarrierFact fact) { return facts[static_cast<std::size_t>(fact)]; }

}  // namespace

Facts case_facts(const Setup& setup, const Medians& m2) {
  Facts facts{};
  int sum = 0;
  int weights = 0;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    const FactorSpec& factor = setup.factors[f];
    if (factor.role != Role::case_for) continue;
    sum += factor.weight * m2[f];
    weights += factor.weight;
    if (zone(m2[f]) == Zone::yes) ++at(facts, CaseFact::g);
    if (zone(m2[f]) != Zone::no) ++at(facts, CaseFact::p);
  }
  at(facts, CaseFact::s) = sum >= kCaseBar * weights ? 1 : 0;
  return facts;
}

void count_barrier(Facts& facts, Role role, Zone zone) {
  if (zone == Zone::yes) return;
  const bool hard = role == Role::blocking || role == Role::limiting;
  ++at(facts, BarrierFact::q);
  if (hard) ++at(facts, BarrierFact::y);
  if (zone != Zone::no) return;
  if (hard) ++at(facts, BarrierFact::bl);
  ++at(facts, role == Role::blocking   ? BarrierFact::b
              : role == Role::limiting ? BarrierFact::l
                                       : BarrierFact::s);
}

Facts barrier_facts(const Setup& setup, const Medians& m2) {
  Facts facts{};
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    const Role role = setup.factors[f].role;
    if (role != Role::case_for) count_barrier(facts, role, zone(m2[f]));
  }
  return facts;
}

Caps caps(const Ruleset& ruleset, const Setup& setup, const Medians& m2) {
  return {&ruleset.case_for.match(case_facts(setup, m2)),
          &ruleset.barrier.match(barrier_facts(setup, m2))};
}

int level_with(const Ruleset& ruleset, const Setup& setup, Medians m2, std::size_t factor,
               int value) {
  m2[factor] = value;
  return level(ruleset, setup, m2);
}

}  // namespace quorate::engine

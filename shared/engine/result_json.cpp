#include "shared/engine/result.hpp"

#include <string>

#include "shared/engine/json_object.hpp"

namespace quorate::engine {

namespace {

using json::Value;

template <class T, class Write>
Value or_null(const std::optional<T>& value, Write write) {
  return value ? Value(write(*value)) : Value();
}
Value or_null(const std::optional<int>& value) {
  return or_null(value, [](int number) { return Value(number); });
}
Value or_null(const std::optional<Fraction>& value) {
  return or_null(value, [](Fraction fraction) { return to_json(fraction); });
}

Value counts_json(const Histogram& counts) {
  Value value = Value::array();
  for (const std::int64_t count : counts) value.push(count);
  return value;
}

Value ids(const Setup& setup, const FactorSet& factors) {
  Value value = Value::array();
  for (const std::size_t f : factors) value.push(setup.factors[f].id);
  return value;
}

Value sets(const Setup& setup, const std::vector<FactorSet>& sets) {
  Value value = Value::array();
  for (const FactorSet& set : sets) value.push(ids(setup, set));
  return value;
}

Value change_json(const Setup& setup, const Change& change) {
  return ObjectBuilder(2)
      .add("id", setup.factors[change.factor].id)
      .add("ratings", change.ratings)
      .take();
}

Value flip_json(const Setup& setup, const Flip& flip) {
  Value factors = Value::array();
  for (const Change& change : flip.factors) factors.push(change_json(setup, change));
  return ObjectBuilder(3)
      .add("factors", std::move(factors))
      .add("single", or_null(flip.single, [&](const Change& c) { return change_json(setup, c); }))
      .add("total", flip.total)
      .take();
}

Value flips_json(const Result& result) {
  if (!result.flips) return Value();
  const auto write = [&](const Flip& flip) { return flip_json(result.setup, flip); };
  return ObjectBuilder(2)
      .add("down", or_null(result.down, write))
      .add("up", or_null(result.up, write))
      .take();
}

Value cell_json(const Setup& setup, const CellFigures& figures) {
  Value groups = Value::array();
  for (const std::size_t g : figures.cell.groups) groups.push(setup.groups[g].id);
  return ObjectBuilder(7)
      .add("counts", counts_json(figures.cell.counts))
      .add("groups", std::move(groups))
      .add("l2", figures.quantiles.l2)
      .add("m2", figures.quantiles.m2)
      .add("n", figures.cell.n)
      .add("u2", figures.quantiles.u2)
      .add("zone", name(zone(figures.quantiles.m2)))
      .take();
}

Value pair_json(const PairFigures& pair) {
  return ObjectBuilder(7)
      .add("a", pair.a)
      .add("b", pair.b)
      .add("class", name(pair.comparison.size))
      .add("delta", to_json(pair.comparison.delta))
      .add("divergence", pair.divergence)
      .add("superiority", to_json(pair.comparison.superiority))
      .add("w1", to_json(pair.comparison.w1))
      .take();
}

void set_figures(Value& value, const Setup& setup, const FactorFigures& figures) {
  Value cells = Value::array();
  for (const CellFigures& cell : figures.cells) cells.push(cell_json(setup, cell));
  Value deltas = Value::array();
  for (const PairFigures& pair : figures.pairs) deltas.push(pair_json(pair));
  const auto& measures = figures.measures;
  value.set("cells", std::move(cells));
  value.set("counts", or_null(figures.counts, counts_json));
  value.set("deltas", std::move(deltas));
  value.set("di", measures ? to_json(measures->nine->di) : Value());
  value.set("disagreement", measures ? Value(measures->nine->disagreement) : Value());
  value.set("dk", figures.dk);
  value.set("indicative", figures.indicative);
  value.set("l2", figures.used.l2);
  value.set("m2", figures.used.m2);
  value.set("measures", or_null(measures, [](const Measures& all) { return to_json(all); }));
  value.set("na", figures.na);
  value.set("stability", or_null(figures.stability, [](const Stability& stability) {
              return ObjectBuilder(2)
                  .add("stable", stability.stable)
                  .add("tv", to_json(stability.tv))
                  .take();
            }));
  value.set("u2", figures.used.u2);
  value.set("unknown", or_null(figures.unknown, [](Unknown why) { return Value(name(why)); }));
  value.set("zone", name(zone(figures.used.m2)));
}

// All members of a factor that is not pending, in the order of their keys.
constexpr const char* kFactorMembers[] = {
    "cells", "counts",   "deltas", "di",        "disagreement", "dk",      "indicative", "l2",
    "m2",    "measures", "na",     "stability", "u2",           "unknown", "zone"};

Value factor_json(const Setup& setup, std::size_t f, const FactorResult& factor) {
  Value value = ObjectBuilder(3)
                    .add("id", setup.factors[f].id)
                    .add("n", factor.n)
                    .add("role", name(setup.factors[f].role))
                    .take();
  if (factor.figures) {
    set_figures(value, setup, *factor.figures);
  } else if (!factor.pending) {
    for (const char* member : kFactorMembers) value.set(member, Value());
  }
  return value;
}

Value consensus_json(const Result& result) {
  if (!result.flags) return Value();  // too few people for any figure
  Value value = Value::object();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    const auto& figures = result.factors[f].figures;
    value.set(result.setup.factors[f].id,
              figures ? or_null(figures->cross_group_consensus) : Value());
  }
  return value;
}

}  // namespace

Value to_json(const Setup& setup, const std::vector<Reason>& reasons) {
  Value value = Value::array();
  for (const Reason& reason : reasons) {
    value.push(ObjectBuilder(2)
                   .add("clause", reason.clause)
                   .add("factors", ids(setup, reason.factors))
                   .take());
  }
  return value;
}

Value to_json(const Setup& setup, const Conditions& conditions) {
  const auto write = [&](const std::vector<FactorSet>& found) { return sets(setup, found); };
  return ObjectBuilder(3)
      .add("3", or_null(conditions.three, write))
      .add("4", or_null(conditions.four, write))
      .add("agree_purpose", conditions.agree_purpose)
      .take();
}

Value to_json(const Measures& measures) {
  Value value = ObjectBuilder(13)
                    .add("agreement_a", to_json(measures.agreement_a))
                    .add("comet_in", Value())
                    .add("di", Value())
                    .add("disagreement", Value())
                    .add("l2", measures.quantiles.l2)
                    .add("leik_d", to_json(measures.leik_d))
                    .add("m2", measures.quantiles.m2)
                    .add("mean_gap", or_null(measures.mean_gap))
                    .add("n", measures.n)
                    .add("ordinal_variation", to_json(measures.ordinal_variation))
                    .add("rand", Value())
                    .add("u2", measures.quantiles.u2)
                    .add("zone", Value())
                    .take();
  if (measures.nine) {
    const NinePoint& nine = *measures.nine;
    value.set("comet_in", nine.comet_in);
    value.set("di", to_json(nine.di));
    value.set("disagreement", nine.disagreement);
    value.set("rand", or_null(nine.rand, [](RandRule rule) { return Value(name(rule)); }));
    value.set("zone", name(nine.zone));
  }
  return value;
}

Value to_json(const Result& result) {
  const Setup& setup = result.setup;
  Value groups = Value::array();
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    groups.push(ObjectBuilder(2)
                    .add("id", setup.groups[g].id)
                    .add("level", or_null(result.group_levels[g]))
                    .take());
  }
  Value factors = Value::array();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    factors.push(factor_json(setup, f, result.factors[f]));
  }
  const auto write_ids = [&](const FactorSet& set) { return ids(setup, set); };
  return ObjectBuilder(18)
      .add("ceiling", or_null(result.ceiling))
      .add("conditions",
           or_null(result.conditions, [&](const Conditions& c) { return to_json(setup, c); }))
      .add("critical", or_null(result.critical, write_ids))
      .add("cross_group_consensus", consensus_json(result))
      .add("discuss_next", or_null(result.discuss_next, write_ids))
      .add("equal_voice_level", or_null(result.equal_voice_level))
      .add("factors", std::move(factors))
      .add("flags", or_null(result.flags,
                            [](const std::vector<Flag>& raised) {
                              Value value = Value::array();
                              for (const Flag flag : raised) value.push(name(flag));
                              return value;
                            }))
      .add("flip", flips_json(result))
      .add("floor", or_null(result.floor))
      .add("groups", std::move(groups))
      .add("k", setup.min_group)
      .add("level", or_null(result.level))
      .add("n", result.n)
      .add("range", or_null(result.range,
                            [](Range range) {
                              return Value(Value::Array{Value(range.lo), Value(range.hi)});
                            }))
      .add("reasons",
           or_null(result.reasons, [&](const std::vector<Reason>& r) { return to_json(setup, r); }))
      .add("ruleset",
           ObjectBuilder(2).add("hash", result.ruleset->hash).add("id", result.ruleset->id).take())
      .add("status", name(result.status))
      .take();
}

}  // namespace quorate::engine

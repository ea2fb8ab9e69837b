#include "shared/engine/result.hpp"

#include <string>

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
  return Value::object({{"id", setup.factors[change.factor].id}, {"ratings", change.ratings}});
}

Value flip_json(const Setup& setup, const Flip& flip) {
  Value factors = Value::array();
  for (const Change& change : flip.factors) factors.push(change_json(setup, change));
  return Value::object(
      {{"factors", std::move(factors)},
       {"single", or_null(flip.single, [&](const Change& c) { return change_json(setup, c); })},
       {"total", flip.total}});
}

Value flips_json(const Result& result) {
  if (!result.flips) return Value();
  const auto write = [&](const Flip& flip) { return flip_json(result.setup, flip); };
  return Value::object({{"down", or_null(result.down, write)}, {"up", or_null(result.up, write)}});
}

Value reasons_json(const Setup& setup, const std::vector<Reason>& reasons) {
  Value value = Value::array();
  for (const Reason& reason : reasons) {
    value.push(Value::object({{"clause", reason.clause}, {"factors", ids(setup, reason.factors)}}));
  }
  return value;
}

Value conditions_json(const Setup& setup, const Conditions& conditions) {
  const auto write = [&](const std::vector<FactorSet>& found) { return sets(setup, found); };
  return Value::object({{"3", or_null(conditions.three, write)},
                        {"4", or_null(conditions.four, write)},
                        {"agree_purpose", conditions.agree_purpose}});
}

Value cell_json(const Setup& setup, const CellFigures& figures) {
  Value groups = Value::array();
  for (const std::size_t g : figures.cell.groups) groups.push(setup.groups[g].id);
  return Value::object({{"counts", counts_json(figures.cell.counts)},
                        {"groups", std::move(groups)},
                        {"l2", figures.quantiles.l2},
                        {"m2", figures.quantiles.m2},
                        {"n", figures.cell.n},
                        {"u2", figures.quantiles.u2},
                        {"zone", name(zone(figures.quantiles.m2))}});
}

Value pair_json(const PairFigures& pair) {
  return Value::object({{"a", pair.a},
                        {"b", pair.b},
                        {"class", name(pair.comparison.size)},
                        {"delta", to_json(pair.comparison.delta)},
                        {"divergence", pair.divergence},
                        {"superiority", to_json(pair.comparison.superiority)},
                        {"w1", to_json(pair.comparison.w1)}});
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
              return Value::object({{"stable", stability.stable}, {"tv", to_json(stability.tv)}});
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
  Value value = Value::object(
      {{"id", setup.factors[f].id}, {"n", factor.n}, {"role", name(setup.factors[f].role)}});
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

Value to_json(const Measures& measures) {
  Value value = Value::object({{"agreement_a", to_json(measures.agreement_a)},
                               {"comet_in", Value()},
                               {"di", Value()},
                               {"disagreement", Value()},
                               {"l2", measures.quantiles.l2},
                               {"leik_d", to_json(measures.leik_d)},
                               {"m2", measures.quantiles.m2},
                               {"mean_gap", or_null(measures.mean_gap)},
                               {"n", measures.n},
                               {"ordinal_variation", to_json(measures.ordinal_variation)},
                               {"rand", Value()},
                               {"u2", measures.quantiles.u2},
                               {"zone", Value()}});
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
    groups.push(
        Value::object({{"id", setup.groups[g].id}, {"level", or_null(result.group_levels[g])}}));
  }
  Value factors = Value::array();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    factors.push(factor_json(setup, f, result.factors[f]));
  }
  const auto write_ids = [&](const FactorSet& set) { return ids(setup, set); };
  return Value::object(
      {{"ceiling", or_null(result.ceiling)},
       {"conditions",
        or_null(result.conditions, [&](const Conditions& c) { return conditions_json(setup, c); })},
       {"critical", or_null(result.critical, write_ids)},
       {"cross_group_consensus", consensus_json(result)},
       {"discuss_next", or_null(result.discuss_next, write_ids)},
       {"equal_voice_level", or_null(result.equal_voice_level)},
       {"factors", std::move(factors)},
       {"flags", or_null(result.flags,
                         [](const std::vector<Flag>& raised) {
                           Value value = Value::array();
                           for (const Flag flag : raised) value.push(name(flag));
                           return value;
                         })},
       {"flip", flips_json(result)},
       {"floor", or_null(result.floor)},
       {"groups", std::move(groups)},
       {"k", setup.min_group},
       {"level", or_null(result.level)},
       {"n", result.n},
       {"range", or_null(result.range,
                         [](Range range) {
                           return Value(Value::Array{Value(range.lo), Value(range.hi)});
                         })},
       {"reasons", or_null(result.reasons,
                           [&](const std::vector<Reason>& r) { return reasons_json(setup, r); })},
       {"ruleset", Value::object({{"hash", result.ruleset->hash}, {"id", result.ruleset->id}})},
       {"status", name(result.status)}});
}

}  // namespace quorate::engine

#include "shared/engine/evaluate.hpp"

#include <algorithm>

#include "shared/engine/conditions.hpp"
#include "shared/engine/discuss.hpp"
#include "shared/engine/figures.hpp"
#include "shared/engine/flags.hpp"
#include "shared/engine/flips.hpp"
#include "shared/engine/level.hpp"
#include "shared/engine/values.hpp"

namespace quorate::engine {

namespace {

// While a factor is pending: what is ruled out so far, and the flags that need no level.
void evaluate_incomplete(const Published& published, const Ruleset& ruleset, Result& result) {
  Medians highest{};
  Medians lowest{};
  std::vector<std::optional<FactorValue>> values;
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    if (published.factors[f].pending) {
      values.emplace_back();
      highest[f] = kMostDoubled;
      lowest[f] = kLeastDoubled;
    } else {
      values.emplace_back(factor_value(published, f));
      highest[f] = lowest[f] = values[f]->used.m2;
      result.factors[f].figures = factor_figures(published, f, *values[f]);
    }
  }
  result.status = Status::incomplete;
  result.ceiling = level(ruleset, published.setup, highest);
  result.floor = level(ruleset, published.setup, lowest);
  result.flags = flags({published, values, std::nullopt, std::nullopt, false});
}

Status judge(const Result& result, bool levels_differ) {
  const auto unknown = [&](std::size_t f) {
    return result.factors[f].figures->unknown.has_value();
  };
  const auto disagreed = [&](std::size_t f) {
    return result.factors[f].figures->measures->nine->disagreement;
  };
  const FactorSet& critical = *result.critical;
  if (std::any_of(critical.begin(), critical.end(), unknown)) return Status::too_few;
  if (levels_differ || std::any_of(critical.begin(), critical.end(), disagreed)) {
    return Status::not_agreed;
  }
  if (!critical.empty()) return Status::close_call;
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    if (unknown(f)) return Status::close_call;
  }
  return Status::firm;
}

void evaluate_complete(const Published& published, const Ruleset& ruleset, Result& result) {
  const Setup& setup = published.setup;
  std::vector<FactorValue> values;
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    values.push_back(factor_value(published, f));
    result.factors[f].figures = factor_figures(published, f, values[f]);
  }
  const Position now = position(ruleset, published, values);
  const std::vector<Swing> swings = level_swings(now, values);
  result.range = Range{now.level, now.level};
  result.critical.emplace();
  for (std::size_t f = 0; f < swings.size(); ++f) {
    result.range->lo = std::min(result.range->lo, swings[f].lo);
    result.range->hi = std::max(result.range->hi, swings[f].hi);
    if (swings[f].lo != now.level || swings[f].hi != now.level) result.critical->push_back(f);
  }
  result.group_levels = own_levels(ruleset, published);
  const bool levels_differ = groups_differ(result.group_levels, now.level);
  result.status = judge(result, levels_differ);

  std::optional<int> equal_voice_level;
  if (const auto medians = equal_voice_medians(published, values)) {
    equal_voice_level = level(ruleset, setup, *medians);
  }
  const std::vector<std::optional<FactorValue>> all(values.begin(), values.end());
  result.flags = flags({published, all, now.level, equal_voice_level, levels_differ});

  std::vector<std::optional<std::int64_t>> up;
  std::vector<std::optional<std::int64_t>> down;
  for (std::size_t f = 0; f < values.size(); ++f) {
    up.push_back(single_factor(now, f, Direction::up));
    down.push_back(single_factor(now, f, Direction::down));
  }
  result.discuss_next = discuss_next(result, swings, up, down);
  if (result.status == Status::too_few) return;
  result.level = now.level;
  result.equal_voice_level = equal_voice_level;
  result.reasons = reasons(ruleset, setup, now.medians);
  result.conditions = conditions(ruleset, setup, now.medians);
  result.flips = true;
  result.up = fewest_changes(now, Direction::up, up);
  result.down = fewest_changes(now, Direction::down, down);
}

}  // namespace

Result evaluate(const Published& published, const Ruleset& ruleset) {
  Result result;
  result.setup = published.setup;
  result.ruleset = &ruleset;
  result.n = published.n();
  result.group_levels.resize(published.setup.groups.size());
  result.factors.resize(published.factors.size());
  bool pending = false;
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    result.factors[f].n = published.factors[f].n;
    result.factors[f].pending = published.factors[f].pending;
    pending = pending || published.factors[f].pending;
  }
  if (!published.enough) return result;
  if (pending) {
    evaluate_incomplete(published, ruleset, result);
  } else {
    evaluate_complete(published, ruleset, result);
  }
  return result;
}

bool should_stop(const Result& before, const Result& now, int rounds) {
  if (rounds >= kMostRounds) return true;
  if (!now.critical || before.level != now.level || before.factors.size() != now.factors.size()) {
    return false;
  }
  for (std::size_t f = 0; f < now.factors.size(); ++f) {
    const auto& was = before.factors[f].figures;
    const auto& is = now.factors[f].figures;
    if (!was || !is || zone(was->used.m2) != zone(is->used.m2)) return false;
  }
  return std::all_of(now.critical->begin(), now.critical->end(), [&](std::size_t f) {
    const auto& stability = now.factors[f].figures->stability;
    return stability && stability->stable;
  });
}

}  // namespace quorate::engine

// What the engine finds. Factors, groups and cells are named by their place; the ids are in
// `setup`. An empty optional is null in JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/engine/compare.hpp"
#include "shared/engine/measures.hpp"
#include "shared/engine/publication.hpp"
#include "shared/engine/ruleset.hpp"
#include "shared/json/value.hpp"

namespace quorate::engine {

enum class Status : std::uint8_t { incomplete, too_few, not_agreed, close_call, firm };
// Why a factor counts as unknown.
enum class Unknown : std::uint8_t { few, dont_know, not_applicable };
// In the order in which they are reported.
enum class Flag : std::uint8_t {
  resource_paradox,
  buy_in_without_power,
  token_risk,
  lived_experience_absent,
  lived_experience_unheard,
  buy_in_not_confirmed,
  power_holders_unheard,
  groups_differ,
  equal_voice_differs,
  template_changed,
};
std::string_view name(Status status);
std::string_view name(Unknown unknown);
std::string_view name(Flag flag);

using FactorSet = std::vector<std::size_t>;  // ascending

struct Range {
  int lo = 0;
  int hi = 0;
  bool operator==(const Range&) const = default;
};

// A clause of the rule table that made the level, and the factors it counts.
struct Reason {
  std::string_view clause;
  FactorSet factors;
};

// The smallest sets of barriers that, turned to yes, reach a level: one empty set when it is
// reached, nothing when the case for co-producing prevents it.
struct Conditions {
  std::optional<std::vector<FactorSet>> three;
  std::optional<std::vector<FactorSet>> four;
  bool agree_purpose = false;
};

struct Change {
  std::size_t factor = 0;
  std::int64_t ratings = 0;
  bool operator==(const Change&) const = default;
};

// The fewest ratings that would have to change for another level.
struct Flip {
  std::int64_t total = 0;
  std::vector<Change> factors;
  std::optional<Change> single;  // on one factor alone
};

struct CellFigures {
  Cell cell;
  Quantiles quantiles;
};

struct PairFigures {
  std::size_t a = 0;  // places in `cells`
  std::size_t b = 0;
  Comparison comparison;
  bool divergence = false;
};

struct Stability {
  Fraction tv;
  bool stable = false;
};

struct FactorFigures {
  std::optional<Unrated> unrated;
  std::optional<Unknown> unknown;
  bool indicative = false;
  Quantiles used;  // after the rules for the unknown and for holders
  std::optional<Histogram> counts;
  std::optional<Measures> measures;  // everybody's own
  std::vector<CellFigures> cells;
  std::vector<PairFigures> pairs;
  std::optional<Stability> stability;
  std::optional<Fraction> cross_group_consensus;
};

struct FactorResult {
  std::int64_t n = 0;
  bool pending = false;
  std::optional<FactorFigures> figures;  // empty while pending or while no factor has enough
};

struct Result {
  Setup setup;
  const Ruleset* ruleset = nullptr;
  Status status = Status::too_few;
  std::int64_t n = 0;
  std::optional<int> level;
  std::optional<int> ceiling;
  std::optional<int> floor;
  std::optional<Range> range;
  std::optional<FactorSet> critical;
  std::optional<std::vector<Reason>> reasons;
  std::optional<Conditions> conditions;
  std::optional<std::vector<Flag>> flags;
  bool flips = false;  // whether up and down were worked out at all
  std::optional<Flip> up;
  std::optional<Flip> down;
  std::optional<FactorSet> discuss_next;  // in the order to discuss
  std::optional<int> equal_voice_level;
  std::vector<std::optional<int>> group_levels;  // by group
  std::vector<FactorResult> factors;
};

// One histogram against another.
struct Difference {
  Comparison comparison;
  Fraction tv;
};

class TextWriter;
void write(TextWriter& out, const Setup& setup, const std::vector<Reason>& reasons);
void write(TextWriter& out, const Setup& setup, const Conditions& conditions);
void write(TextWriter& out, const Measures& measures, const std::optional<Difference>& difference);

// Canonical JSON, without a newline: schema/evaluate-output.json describes it.
std::string to_text(const Result& result);
// The same as a value: reads the text back.
json::Value to_json(const Result& result);

}  // namespace quorate::engine

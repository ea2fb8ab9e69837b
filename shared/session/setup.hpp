// What a workshop is about, as its first record says it and everybody may read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/engine/setup.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"
#include "shared/session/text.hpp"

namespace quorate::session {

inline constexpr std::size_t kMostFacts = 8;  // of one question

// Something to know before answering, and where it comes from.
struct Fact {
  Text text;
  std::string source;  // may be empty
};

struct Factor {
  engine::FactorSpec spec;
  Text question;
  Text hint;
  Text yes;  // languages without a single yes and no store each question's own pair
  Text no;
  std::vector<Fact> facts;
};

struct Group {
  engine::GroupSpec spec;
  Text label;
};

enum class Pace { together, one_by_one, over_days };

// The group of those who choose none; always the last.
inline constexpr std::string_view kUnsaidGroup = "unsaid";

struct Setup {
  Text title;
  Text question;
  Text context;
  std::string organisation;
  std::string contact;
  std::vector<std::string> languages;
  Pace pace = Pace::together;
  // When the server closes what is open, since 1970.
  std::optional<std::int64_t> closing_ms;
  std::vector<Factor> factors;  // in the order to ask
  std::vector<Group> groups;
  int min_group = 0;
  bool open = false;
  std::string ruleset_id;
  std::string ruleset_hash;

  // Places in `factors` and `groups`.
  std::optional<std::size_t> factor(std::string_view id) const;
  std::optional<std::size_t> group(std::string_view id) const;
  // The part the engine computes with.
  engine::Setup for_engine() const;
};

// Everything must be there and within the engine's bounds: defaults are filled in before the
// record.
tl::expected<Setup, json::FieldError> setup_from_json(const json::Value& value);
// What setup_from_json reads, and nothing else: what a record keeps.
json::Value to_json(const Setup& setup);
// Without their ids, by which views name them.
json::Value factor_to_json(const Factor& factor);
json::Value group_to_json(const Group& group);

// The members `text` and `source`, and `pace`; what is wrong is reported into `fields`.
Fact read_fact(json::Fields& fields);
Pace read_pace(json::Fields& fields);
json::Value to_json(const Fact& fact);
std::string_view name(Pace pace);

}  // namespace quorate::session

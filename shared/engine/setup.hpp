// What a workshop asks and of whom, as far as the engine needs to know: no texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/engine/role.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::engine {

// Bounds. Within them every product the engine forms fits the integer it is formed in.
inline constexpr std::size_t kMostFactors = 24;
inline constexpr std::size_t kMostGroups = 12;
inline constexpr std::size_t kMostPeople = 20'000;
inline constexpr std::size_t kMostIdBytes = 80;
// The factor that asks those who decide whether they will.
inline constexpr std::string_view kSeniorBuyIn = "senior_buy_in";
inline constexpr int kLeastMinGroup = 5;
inline constexpr int kMostMinGroup = 20;
// Where `open` says that nobody here needs hiding; the engine's door takes larger ones all the
// same.
inline constexpr int kLeastOpenMinGroup = 2;
inline constexpr int kMostOpenMinGroup = 4;
inline constexpr int kMostWeight = 9;

struct FactorSpec {
  std::string id;
  Role role = Role::case_for;
  int weight = 1;         // 1..9; counts for `case_for` only
  bool reversed = false;  // ratings are turned, 10 - x, before anything else
  bool judged_by_holders = false;
  bool operator==(const FactorSpec&) const = default;
};

struct GroupSpec {
  std::string id;
  bool lived_experience = false;
  bool holds_decision = false;
  bool operator==(const GroupSpec&) const = default;
};

// Factors in the order to ask, groups in the order to show; both orders break ties.
struct Setup {
  std::vector<FactorSpec> factors;
  std::vector<GroupSpec> groups;
  int min_group = kLeastMinGroup;  // k: the smallest number of people a published figure covers
  bool open = false;               // allows k from 2 to 4
  bool operator==(const Setup&) const = default;

  std::optional<std::size_t> factor(std::string_view id) const;
  std::optional<std::size_t> group(std::string_view id) const;
};

// Reads `factors`, `groups`, `min_group` and `open` of an object and checks every bound above.
// What is wrong is reported into `fields`.
Setup read_setup(json::Fields& fields);
// The same, with the factors given: for those that name a template.
Setup read_setup(json::Fields& fields, std::vector<FactorSpec> factors);

// What `read_setup` reads; members that have their default are left out.
json::Value to_json(const Setup& setup);

}  // namespace quorate::engine

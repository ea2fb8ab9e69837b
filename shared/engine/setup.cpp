#include "shared/engine/setup.hpp"

#include <algorithm>

namespace quorate::engine {

namespace {

using json::Fields;
using json::Value;
using Code = json::FieldError::Code;

template <class Specs>
std::optional<std::size_t> place_of(const Specs& specs, std::string_view id) {
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (specs[i].id == id) return i;
  }
  return std::nullopt;
}

FactorSpec read_factor(Fields fields) {
  FactorSpec factor;
  factor.id = fields.string("id", {1, kMostIdBytes});
  const std::string role = fields.string("role", {1, kMostIdBytes});
  if (const auto known = role_named(role)) {
    factor.role = *known;
  } else {
    fields.fail(Code::unknown, "role", "it has to be blocking, limiting, fixable or case_for");
  }
  factor.weight = static_cast<int>(fields.integer_if("weight", 1, kMostWeight).value_or(1));
  factor.reversed = fields.boolean_or("reversed", false);
  factor.judged_by_holders = fields.boolean_or("judged_by_holders", false);
  return factor;
}

GroupSpec read_group(Fields fields) {
  GroupSpec group;
  group.id = fields.string("id", {1, kMostIdBytes});
  group.lived_experience = fields.boolean_or("lived_experience", false);
  group.holds_decision = fields.boolean_or("holds_decision", false);
  return group;
}

template <class Specs>
void refuse_twins(Fields& fields, const std::string& list, const Specs& specs) {
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (*place_of(specs, specs[i].id) != i) {
      fields.fail(Code::out_of_range, list + "[" + std::to_string(i) + "].id",
                  "another id than those before it");
    }
  }
}

void refuse_without(Fields& fields, const std::vector<FactorSpec>& factors, Role role) {
  const bool there = std::any_of(factors.begin(), factors.end(),
                                 [&](const FactorSpec& factor) { return factor.role == role; });
  if (!there) {
    fields.fail(Code::too_short, "factors",
                "a list with at least one factor of the role " + std::string(name(role)));
  }
}

}  // namespace

std::optional<std::size_t> Setup::factor(std::string_view id) const {
  return place_of(factors, id);
}
std::optional<std::size_t> Setup::group(std::string_view id) const { return place_of(groups, id); }

Setup read_setup(Fields& fields) {
  std::vector<FactorSpec> factors;
  const std::size_t count = fields.array("factors", 1, kMostFactors).size();
  for (std::size_t i = 0; i < count; ++i)
    factors.push_back(read_factor(fields.child("factors", i)));
  if (!fields.error()) {
    refuse_twins(fields, "factors", factors);
    refuse_without(fields, factors, Role::blocking);
    refuse_without(fields, factors, Role::case_for);
  }
  return read_setup(fields, std::move(factors));
}

Setup read_setup(Fields& fields, std::vector<FactorSpec> factors) {
  Setup setup;
  setup.factors = std::move(factors);
  setup.open = fields.boolean_or("open", false);
  setup.min_group = static_cast<int>(
      fields.integer("min_group", setup.open ? kLeastOpenMinGroup : kLeastMinGroup, kMostMinGroup));
  const std::size_t count = fields.array("groups", 0, kMostGroups).size();
  for (std::size_t i = 0; i < count; ++i)
    setup.groups.push_back(read_group(fields.child("groups", i)));
  if (!fields.error()) refuse_twins(fields, "groups", setup.groups);
  return setup;
}

Value to_json(const Setup& setup) {
  Value factors = Value::array();
  for (const FactorSpec& factor : setup.factors) {
    Value value = Value::object({{"id", factor.id}, {"role", name(factor.role)}});
    if (factor.weight != 1) value.set("weight", factor.weight);
    if (factor.reversed) value.set("reversed", true);
    if (factor.judged_by_holders) value.set("judged_by_holders", true);
    factors.push(std::move(value));
  }
  Value groups = Value::array();
  for (const GroupSpec& group : setup.groups) {
    Value value = Value::object({{"id", group.id}});
    if (group.lived_experience) value.set("lived_experience", true);
    if (group.holds_decision) value.set("holds_decision", true);
    groups.push(std::move(value));
  }
  Value value = Value::object({{"factors", std::move(factors)},
                               {"groups", std::move(groups)},
                               {"min_group", setup.min_group}});
  if (setup.open) value.set("open", true);
  return value;
}

}  // namespace quorate::engine

#include "shared/session/setup.hpp"

#include <array>
#include <utility>

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;
using json::Fields;

constexpr std::size_t kMostPaceBytes = 16;

constexpr std::array<std::pair<Pace, std::string_view>, 3> kPaces = {{
    {Pace::together, "together"},
    {Pace::one_by_one, "one_by_one"},
    {Pace::over_days, "over_days"},
}};

template <class Items>
std::optional<std::size_t> place_of(const Items& items, std::string_view id) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].spec.id == id) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> Setup::factor(std::string_view id) const {
  return place_of(factors, id);
}

std::optional<std::size_t> Setup::group(std::string_view id) const { return place_of(groups, id); }

engine::Setup Setup::for_engine() const {
  engine::Setup setup;
  for (const Factor& factor : factors) setup.factors.push_back(factor.spec);
  for (const Group& group : groups) setup.groups.push_back(group.spec);
  setup.min_group = min_group;
  setup.open = open;
  return setup;
}

json::Value to_json(const Setup& setup) {
  using json::Value;
  Value languages = Value::array();
  for (const std::string& language : setup.languages) languages.push(language);
  Value factors = Value::array();
  for (const Factor& factor : setup.factors) {
    Value value = factor_to_json(factor);
    value.set("id", factor.spec.id);
    factors.push(std::move(value));
  }
  Value groups = Value::array();
  for (const Group& group : setup.groups) {
    Value value = group_to_json(group);
    value.set("id", group.spec.id);
    groups.push(std::move(value));
  }
  Value value = Value::object(
      {{"title", to_json(setup.title)},
       {"question", to_json(setup.question)},
       {"languages", std::move(languages)},
       {"pace", name(setup.pace)},
       {"min_group", setup.min_group},
       {"open", setup.open},
       {"factors", std::move(factors)},
       {"groups", std::move(groups)},
       {"ruleset", Value::object({{"id", setup.ruleset_id}, {"hash", setup.ruleset_hash}})}});
  if (!setup.context.empty()) value.set("context", to_json(setup.context));
  if (!setup.organisation.empty()) value.set("organisation", setup.organisation);
  if (!setup.contact.empty()) value.set("contact", setup.contact);
  if (setup.closing_ms) value.set("closing_ms", *setup.closing_ms);
  return value;
}

json::Value factor_to_json(const Factor& factor) {
  json::Value value = json::Value::object(
      {{"role", engine::name(factor.spec.role)}, {"question", to_json(factor.question)}});
  if (factor.spec.judged_by_holders) value.set("judged_by_holders", true);
  if (!factor.hint.empty()) value.set("hint", to_json(factor.hint));
  if (!factor.yes.empty()) value.set("yes", to_json(factor.yes));
  if (!factor.no.empty()) value.set("no", to_json(factor.no));
  if (!factor.facts.empty()) {
    json::Value facts = json::Value::array();
    for (const Fact& fact : factor.facts) facts.push(to_json(fact));
    value.set("facts", std::move(facts));
  }
  return value;
}

json::Value group_to_json(const Group& group) {
  json::Value value = json::Value::object({{"label", to_json(group.label)}});
  if (group.spec.lived_experience) value.set("lived_experience", true);
  if (group.spec.holds_decision) value.set("holds_decision", true);
  return value;
}

json::Value to_json(const Fact& fact) {
  json::Value value = json::Value::object({{"text", to_json(fact.text)}});
  if (!fact.source.empty()) value.set("source", fact.source);
  return value;
}

Pace read_pace(Fields& fields) {
  const std::string text = fields.string("pace", {1, kMostPaceBytes});
  for (const auto& [pace, known] : kPaces) {
    if (known == text) return pace;
  }
  fields.fail(Code::unknown, "pace", "it is together, one_by_one or over_days");
  return Pace::together;
}

std::string_view name(Pace pace) {
  for (const auto& [known, text] : kPaces) {
    if (known == pace) return text;
  }
  return {};
}

}  // namespace quorate::session

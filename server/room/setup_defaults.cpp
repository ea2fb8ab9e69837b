#include "server/room/setup_defaults.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "shared/engine/ruleset.hpp"
#include "shared/messages/catalogue.hpp"
#include "shared/session/setup.hpp"
#include "shared/templates/templates.hpp"

namespace quorate::room {

namespace {

using Code = json::FieldError::Code;
using json::Value;

constexpr std::string_view kPowerFactor = "power";

struct PresetGroup {
  std::string_view id;
  bool lived_experience = false;
  bool holds_decision = false;
};
// The labels are in the catalogue under `group.preset.<id>`.
constexpr std::array<PresetGroup, 7> kPresetGroups = {{
    {"lived", true},
    {"carers"},
    {"staff"},
    {"managers"},
    {"leaders", false, true},
    {"board", false, true},
    {"partners"},
}};

// The catalogue's words for a key, in every language that has them.
Value words(const std::string& key) {
  Value text = Value::object();
  for (const messages::Language language : messages::kLanguages) {
    if (const auto found = messages::find(language, key)) {
      text.set(messages::tag_of(language), *found);
    }
  }
  return text;
}

void set_default(Value& object, std::string_view key, Value value) {
  const Value* found = object.find(key);
  if (found == nullptr || found->is_null()) object.set(key, std::move(value));
}

void complete_built_in(Value& factor, const templates::Factor& built_in) {
  const std::string key = "factor." + std::string(built_in.id);
  factor.set("role", engine::name(built_in.role));
  factor.set("judged_by_holders", built_in.judged_by_holders);
  set_default(factor, "question", words(key + ".question"));
  set_default(factor, "hint", words(key + ".hint"));
  set_default(factor, "yes", words(key + ".yes"));
  set_default(factor, "no", words(key + ".no"));
}

const templates::Factor* built_in_factor(const templates::Template& from, const Value& factor) {
  const Value* id = factor.find("id");
  if (id == nullptr || id->as_string() == nullptr) return nullptr;
  for (const templates::Factor& known : from.factors) {
    if (known.id == *id->as_string()) return &known;
  }
  return nullptr;
}

Value all_factors(const templates::Template& from) {
  Value factors = Value::array();
  for (const templates::Factor& factor : from.factors) {
    factors.push(Value::object({{"id", factor.id}}));
  }
  return factors;
}

Value preset_groups() {
  Value groups = Value::array();
  for (const PresetGroup& preset : kPresetGroups) {
    Value group = Value::object(
        {{"id", preset.id}, {"label", words("group.preset." + std::string(preset.id))}});
    if (preset.lived_experience) group.set("lived_experience", true);
    if (preset.holds_decision) group.set("holds_decision", true);
    groups.push(std::move(group));
  }
  return groups;
}

bool has_id(const Value::Array& items, std::string_view id) {
  for (const Value& item : items) {
    const Value* own = item.find("id");
    if (own != nullptr && own->as_string() != nullptr && *own->as_string() == id) return true;
  }
  return false;
}

}  // namespace

tl::expected<Value, json::FieldError> with_defaults(const Value& sent) {
  json::Fields fields(sent);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  Value setup = sent;
  const std::string name =
      fields.string_if("template", {1, 80}).value_or(std::string(templates::kCoproduction));
  const templates::Template* from = templates::find(name);
  if (from == nullptr) fields.fail(Code::unknown, "template", "no built-in template has this id");
  if (fields.error()) return tl::make_unexpected(*fields.error());

  set_default(setup, "question", words("new.field.question.default"));
  set_default(setup, "languages", Value::Array{"en"});
  set_default(setup, "pace", session::name(session::Pace::together));
  set_default(setup, "open", false);
  set_default(setup, "min_group",
              fields.boolean_or("open", false) ? engine::kMostOpenMinGroup : engine::kLeastMinGroup);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  set_default(setup, "factors", all_factors(*from));
  set_default(setup, "groups", preset_groups());
  const engine::Ruleset& ruleset = engine::coproduction_v1();
  setup.set("ruleset", Value::object({{"id", ruleset.id}, {"hash", ruleset.hash}}));

  if (Value::Array* factors = setup.find("factors")->as_array()) {
    for (Value& factor : *factors) {
      if (const auto* known = built_in_factor(*from, factor)) complete_built_in(factor, *known);
    }
    if (!has_id(*factors, kPowerFactor)) {
      return tl::make_unexpected(
          json::FieldError{Code::missing, "factors",
                           "a list with \"power\", which this template cannot do without"});
    }
  }
  if (Value::Array* groups = setup.find("groups")->as_array()) {
    if (!has_id(*groups, session::kUnsaidGroup)) {
      groups->push_back(
          Value::object({{"id", session::kUnsaidGroup}, {"label", words("group.preset.unsaid")}}));
    }
  }
  return setup;
}

}  // namespace quorate::room

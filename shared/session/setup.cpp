#include "shared/session/setup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;
using json::Fields;

constexpr std::size_t kMostIdBytes = 40;
constexpr std::size_t kMostLineBytes = 400;
constexpr std::size_t kMostTextBytes = 8000;
constexpr std::size_t kMostLanguages = 2;
constexpr std::size_t kMostLanguageBytes = 3;
constexpr std::size_t kHashLength = 64;  // hexadecimal digits of a SHA-256

constexpr std::array<std::pair<Pace, std::string_view>, 3> kPaces = {{
    {Pace::together, "together"},
    {Pace::one_by_one, "one_by_one"},
    {Pace::over_days, "over_days"},
}};

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMostIdBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

bool is_language(std::string_view text) {
  return text.size() >= 2 && text.size() <= kMostLanguageBytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string read_id(Fields& fields) {
  std::string id = fields.string("id", {1, kMostIdBytes});
  if (!fields.error() && !is_id(id)) {
    fields.fail(Code::wrong_type, "id", "small letters, digits and underscores");
  }
  return id;
}

// A text in at least one language, or an empty one where that may be left out.
Text read_text(Fields& fields, std::string_view key, std::size_t most, bool required) {
  Text text;
  if (!required && !fields.has(key)) return text;
  const json::Value& object = fields.object(key);
  Fields inner = fields.child(key);
  for (const json::Member& member : *object.as_object()) {
    if (!is_language(member.key)) {
      inner.fail(Code::unknown, member.key, "a text goes by languages such as \"en\"");
      return text;
    }
    std::string words = inner.string(member.key, {0, most});
    if (!words.empty()) text.emplace(member.key, std::move(words));
  }
  if (required && text.empty())
    fields.fail(Code::too_short, key, "a text in at least one language");
  return text;
}

Factor read_factor(Fields fields) {
  Factor factor;
  factor.spec.id = read_id(fields);
  const std::string role = fields.string("role", {1, kMostIdBytes});
  if (const auto known = engine::role_named(role)) {
    factor.spec.role = *known;
  } else {
    fields.fail(Code::unknown, "role", "it is blocking, limiting, fixable or case_for");
  }
  factor.spec.judged_by_holders = fields.boolean_or("judged_by_holders", false);
  factor.question = read_text(fields, "question", kMostLineBytes, true);
  factor.hint = read_text(fields, "hint", kMostLineBytes, false);
  factor.yes = read_text(fields, "yes", kMostIdBytes, false);
  factor.no = read_text(fields, "no", kMostIdBytes, false);
  return factor;
}

Group read_group(Fields fields) {
  Group group;
  group.spec.id = read_id(fields);
  group.spec.lived_experience = fields.boolean_or("lived_experience", false);
  group.spec.holds_decision = fields.boolean_or("holds_decision", false);
  group.label = read_text(fields, "label", kMostLineBytes, true);
  return group;
}

Pace read_pace(Fields& fields) {
  const std::string text = fields.string("pace", {1, kMostIdBytes});
  for (const auto& [pace, known] : kPaces) {
    if (known == text) return pace;
  }
  fields.fail(Code::unknown, "pace", "it is together, one_by_one or over_days");
  return Pace::together;
}

template <class Items>
void check_unique(Fields& fields, std::string_view list, const Items& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (items[i].spec.id == items[j].spec.id) {
        fields.fail(Code::out_of_range, std::string(list) + "[" + std::to_string(i) + "].id",
                    "different from every other one");
      }
    }
  }
}

void check_roles(Fields& fields, const std::vector<Factor>& factors) {
  const auto count = [&](engine::Role role) {
    return std::count_if(factors.begin(), factors.end(),
                         [&](const Factor& factor) { return factor.spec.role == role; });
  };
  if (count(engine::Role::blocking) == 0 || count(engine::Role::case_for) == 0) {
    fields.fail(Code::too_short, "factors",
                "a list with a blocking and a case_for factor at least");
  }
}

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

tl::expected<Setup, json::FieldError> setup_from_json(const json::Value& value) {
  Fields fields(value);
  Setup setup;
  setup.title = read_text(fields, "title", kMostLineBytes, true);
  setup.question = read_text(fields, "question", kMostLineBytes, true);
  setup.context = read_text(fields, "context", kMostTextBytes, false);
  setup.organisation = fields.string_if("organisation", {0, kMostLineBytes}).value_or("");
  setup.contact = fields.string_if("contact", {0, kMostLineBytes}).value_or("");
  const auto& languages = fields.array("languages", 1, kMostLanguages);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::string* language = languages[i].as_string();
    if (language == nullptr || !is_language(*language)) {
      fields.fail(Code::wrong_type, "languages", "a list of languages such as \"en\"");
    } else {
      setup.languages.push_back(*language);
    }
  }
  setup.pace = read_pace(fields);
  const std::size_t factors = fields.array("factors", 1, engine::kMostFactors).size();
  for (std::size_t i = 0; i < factors; ++i) {
    setup.factors.push_back(read_factor(fields.child("factors", i)));
  }
  const std::size_t groups = fields.array("groups", 1, engine::kMostGroups).size();
  for (std::size_t i = 0; i < groups; ++i) {
    setup.groups.push_back(read_group(fields.child("groups", i)));
  }
  setup.open = fields.boolean_or("open", false);
  setup.min_group = static_cast<int>(
      setup.open
          ? fields.integer("min_group", engine::kLeastOpenMinGroup, engine::kLeastMinGroup - 1)
          : fields.integer("min_group", engine::kLeastMinGroup, engine::kMostMinGroup));
  Fields ruleset = fields.child("ruleset");
  setup.ruleset_id = ruleset.string("id", {1, kMostIdBytes + 1});
  setup.ruleset_hash = ruleset.string("hash", {kHashLength, kHashLength});
  check_unique(fields, "factors", setup.factors);
  check_unique(fields, "groups", setup.groups);
  check_roles(fields, setup.factors);
  if (!fields.error() && !setup.group(kUnsaidGroup)) {
    fields.fail(Code::missing, "groups", "a list with the group \"unsaid\"");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
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
  return value;
}

json::Value factor_to_json(const Factor& factor) {
  json::Value value = json::Value::object(
      {{"role", engine::name(factor.spec.role)}, {"question", to_json(factor.question)}});
  if (factor.spec.judged_by_holders) value.set("judged_by_holders", true);
  if (!factor.hint.empty()) value.set("hint", to_json(factor.hint));
  if (!factor.yes.empty()) value.set("yes", to_json(factor.yes));
  if (!factor.no.empty()) value.set("no", to_json(factor.no));
  return value;
}

json::Value group_to_json(const Group& group) {
  json::Value value = json::Value::object({{"label", to_json(group.label)}});
  if (group.spec.lived_experience) value.set("lived_experience", true);
  if (group.spec.holds_decision) value.set("holds_decision", true);
  return value;
}

json::Value to_json(const Text& text) {
  json::Value value = json::Value::object();
  for (const auto& [language, words] : text) value.set(language, words);
  return value;
}

std::string_view name(Pace pace) {
  for (const auto& [known, text] : kPaces) {
    if (known == pace) return text;
  }
  return {};
}

}  // namespace quorate::session

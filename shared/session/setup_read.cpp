// A setup out of a message or a record, checked.
#include <algorithm>
#include <utility>

#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"
#include "shared/session/setup.hpp"

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;
using json::Fields;

constexpr std::size_t kMostLanguages = 2;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMostIdBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

std::string read_id(Fields& fields) {
  std::string id = fields.string("id", {1, kMostIdBytes});
  if (!fields.error() && !is_id(id)) {
    fields.fail(Code::wrong_type, "id", "small letters, digits and underscores");
  }
  return id;
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
  const std::size_t facts = fields.has("facts") ? fields.array("facts", 0, kMostFacts).size() : 0;
  for (std::size_t i = 0; i < facts; ++i) {
    Fields fact = fields.child("facts", i);
    factor.facts.push_back(read_fact(fact));
  }
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

}  // namespace

Fact read_fact(Fields& fields) {
  Fact fact;
  fact.text = read_text(fields, "text", kMostLineBytes, true);
  fact.source = fields.string_if("source", {0, kMostLineBytes}).value_or("");
  return fact;
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
  setup.closing_ms = fields.integer_if("closing_ms", 0, kMostTimeMs);
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
          ? fields.integer("min_group", engine::kLeastOpenMinGroup, engine::kMostOpenMinGroup)
          : fields.integer("min_group", engine::kLeastMinGroup, engine::kMostMinGroup));
  Fields ruleset = fields.child("ruleset");
  setup.ruleset_id = ruleset.string("id", {1, kMostIdBytes + 1});
  setup.ruleset_hash = ruleset.string("hash", {kHashDigits, kHashDigits});
  check_unique(fields, "factors", setup.factors);
  check_unique(fields, "groups", setup.groups);
  check_roles(fields, setup.factors);
  if (!fields.error() && !setup.group(kUnsaidGroup)) {
    fields.fail(Code::missing, "groups", "a list with the group \"unsaid\"");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return setup;
}

}  // namespace quorate::session

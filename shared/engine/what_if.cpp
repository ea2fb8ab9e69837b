#include "shared/engine/what_if.hpp"

#include "shared/engine/conditions.hpp"
#include "shared/engine/text.hpp"
#include "shared/engine/values.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::engine {

namespace {

using json::Fields;
using json::Value;

Supposed read_supposed(Fields fields, const Value& medians, const Setup& setup) {
  Supposed supposed{};
  for (const json::Member& member : *medians.as_object()) {
    const auto factor = setup.factor(member.key);
    if (!factor) {
      fields.fail(json::FieldError::Code::unknown, member.key, "there is no such factor");
      return supposed;
    }
    supposed[*factor] = static_cast<int>(fields.integer(member.key, kLeastDoubled, kMostDoubled));
  }
  return supposed;
}

Value result_json(const Setup& setup, const WhatIf& found) {
  Value medians = Value::object();
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    medians.set(setup.factors[f].id, found.medians[f]);
  }
  return Value::object({{"conditions", to_json(setup, found.conditions)},
                        {"level", found.level},
                        {"medians", std::move(medians)},
                        {"reasons", to_json(setup, found.reasons)}});
}

}  // namespace

WhatIf what_if(const Ruleset& ruleset, const Published& published, const Supposed& supposed) {
  WhatIf result;
  const bool enough = published.enough();
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    if (supposed[f]) {
      result.medians[f] = *supposed[f];
    } else if (enough && !published.factors[f].pending) {
      result.medians[f] = factor_value(published, f).used.m2;
    } else {
      result.medians[f] = kUnknown.m2;
    }
  }
  result.level = level(ruleset, published.setup, result.medians);
  result.reasons = reasons(ruleset, published.setup, result.medians);
  result.conditions = conditions(ruleset, published.setup, result.medians);
  return result;
}

tl::expected<std::string, std::string> what_if_text(std::string_view input) {
  const auto value = json::read(input, kPublishedLimits);
  if (!value) return refuse(value.error().sentence());
  Fields fields(*value);
  const auto published = published_from_json(fields.object("published"));
  const Value& medians = fields.object("medians");
  if (fields.error()) return refuse(fields.error()->sentence());
  if (!published) return refuse("published." + published.error().sentence());
  const Supposed supposed = read_supposed(fields.child("medians"), medians, published->setup);
  if (fields.error()) return refuse(fields.error()->sentence());
  return print(result_json(published->setup, what_if(coproduction_v1(), *published, supposed)));
}

}  // namespace quorate::engine

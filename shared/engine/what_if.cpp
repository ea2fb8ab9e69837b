#include "shared/engine/what_if.hpp"

#include <algorithm>
#include <vector>

#include "shared/engine/conditions.hpp"
#include "shared/engine/text.hpp"
#include "shared/engine/text_writer.hpp"
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

std::string to_text(const Setup& setup, const WhatIf& found) {
  std::vector<std::size_t> order(setup.factors.size());
  for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return setup.factors[a].id < setup.factors[b].id;
  });
  TextWriter out;
  out.begin_object();
  out.key("conditions");
  write(out, setup, found.conditions);
  out.key("level").integer(found.level);
  out.key("medians").begin_object();
  for (const std::size_t f : order) out.key_of(setup.factors[f].id).integer(found.medians[f]);
  out.end_object();
  out.key("reasons");
  write(out, setup, found.reasons);
  out.end_object();
  return out.take();
}

}  // namespace

WhatIf what_if(const Ruleset& ruleset, const Published& published, const Supposed& supposed) {
  WhatIf result;
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    if (supposed[f]) {
      result.medians[f] = *supposed[f];
    } else if (published.enough && !published.factors[f].pending) {
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
  return line(to_text(published->setup, what_if(coproduction_v1(), *published, supposed)));
}

}  // namespace quorate::engine

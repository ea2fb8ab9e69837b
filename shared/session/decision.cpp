#include "shared/session/decision.hpp"

#include <algorithm>

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;

constexpr int kTopLevel = 4;
constexpr std::size_t kMostNameBytes = 400;
constexpr std::size_t kMostWhyBytes = 4000;

}  // namespace

Decision read_decision(json::Fields& fields) {
  Decision decision;
  decision.approach = static_cast<int>(fields.integer("approach", 0, kTopLevel));
  for (const json::Value& item : fields.array("shared", 0, kShareable.size())) {
    const std::string* word = item.as_string();
    const auto found =
        word == nullptr ? kShareable.end()
                        : std::find(kShareable.begin(), kShareable.end(), std::string_view(*word));
    if (found == kShareable.end()) {
      fields.fail(Code::unknown, "shared", "a list of design, decisions and delivery");
      return decision;
    }
    decision.shared[static_cast<std::size_t>(found - kShareable.begin())] = true;
  }
  decision.name = fields.string_if("name", {0, kMostNameBytes}).value_or("");
  decision.why = fields.string_if("why", {0, kMostWhyBytes}).value_or("");
  decision.warned = fields.boolean_or("warned", false);
  return decision;
}

json::Value to_json(const Decision& decision) {
  json::Value shared = json::Value::array();
  for (std::size_t i = 0; i < kShareable.size(); ++i) {
    if (decision.shared[i]) shared.push(kShareable[i]);
  }
  json::Value value =
      json::Value::object({{"approach", decision.approach}, {"shared", std::move(shared)}});
  if (!decision.name.empty()) value.set("name", decision.name);
  if (!decision.why.empty()) value.set("why", decision.why);
  if (decision.warned) value.set("warned", true);
  return value;
}

}  // namespace quorate::session

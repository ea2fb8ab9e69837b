#include "shared/transcript/format.hpp"

#include "shared/engine/evaluate.hpp"
#include "shared/session/view.hpp"

namespace quorate::transcript {

json::Value outcome_json(const session::Outcome& outcome) {
  return outcome.ok ? std::string_view("ok") : session::name(outcome.refused.code);
}

json::Value result_json(const session::State& state) {
  const auto published = session::published(state);
  return published ? engine::to_json(engine::evaluate(*published)) : json::Value();
}

bool claims_result(std::string_view kind, const session::Outcome& outcome) {
  return outcome.ok && (kind == "reveal" || kind == "end");
}

}  // namespace quorate::transcript

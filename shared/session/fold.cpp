#include "shared/session/fold.hpp"

#include <algorithm>

#include "shared/json/read.hpp"
#include "shared/session/apply.hpp"
#include "shared/session/judge.hpp"
#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

constexpr json::ReadLimits kPayloadLimits{.bytes = 256 * 1024, .depth = 12, .values = 16 * 1024};

// A pause passes: the same command may be taken after it.
void remember(State& state, const Folded& folded) {
  if (!folded.outcome.ok && folded.outcome.refused.code == Refusal::paused) return;
  auto& known = state.outcomes[folded.actor];
  known.emplace_back(folded.command_id, folded.outcome);
  if (known.size() > kRememberedOutcomes) known.pop_front();
}

Outcome refusal(Refusal code, std::string field = "") {
  return Outcome{false, Refused{code, std::move(field)}};
}

}  // namespace

Folded fold(State& state, std::string_view envelope_text, std::string_view payload_text) {
  ++state.offset;
  Folded folded;
  folded.outcome = refusal(Refusal::bad_message);

  const auto envelope_json = json::read(envelope_text, kPayloadLimits);
  if (!envelope_json) return folded;
  const auto envelope = envelope_from_json(*envelope_json);
  if (!envelope) return folded;
  folded.actor = envelope->actor;
  folded.command_id = envelope->command_id;
  state.epoch = std::max(state.epoch, envelope->epoch);
  if (payload_text.empty()) return folded;

  if (const Outcome* known = state.outcome(envelope->actor, envelope->command_id)) {
    folded.outcome = *known;
    return folded;
  }
  const auto payload = json::read(payload_text, kPayloadLimits);
  if (payload) {
    const auto command = command_from_json(envelope->kind, *payload);
    if (!command) {
      folded.outcome = refusal(Refusal::bad_message, command.error().where);
    } else if (auto refused = judge(state, envelope->actor, envelope->role, *command)) {
      folded.outcome = Outcome{false, std::move(*refused)};
    } else {
      folded.outcome = Outcome{};
      const Apply apply(state, envelope->actor, envelope->time_ms, folded.about);
      folded.change = std::visit(apply, *command);
    }
  }
  remember(state, folded);
  return folded;
}

}  // namespace quorate::session

#include <map>
#include <set>
#include <utility>

#include "shared/engine/evaluate.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/record.hpp"
#include "shared/session/view.hpp"
#include "shared/transcript/format.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::transcript {

namespace {

using json::Value;

std::string hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kHex[static_cast<unsigned char>(c) >> 4];
    text += kHex[static_cast<unsigned char>(c) & 0xF];
  }
  return text;
}

// An answer counts in the open once its round is revealed; what was refused was never shown.
bool shown(const session::State& end, const session::Answer& answer, bool accepted) {
  const auto factor = end.setup->factor(answer.factor);
  if (!accepted || !factor) return false;
  const auto& rounds = end.questions[*factor].rounds;
  const auto at = static_cast<std::size_t>(answer.round - 1);
  return at < rounds.size() && rounds[at].phase == session::Phase::revealed;
}

bool withheld(const session::State& end, const session::Envelope& envelope, const Value& payload,
              bool accepted) {
  if (envelope.kind != "answer") return false;
  const auto command = session::command_from_json(envelope.kind, payload);
  if (!command) return true;
  return !shown(end, std::get<session::Answer>(*command), accepted);
}

}  // namespace

tl::expected<std::string, WriteError> write(const std::vector<Source>& records,
                                            const Means& means) {
  session::State end;
  for (const Source& record : records) session::fold(end, record.envelope, record.payload);
  if (!end.setup) return tl::make_unexpected(WriteError::not_created);
  if (!end.ended) return tl::make_unexpected(WriteError::not_ended);

  std::map<std::string, std::string> ids;
  session::State state;
  Value list = Value::array();
  for (const Source& record : records) {
    const session::Folded folded = session::fold(state, record.envelope, record.payload);
    auto envelope_json = json::read(record.envelope, kRecordLimits);
    auto payload = json::read(record.payload, kRecordLimits);
    if (!envelope_json) continue;  // never written by us; the fold has counted it as nothing
    auto envelope = session::envelope_from_json(*envelope_json);
    if (!envelope) continue;

    Value entry = Value::object({{"outcome", outcome_json(folded.outcome)}});
    if (envelope->role == session::Role::participant) {
      auto [id, fresh] = ids.try_emplace(envelope->actor);
      if (fresh) id->second = means.fresh_id();
      envelope->actor = id->second;
    }
    Value envelope_out = session::to_json(*envelope);
    envelope_out.set("seq", state.offset - 1);
    entry.set("envelope", std::move(envelope_out));
    if (!payload || withheld(end, *envelope, *payload, folded.outcome.ok)) {
      entry.set("commitment", means.commit(record.salt, record.payload));
    } else {
      entry.set("payload", std::move(*payload));
      entry.set("salt", hex(record.salt));
    }
    if (claims_result(envelope->kind, folded.outcome)) entry.set("result", result_json(state));
    list.push(std::move(entry));
  }

  Value file = Value::object({{"format", kFormat},
                              {"version", kVersion},
                              {"kind", "full"},
                              {"fold", session::kFoldVersion},
                              {"ruleset", Value::object({{"id", end.setup->ruleset_id},
                                                         {"hash", end.setup->ruleset_hash}})},
                              {"records", std::move(list)},
                              {"result", result_json(end)}});
  std::string text;
  json::append(text, file);
  text += '\n';
  return text;
}

}  // namespace quorate::transcript

#include "shared/json/fields.hpp"
#include "shared/json/write.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/record.hpp"
#include "shared/transcript/format.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::transcript {

namespace {

using json::Value;
using What = Difference::What;

constexpr int kFileDepth = 24;
constexpr std::size_t kFileValues = 50'000'000;
constexpr std::size_t kMostRecords = 5'000'000;

tl::unexpected<Difference> differs(What what, std::optional<std::uint64_t> record,
                                   std::string detail) {
  return tl::make_unexpected(Difference{what, record, std::move(detail)});
}

const Value& member(const Value& object, std::string_view key) {
  static const Value kNone;
  const Value* found = object.find(key);
  return found == nullptr ? kNone : *found;
}

// Folds one entry of the file and checks what it claims.
tl::expected<void, Difference> step(session::State& state, const Value& entry) {
  const std::uint64_t seq = state.offset;
  Value envelope = member(entry, "envelope");
  if (member(envelope, "seq") != Value(seq)) {
    return differs(What::record, seq, "its number is not the next one");
  }
  envelope.erase("seq");
  const auto read = session::envelope_from_json(envelope);
  if (!read) return differs(What::record, seq, "envelope: " + read.error().sentence());
  if (state.setup && read->epoch < state.epoch) {
    return differs(What::record, seq, "its epoch is older than the one before");
  }
  const Value* payload = entry.find("payload");
  const std::string payload_text = payload == nullptr ? "" : json::write(*payload);
  const session::Folded folded = session::fold(state, json::write(envelope), payload_text);
  if (payload == nullptr && member(entry, "commitment").as_string() == nullptr) {
    return differs(What::record, seq, "it has neither a payload nor a commitment");
  }
  if (payload != nullptr && member(entry, "outcome") != outcome_json(folded.outcome)) {
    return differs(What::outcome, seq,
                   "its outcome is " + json::write(outcome_json(folded.outcome)));
  }
  const bool claims = payload != nullptr && claims_result(read->kind, folded.outcome);
  const Value result = claims ? result_json(state) : Value();
  if (claims && member(entry, "result") != result) {
    return differs(What::result, seq, "the recommendation after it is " + json::write(result));
  }
  return {};
}

}  // namespace

tl::expected<Replayed, Difference> replay(std::string_view text) {
  const auto file =
      json::read(text, {.bytes = kFileBytes, .depth = kFileDepth, .values = kFileValues});
  if (!file) return differs(What::file, std::nullopt, file.error().sentence());
  json::Fields fields(*file);
  const std::string format = fields.string("format", {kFormat.size(), kFormat.size()});
  fields.integer("version", kVersion, kVersion);
  const std::int64_t fold =
      fields.integer("fold", session::kOldestFoldVersion, session::kFoldVersion);
  const Value::Array& records = fields.array("records", 1, kMostRecords);
  if (fields.error()) return differs(What::file, std::nullopt, fields.error()->sentence());
  if (format != kFormat)
    return differs(What::file, std::nullopt, "format must be " + std::string(kFormat));

  session::State state;
  for (const Value& entry : records) {
    if (auto stepped = step(state, entry); !stepped) return tl::make_unexpected(stepped.error());
  }
  const std::uint64_t last = state.offset - 1;
  if (!state.setup) return differs(What::record, 0, "it does not create the workshop");
  if (!state.ended) return differs(What::record, last, "the workshop has not ended after it");
  if (state.fold != fold) return differs(What::record, 0, "it names another fold than the file");
  const Value ruleset =
      Value::object({{"id", state.setup->ruleset_id}, {"hash", state.setup->ruleset_hash}});
  if (member(*file, "ruleset") != ruleset) {
    return differs(What::record, 0, "it names another ruleset than the file");
  }
  const Value result = result_json(state);
  if (member(*file, "result") != result) {
    return differs(What::result, last, "the recommendation at the end is " + json::write(result));
  }
  return Replayed{state.offset, json::write(result) + "\n"};
}

}  // namespace quorate::transcript

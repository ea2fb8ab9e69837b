#include <map>
#include <utility>

#include "shared/engine/evaluate.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"
#include "shared/session/view.hpp"
#include "shared/transcript/format.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::transcript {

namespace {

using json::Value;

// The answer a command puts in and whose it is; nothing of other commands.
struct Given {
  const session::Answer* answer = nullptr;
  std::string_view participant;
};

Given given(const session::Command& command, std::string_view actor) {
  if (const auto* answer = std::get_if<session::Answer>(&command)) return {answer, actor};
  if (const auto* proxy = std::get_if<session::ProxyAnswer>(&command)) {
    return {&proxy->answer, proxy->participant};
  }
  return {};
}

// How it all ended, and whose answers became whose.
struct End {
  session::State state;
  std::map<std::string, std::string, std::less<>> merged_into;
};

End fold_all(const std::vector<Source>& records) {
  End end;
  for (const Source& record : records) {
    const session::Folded folded = session::fold(end.state, record.envelope, record.payload);
    if (folded.about.empty()) continue;  // it changed nothing for anybody else
    const auto envelope = json::read(record.envelope, kRecordLimits);
    const auto payload = json::read(record.payload, kRecordLimits);
    const auto command = session::command_from_json(*envelope->find("kind")->as_string(), *payload);
    if (const auto* merge = std::get_if<session::Merge>(&*command); merge && !merge->ask) {
      end.merged_into.emplace(merge->participant, merge->into);
    }
    if (const auto* said =
            std::get_if<session::SamePerson>(&*command)) {  // yes: it concerns others
      end.merged_into.emplace(folded.actor, said->into);
    }
  }
  return end;
}

// An answer counts in the open once its round is revealed; what was refused was never shown, and
// neither was what belonged to somebody who was removed before that.
bool shown(const End& ended, const Given& given, bool accepted) {
  const session::State& end = ended.state;
  const auto factor = end.setup->factor(given.answer->factor);
  if (!accepted || !factor) return false;
  const auto& rounds = end.questions[*factor].rounds;
  const auto at = static_cast<std::size_t>(given.answer->round - 1);
  if (at >= rounds.size() || rounds[at].phase != session::Phase::revealed) return false;
  for (std::string_view whose = given.participant;;) {
    const auto who = end.participant_at.find(whose);
    if (who == end.participant_at.end()) return false;
    if (end.answer(*factor, given.answer->round, who->second)) return true;
    const auto into = ended.merged_into.find(whose);
    if (into == ended.merged_into.end()) return false;
    whose = into->second;
  }
}

bool withheld(const End& end, const session::Envelope& envelope, const Value& payload,
              bool accepted) {
  const auto command = session::command_from_json(envelope.kind, payload);
  if (!command) return true;  // it changed nothing, and nobody can say what is in it
  const Given answer = given(*command, envelope.actor);
  return answer.answer != nullptr && !shown(end, answer, accepted);
}

// Participants go by random numbers that are fresh in every file.
class FreshIds {
 public:
  explicit FreshIds(const Means& means) : means_(means) {}

  const std::string& of(const std::string& participant) {
    auto [id, fresh] = ids_.try_emplace(participant);
    if (fresh) id->second = means_.fresh_id();
    return id->second;
  }
  // Where a desk's command names participants.
  void replace_in(Value& payload) {
    for (const std::string_view key : {"participant", "into"}) {
      const Value* named = payload.find(key);
      if (named != nullptr && named->as_string() != nullptr) {
        payload.set(key, of(*named->as_string()));
      }
    }
  }

 private:
  const Means& means_;
  std::map<std::string, std::string> ids_;
};

// Where the file's text goes.
class Paper {
 public:
  void put_text(std::string_view text) { piece().append(text); }
  void put(const Value& value) { json::append(piece(), value); }

  bool fits() const { return bytes_ + pieces_.back().size() <= kFileBytes; }
  Pieces take() { return std::move(pieces_); }

 private:
  std::string& piece() {
    if (pieces_.back().size() >= kPieceBytes) {
      bytes_ += pieces_.back().size();
      pieces_.emplace_back();
    }
    return pieces_.back();
  }

  Pieces pieces_{1};
  std::size_t bytes_ = 0;  // of all but the last
};

}  // namespace

// Written member by member in the order of the keys, as canonical JSON has them.
tl::expected<Pieces, WriteError> write(std::vector<Source> records, const Means& means) {
  const End ended = fold_all(records);
  const session::State& end = ended.state;
  if (!end.setup) return tl::make_unexpected(WriteError::not_created);
  if (!end.ended) return tl::make_unexpected(WriteError::not_ended);

  FreshIds ids(means);
  session::State state;
  Paper paper;
  paper.put_text(R"({"fold":)");
  paper.put(Value(end.fold));
  paper.put_text(R"(,"format":)");
  paper.put(Value(kFormat));
  paper.put_text(R"(,"kind":"full","records":)");
  char separator = '[';
  for (Source& kept : records) {
    const Source record = std::exchange(kept, {});
    const session::Folded folded = session::fold(state, record.envelope, record.payload);
    auto envelope_json = json::read(record.envelope, kRecordLimits);
    auto payload = json::read(record.payload, kRecordLimits);
    if (!envelope_json) continue;  // never written by us; the fold has counted it as nothing
    auto envelope = session::envelope_from_json(*envelope_json);
    if (!envelope) continue;

    Value entry = Value::object({{"outcome", outcome_json(folded.outcome)}});
    const bool hidden = !payload || withheld(ended, *envelope, *payload, folded.outcome.ok);
    if (envelope->role == session::Role::participant) envelope->actor = ids.of(envelope->actor);
    Value envelope_out = session::to_json(*envelope);
    envelope_out.set("seq", state.offset - 1);
    entry.set("envelope", std::move(envelope_out));
    if (hidden) {
      entry.set("commitment", means.commit(record.salt, record.payload));
    } else {
      ids.replace_in(*payload);
      entry.set("payload", std::move(*payload));
      entry.set("salt", session::to_hex(record.salt));
    }
    if (claims_result(envelope->kind, folded.outcome)) entry.set("result", result_json(state));
    paper.put_text({&separator, 1});
    paper.put(entry);
    separator = ',';
    if (!paper.fits()) return tl::make_unexpected(WriteError::too_large);
  }

  paper.put_text(R"(],"result":)");
  paper.put(result_json(end));
  paper.put_text(R"(,"ruleset":)");
  paper.put(Value::object({{"id", end.setup->ruleset_id}, {"hash", end.setup->ruleset_hash}}));
  paper.put_text(R"(,"version":)");
  paper.put(Value(kVersion));
  paper.put_text("}\n");
  return paper.take();
}

}  // namespace quorate::transcript

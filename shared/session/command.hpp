// What people ask for. Commands are absolute: they name the question and the round they saw, or
// the state they want, so that a late or repeated one cannot mean something else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"
#include "shared/session/decision.hpp"
#include "shared/session/door.hpp"
#include "shared/session/setup.hpp"

namespace quorate::session {

// By which rules records are made into state: each workshop keeps those that it was created with.
// 2: a place is free again when its person goes, a desk speaks for nobody who was turned away, and
// what people write has bounds in sum (bounds.hpp).
// 3: a timer ends with its phase and rests in a pause, and a closing time goes when what it was for
// has closed.
inline constexpr int kFoldVersion = 3;
inline constexpr int kOldestFoldVersion = 1;
inline constexpr int kMostRounds = 99;
inline constexpr std::size_t kMostQuestions = 24;
inline constexpr std::size_t kMostReasonBytes = 600;
inline constexpr std::size_t kMostNoteBytes = 2000;
inline constexpr std::size_t kMostTicketsAtOnce = 100;
// Of one question's reasons on a wall: as many as two rounds may show, each on a page of its own.
inline constexpr int kMostPages = 120;

struct Create {
  Setup setup;
  int fold = kFoldVersion;
};

// --- participants ---

struct Join {
  std::string group;   // an invitation's goes before it
  std::string ticket;  // the hash of the invitation that was shown; empty: none
};
struct Answer {
  std::string factor;
  int round = 0;
  engine::Rating value{};
  std::string nonce;
  std::string reason;  // in the person's own words; may be empty
  // What the reason goes by, drawn by the server; empty without a reason, and in older records,
  // whose reasons go by the first half of the nonce.
  std::string reason_id;
};
struct MoreTime {
  bool wanted = false;
};
// What a phone says that was asked whether its person is somebody else, too.
struct SamePerson {
  std::string into;  // whom it was asked about
  bool yes = false;
};

// --- the desk: questions ---

struct QuestionRound {
  std::string factor;
  int round = 0;
};
struct Open {
  std::vector<QuestionRound> questions;
};
struct Close {
  std::vector<QuestionRound> questions;
};
struct Reveal {
  std::vector<QuestionRound> questions;
};
// A question to be asked later than its turn, or in its turn again.
struct Skip {
  std::string factor;
  bool skipped = false;
};
// What everybody looks at: a question, or the advice and the decision, or nothing of its own.
struct Focus {
  std::string factor;  // may be empty
  int page = 1;        // of that question's reasons on the wall
  bool decision = false;
};
// The group has talked about this round and leaves it as it is, or takes that back.
struct Settle {
  std::string factor;
  int round = 0;
  bool settled = false;
};
struct AddFact {
  std::string factor;
  Fact fact;
};
struct ShowReason {
  std::string factor;
  int round = 0;
  std::string reason;  // its id
  bool shown = false;
};

// --- the desk: the room ---

struct Pause {
  bool paused = false;
};
struct SetTimer {
  std::optional<std::int64_t> ends_ms;  // since 1970; nothing: no timer
};
struct SetPace {
  Pace pace = Pace::together;
};
struct SetClosing {
  std::optional<std::int64_t> at_ms;
};
struct SetDoor {
  Door door = Door::open;
};
struct AddNote {
  std::string text;
};
struct Decide {
  Decision decision;
};
// The decision stands although answers were shown after it.
struct KeepDecision {};
struct End {};

// --- the desk: people ---

struct Invite {
  std::string group;
  std::vector<std::string> tickets;  // hashes of the invitations
};
struct Admit {
  std::string participant;
};
struct TurnAway {
  std::string participant;
};
struct Remove {
  std::string participant;
};
struct Merge {
  std::string participant;  // who goes
  std::string into;         // who stays
  // The server's word: the phone of who goes is here to say yes or no, and nothing happens before.
  bool ask = false;
};
struct Regroup {
  std::string participant;
  std::string group;
};
// Somebody without a phone, whose answers the desk puts in.
struct ProxyJoin {
  std::string participant;
  std::string group;
};
struct ProxyAnswer {
  std::string participant;
  Answer answer;
};

using Command = std::variant<Create, Join, Answer, MoreTime, SamePerson, Open, Close, Reveal, Skip,
                             Focus, Settle, AddFact, ShowReason, Pause, SetTimer, SetPace,
                             SetClosing, SetDoor, AddNote, Decide, KeepDecision, End, Invite, Admit,
                             TurnAway, Remove, Merge, Regroup, ProxyJoin, ProxyAnswer>;

// Whether a command has this name.
bool is_command(std::string_view kind);

// Reads what a person's message or a record's payload says. Other members are ignored.
tl::expected<Command, json::FieldError> command_from_json(std::string_view kind,
                                                          const json::Value& members);

// The payload that a record of this command keeps; command_from_json reads it again.
json::Value payload_of(const Command& command);

// 1–9, "dk" or "na".
json::Value to_json(engine::Rating rating);

}  // namespace quorate::session

// From a message, or from a record's payload, to a command.
#include <algorithm>
#include <array>
#include <utility>

#include "shared/session/command.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;
using json::Fields;

constexpr std::string_view kDontKnow = "dk";
constexpr std::string_view kDoesNotApply = "na";
constexpr std::string_view kRatingRule = "1 to 9, \"dk\" or \"na\"";

engine::Rating read_rating(Fields& fields) {
  const json::Value* value = fields.find("value");
  if (value == nullptr) {
    fields.fail(Code::missing, "value", std::string(kRatingRule));
    return engine::Rating::dont_know();
  }
  if (const std::string* word = value->as_string()) {
    if (*word == kDontKnow) return engine::Rating::dont_know();
    if (*word == kDoesNotApply) return engine::Rating::not_applicable();
  } else if (const std::int64_t* points = value->as_integer()) {
    if (auto rating = engine::Rating::points(*points)) return *rating;
  }
  fields.fail(Code::out_of_range, "value", std::string(kRatingRule));
  return engine::Rating::dont_know();
}

std::string read_hex(Fields& fields, std::string_view key, std::size_t digits) {
  std::string text = fields.string(key, {digits, digits});
  if (!is_hex(text, digits)) {
    fields.fail(Code::wrong_type, key, std::to_string(digits) + " hexadecimal digits");
  }
  return text;
}

std::string read_participant(Fields& fields, std::string_view key = "participant") {
  return read_hex(fields, key, kIdDigits);
}

std::string read_factor(Fields& fields) { return fields.string("factor", {1, kMostIdBytes}); }
std::string read_group(Fields& fields) { return fields.string("group", {1, kMostIdBytes}); }

int read_round(Fields& fields) { return static_cast<int>(fields.integer("round", 1, kMostRounds)); }

Answer read_answer(Fields& fields) {
  Answer answer;
  answer.factor = read_factor(fields);
  answer.round = read_round(fields);
  answer.value = read_rating(fields);
  answer.nonce = read_hex(fields, "nonce", kIdDigits);
  answer.reason = fields.string_if("reason", {0, kMostReasonBytes}).value_or("");
  if (fields.has("reason_id")) answer.reason_id = read_hex(fields, "reason_id", kReasonIdDigits);
  return answer;
}

std::vector<QuestionRound> read_questions(Fields& fields) {
  std::vector<QuestionRound> questions;
  const std::size_t count = fields.array("questions", 1, kMostQuestions).size();
  for (std::size_t i = 0; i < count; ++i) {
    Fields item = fields.child("questions", i);
    std::string factor = read_factor(item);
    questions.push_back({std::move(factor), read_round(item)});
  }
  return questions;
}

std::vector<std::string> read_tickets(Fields& fields) {
  std::vector<std::string> tickets;
  const auto& items = fields.array("tickets", 1, kMostTicketsAtOnce);
  for (const json::Value& item : items) {
    const std::string* ticket = item.as_string();
    if (ticket == nullptr || !is_hex(*ticket, kHashDigits)) {
      fields.fail(Code::wrong_type, "tickets", "a list of hashes");
      return {};
    }
    tickets.push_back(*ticket);
  }
  return tickets;
}

Door read_door(Fields& fields) {
  const auto door = door_named(fields.string("door", {1, kMostIdBytes}));
  if (!door) fields.fail(Code::unknown, "door", "it is open, invited or locked");
  return door.value_or(Door::open);
}

Command read_create(Fields& fields) {
  Create create;
  auto setup = setup_from_json(fields.object("setup"));
  if (setup) {
    create.setup = std::move(*setup);
  } else {
    fields.fail(setup.error().code, setup.error().where, setup.error().detail);
  }
  create.fold = static_cast<int>(fields.integer("fold", kOldestFoldVersion, kFoldVersion));
  return create;
}

Command read_join(Fields& fields) {
  Join join;
  join.group = fields.string_if("group", {1, kMostIdBytes}).value_or(std::string(kUnsaidGroup));
  if (fields.has("ticket")) join.ticket = read_hex(fields, "ticket", kHashDigits);
  return join;
}

Command read_focus(Fields& fields) {
  Focus focus;
  focus.factor = fields.string_if("factor", {1, kMostIdBytes}).value_or("");
  focus.page = static_cast<int>(fields.integer_if("page", 1, kMostPages).value_or(1));
  focus.decision = fields.boolean_or("decision", false);
  const bool question = !focus.factor.empty();
  if (question && focus.decision) {
    fields.fail(Code::unknown, "decision", "everybody looks at a question or at the decision");
  }
  if (!question && focus.page > 1) {
    fields.fail(Code::missing, "factor", "the question whose reasons are turned");
  }
  return focus;
}

Command read_show_reason(Fields& fields) {
  ShowReason command;
  command.factor = read_factor(fields);
  command.round = read_round(fields);
  command.reason = fields.string("reason", {1, kReasonIdDigits});
  command.shown = fields.boolean("shown");
  return command;
}

using Reader = Command (*)(Fields&);
struct Kind {
  std::string_view name;
  Reader read;
};

constexpr std::array kKinds = {
    Kind{"create", read_create},
    Kind{"join", read_join},
    Kind{"answer", [](Fields& f) -> Command { return read_answer(f); }},
    Kind{"more_time", [](Fields& f) -> Command { return MoreTime{f.boolean("wanted")}; }},
    Kind{"same_person",
         [](Fields& f) -> Command {
           return SamePerson{read_participant(f, "into"), f.boolean("yes")};
         }},
    Kind{"open", [](Fields& f) -> Command { return Open{read_questions(f)}; }},
    Kind{"close", [](Fields& f) -> Command { return Close{read_questions(f)}; }},
    Kind{"reveal", [](Fields& f) -> Command { return Reveal{read_questions(f)}; }},
    Kind{"skip",
         [](Fields& f) -> Command {
           return Skip{read_factor(f), f.boolean("skipped")};
         }},
    Kind{"focus", read_focus},
    Kind{"settle",
         [](Fields& f) -> Command {
           return Settle{read_factor(f), read_round(f), f.boolean("settled")};
         }},
    Kind{"fact",
         [](Fields& f) -> Command {
           return AddFact{read_factor(f), read_fact(f)};
         }},
    Kind{"show_reason", read_show_reason},
    Kind{"pause", [](Fields& f) -> Command { return Pause{f.boolean("paused")}; }},
    Kind{"timer",
         [](Fields& f) -> Command { return SetTimer{f.integer_if("ends_ms", 0, kMostTimeMs)}; }},
    Kind{"pace", [](Fields& f) -> Command { return SetPace{read_pace(f)}; }},
    Kind{"closing",
         [](Fields& f) -> Command { return SetClosing{f.integer_if("at_ms", 0, kMostTimeMs)}; }},
    Kind{"door", [](Fields& f) -> Command { return SetDoor{read_door(f)}; }},
    Kind{"note",
         [](Fields& f) -> Command {
           return AddNote{f.string("text", {1, kMostNoteBytes})};
         }},
    Kind{"decide", [](Fields& f) -> Command { return Decide{read_decision(f)}; }},
    Kind{"keep_decision", [](Fields&) -> Command { return KeepDecision{}; }},
    Kind{"end", [](Fields&) -> Command { return End{}; }},
    Kind{"invite",
         [](Fields& f) -> Command {
           return Invite{read_group(f), read_tickets(f)};
         }},
    Kind{"admit", [](Fields& f) -> Command { return Admit{read_participant(f)}; }},
    Kind{"turn_away", [](Fields& f) -> Command { return TurnAway{read_participant(f)}; }},
    Kind{"remove", [](Fields& f) -> Command { return Remove{read_participant(f)}; }},
    Kind{"merge",
         [](Fields& f) -> Command {
           return Merge{read_participant(f), read_participant(f, "into"),
                        f.boolean_or("ask", false)};
         }},
    Kind{"regroup",
         [](Fields& f) -> Command {
           return Regroup{read_participant(f), read_group(f)};
         }},
    Kind{"proxy_join",
         [](Fields& f) -> Command {
           return ProxyJoin{read_participant(f), read_group(f)};
         }},
    Kind{"proxy_answer",
         [](Fields& f) -> Command {
           return ProxyAnswer{read_participant(f), read_answer(f)};
         }},
};
static_assert(kKinds.size() == std::variant_size_v<Command>);

}  // namespace

bool is_command(std::string_view kind) {
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const Kind& known) { return known.name == kind; });
}

tl::expected<Command, json::FieldError> command_from_json(std::string_view kind,
                                                          const json::Value& members) {
  Fields fields(members);
  const auto known = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const Kind& candidate) { return candidate.name == kind; });
  if (known == kKinds.end()) {
    fields.fail(Code::unknown, "kind", "no command has this name");
    return tl::make_unexpected(*fields.error());
  }
  Command command = known->read(fields);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return command;
}

}  // namespace quorate::session

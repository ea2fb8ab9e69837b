#include "shared/session/command.hpp"

#include <algorithm>

#include "shared/session/record.hpp"

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;
using json::Fields;

constexpr std::size_t kMostIdBytes = 40;
constexpr std::string_view kDontKnow = "dk";
constexpr std::string_view kDoesNotApply = "na";
constexpr std::string_view kRatingRule = "1 to 9, \"dk\" or \"na\"";

engine::Rating read_rating(Fields& fields, const json::Value& members) {
  const json::Value* value = members.find("value");
  if (value == nullptr || value->is_null()) {
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

std::vector<QuestionRound> read_questions(Fields& fields) {
  std::vector<QuestionRound> questions;
  const std::size_t count = fields.array("questions", 1, kMostQuestions).size();
  for (std::size_t i = 0; i < count; ++i) {
    Fields item = fields.child("questions", i);
    questions.push_back({item.string("factor", {1, kMostIdBytes}),
                         static_cast<int>(item.integer("round", 1, kMostRounds))});
  }
  return questions;
}

json::Value questions_payload(const json::Value& members) {
  json::Value list = json::Value::array();
  for (const json::Value& item : *members.find("questions")->as_array()) {
    list.push(
        json::Value::object({{"factor", *item.find("factor")}, {"round", *item.find("round")}}));
  }
  return json::Value::object({{"questions", std::move(list)}});
}

}  // namespace

tl::expected<Command, json::FieldError> command_from_json(std::string_view kind,
                                                          const json::Value& members) {
  Fields fields(members);
  Command command;
  if (kind == "create") {
    auto setup = setup_from_json(fields.object("setup"));
    if (!setup) return tl::make_unexpected(setup.error());
    fields.integer("fold", 1, 1);
    command = Create{std::move(*setup)};
  } else if (kind == "join") {
    command =
        Join{fields.string_if("group", {1, kMostIdBytes}).value_or(std::string(kUnsaidGroup))};
  } else if (kind == "answer") {
    Answer answer;
    answer.factor = fields.string("factor", {1, kMostIdBytes});
    answer.round = static_cast<int>(fields.integer("round", 1, kMostRounds));
    answer.value = read_rating(fields, members);
    if (!is_hex(fields.string("nonce", {kNonceLength, kNonceLength}), kNonceLength)) {
      fields.fail(Code::wrong_type, "nonce", "32 hexadecimal digits");
    }
    command = std::move(answer);
  } else if (kind == "open") {
    command = Open{read_questions(fields)};
  } else if (kind == "close") {
    command = Close{read_questions(fields)};
  } else if (kind == "reveal") {
    command = Reveal{read_questions(fields)};
  } else if (kind == "end") {
    command = End{};
  } else {
    fields.fail(Code::unknown, "kind", "no command has this name");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return command;
}

json::Value payload_of(std::string_view kind, const json::Value& members) {
  if (kind == "create") {
    return json::Value::object(
        {{"setup", *members.find("setup")}, {"fold", *members.find("fold")}});
  }
  if (kind == "join") {
    const json::Value* group = members.find("group");
    const bool chosen = group != nullptr && !group->is_null();
    return json::Value::object({{"group", chosen ? *group : json::Value(kUnsaidGroup)}});
  }
  if (kind == "answer") {
    return json::Value::object({{"factor", *members.find("factor")},
                                {"round", *members.find("round")},
                                {"value", *members.find("value")},
                                {"nonce", *members.find("nonce")}});
  }
  if (kind == "end") return json::Value::object();
  return questions_payload(members);
}

json::Value to_json(engine::Rating rating) {
  if (rating == engine::Rating::dont_know()) return kDontKnow;
  if (rating == engine::Rating::not_applicable()) return kDoesNotApply;
  return static_cast<std::int64_t>(rating.value());
}

}  // namespace quorate::session

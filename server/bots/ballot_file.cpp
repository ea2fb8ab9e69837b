#include "server/bots/ballot_file.hpp"

#include <utility>

#include "client-wasm/checks.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::bots {

namespace {

using json::Fields;
using json::Value;

constexpr json::ReadLimits kLimits{std::size_t{64} << 20, 16, 2'000'000};
constexpr std::size_t kMostPeople = 20'000;
constexpr std::size_t kIdMost = 64;

void by_language(Value& value) {
  const std::string* text = value.as_string();
  if (text == nullptr) return;
  Value texts = Value::object();
  texts.set("en", *text);
  value = std::move(texts);
}

void by_language(Value& object, std::string_view key) {
  if (Value* member = object.find(key)) by_language(*member);
}

Value setup_of(Value file) {
  file.erase("ballots");
  file.erase("previous");
  file.erase("pending");
  for (const std::string_view key : {"title", "question", "context"}) by_language(file, key);
  Value* groups = file.find("groups");
  if (Value::Array* items = groups == nullptr ? nullptr : groups->as_array()) {
    for (Value& group : *items) by_language(group, "label");
  }
  return file;
}

Ballot read_ballot(Fields fields) {
  Ballot ballot;
  ballot.group = fields.string("group", {1, kIdMost});
  Fields ratings = fields.child("ratings");
  const Value& given = fields.object("ratings");
  for (const json::Member& member : *given.as_object()) {
    if (member.value.is_null()) continue;
    if (!client::is_rating(&member.value)) {
      ratings.fail(json::FieldError::Code::wrong_type, member.key, "1 to 9, \"dk\" or \"na\"");
    }
    ballot.ratings[member.key] = member.value;
  }
  return ballot;
}

}  // namespace

tl::expected<BallotFile, std::string> read_ballot_file(std::string_view text) {
  auto value = json::read(text, kLimits);
  if (!value) return tl::make_unexpected(value.error().sentence());
  Fields fields(*value);
  BallotFile file;
  const std::size_t people = fields.array("ballots", 1, kMostPeople).size();
  for (std::size_t i = 0; i < people; ++i) {
    file.ballots.push_back(read_ballot(fields.child("ballots", i)));
  }
  if (fields.error()) return tl::make_unexpected(fields.error()->sentence());
  file.setup = setup_of(std::move(*value));
  return file;
}

}  // namespace quorate::bots

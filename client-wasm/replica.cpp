#include "client-wasm/replica.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "client-wasm/checks.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/patch.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::client {

namespace {

using json::Fields;
using json::Value;

constexpr std::string_view kRoles[] = {"anonymous", "participant", "facilitator", "cofacilitator",
                                       "wall"};
constexpr std::size_t kRoleBytes = 16;
constexpr std::size_t kHereBytes = 64 * 1024;  // four people a digit
constexpr std::int64_t kMost = INT64_MAX;

const Value* object_if(Fields& fields, std::string_view key) {
  return fields.has(key) ? &fields.object(key) : nullptr;
}

// Out of a message that was found good. Nothing where it is not there.
std::optional<Value> take(Value& message, std::string_view key) {
  Value* member = message.find(key);
  if (member == nullptr || member->is_null()) return std::nullopt;
  return std::move(*member);
}

}  // namespace

bool Replica::welcome(Value&& message, std::int64_t now) {
  Fields fields(message);
  fields.integer("v", protocol::kOldestVersion, protocol::kVersion);
  std::string role = fields.string("role", {1, kRoleBytes});
  const std::int64_t epoch = fields.integer("epoch", 0, kMost);
  const std::int64_t offset = fields.integer("offset", 0, kMost);
  const std::int64_t connected = fields.integer("connected", 0, kMost);
  const std::int64_t wall_ms = fields.integer("now_ms", 0, kMost);
  const bool waiting = fields.boolean_or("waiting", false);
  std::optional<std::string> code = fields.string_if("code", {1, protocol::kCodeLength});
  const Value* view = object_if(fields, "view");
  object_if(fields, "me");
  if (fields.error() || !is_whole(message)) return false;
  if (std::find(std::begin(kRoles), std::end(kRoles), role) == std::end(kRoles)) return false;
  const bool is_current = view_ && epoch == epoch_ && offset == offset_ && role == role_;
  if (view == nullptr && !is_current) return false;

  if (view != nullptr) {
    if (!view_) view_ = Value::object();
    view_change_ = json::difference(*view_, *view);
    view_ = take(message, "view");
  }
  me_ = take(message, "me");
  role_ = std::move(role);
  code_ = code ? std::move(*code) : std::string();
  epoch_ = epoch;
  offset_ = offset;
  connected_ = connected;
  waiting_ = waiting;
  wall_ms_ = wall_ms;
  at_ms_ = now;
  return true;
}

bool Replica::delta(Value&& message) {
  Fields fields(message);
  const std::int64_t from = fields.integer("from", 0, kMost);
  const std::int64_t to = fields.integer("to", from, kMost);
  const Value& patch = fields.object("patch");
  if (fields.error() || !is_whole(patch) || !view_ || from != offset_) return false;
  json::apply(*view_, patch);
  offset_ = to;
  if (!patch.as_object()->empty()) view_change_ = take(message, "patch");
  return true;
}

bool Replica::presence(const Value& message) {
  Fields fields(message);
  const std::int64_t connected = fields.integer("connected", 0, kMost);
  const std::int64_t desks = fields.integer_if("desks", 0, kMost).value_or(0);
  std::string here = fields.string_if("here", {0, kHereBytes}).value_or("");
  if (fields.error()) return false;
  connected_ = connected;
  desks_ = desks;
  here_ = std::move(here);
  return true;
}

bool Replica::change_code(const Value& message) {
  Fields fields(message);
  std::string code = fields.string("code", {1, protocol::kCodeLength});
  if (fields.error()) return false;
  code_ = std::move(code);
  return true;
}

bool Replica::own(Value&& message) {
  Fields fields(message);
  const Value* me = object_if(fields, "me");
  const bool waiting = fields.boolean_or("waiting", false);
  if (fields.error() || (me != nullptr && !is_whole(*me))) return false;
  me_ = take(message, "me");
  waiting_ = waiting;
  return true;
}

bool Replica::paused() const {
  const Value* member = view_ ? view_->find("paused") : nullptr;
  const bool* paused = member == nullptr ? nullptr : member->as_boolean();
  return paused != nullptr && *paused;
}

void Replica::describe(Value& hello) const {
  if (!view_) return;
  hello.set("epoch", epoch_);
  hello.set("offset", offset_);
  hello.set("as", role_);
}

std::string_view Replica::group() const {
  const Value* group = me_ ? me_->find("group") : nullptr;
  const std::string* id = group == nullptr ? nullptr : group->as_string();
  return id == nullptr ? std::string_view() : *id;
}

const Value* Replica::own_answer(std::string_view factor, std::int64_t round) const {
  const Value* answers = me_ ? me_->find("answers") : nullptr;
  const Value* rounds = answers == nullptr ? nullptr : answers->find(factor);
  return rounds == nullptr ? nullptr : rounds->find(std::to_string(round));
}

const Value* Replica::question(std::string_view factor) const {
  const Value* questions = view_ ? view_->find("questions") : nullptr;
  return questions == nullptr ? nullptr : questions->find(factor);
}

std::int64_t Replica::round(std::string_view factor) const {
  const Value* found = question(factor);
  const Value* member = found == nullptr ? nullptr : found->find("round");
  const std::int64_t* round = member == nullptr ? nullptr : member->as_integer();
  return round == nullptr ? 0 : *round;
}

bool Replica::open(std::string_view factor, std::int64_t round_number) const {
  const Value* found = question(factor);
  const Value* member = found == nullptr ? nullptr : found->find("state");
  const std::string* state = member == nullptr ? nullptr : member->as_string();
  return state != nullptr && *state == "open" && round(factor) == round_number;
}

std::optional<Value> Replica::take_view_change() {
  return std::exchange(view_change_, std::nullopt);
}

}  // namespace quorate::client

#include "server/room/session.hpp"

#include <utility>

#include "server/budgets/budgets.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/record.hpp"

namespace quorate::room {

namespace {

using protocol::CloseCode;
using session::Refusal;

constexpr std::size_t kMostWordBytes = 40;
constexpr std::int64_t kMostOffset = INT64_MAX;
constexpr json::ReadLimits kMessageLimits{
    .bytes = protocol::kMessageBytes, .depth = protocol::kMessageDepth, .values = 1024};

bool is_secret(std::string_view text) { return session::is_hex(text, session::kIdDigits); }

tl::expected<Request, CloseCode> read_hello(const json::Value& message) {
  json::Fields fields(message);
  Hello hello;
  const std::int64_t version = fields.integer("v", 0, INT32_MAX);
  const auto role = session::role_named(fields.string("role", {1, kMostWordBytes}));
  hello.secret = fields.string_if("secret", {0, kMostWordBytes}).value_or("");
  hello.token = fields.string_if("token", {0, kMostWordBytes}).value_or("");
  hello.epoch = fields.integer_if("epoch", 0, kMostOffset).value_or(-1);
  hello.offset = fields.integer_if("offset", 0, kMostOffset).value_or(-1);
  hello.as = fields.string_if("as", {0, kMostWordBytes}).value_or("");
  if (fields.error()) return tl::make_unexpected(CloseCode::bad_message);
  if (version < protocol::kOldestVersion || version > protocol::kVersion) {
    return tl::make_unexpected(CloseCode::update_needed);  // P2.2
  }
  if (!role || *role == session::Role::server || *role == session::Role::anonymous) {
    return tl::make_unexpected(CloseCode::bad_message);
  }
  hello.role = *role;
  const bool known =
      *role == session::Role::participant ? is_secret(hello.secret) : is_secret(hello.token);
  if (!known) return tl::make_unexpected(CloseCode::bad_token);
  return hello;
}

}  // namespace

Session::Session(std::int64_t now_steady_ms) : deadline_ms_(now_steady_ms + protocol::kHelloMs) {}

tl::expected<Request, CloseCode> Session::receive(std::int64_t now_steady_ms,
                                                  std::string_view text) {
  auto message = json::read(text, kMessageLimits);
  if (!message) {
    const bool large = message.error().code == json::ReadError::Code::too_large;
    return tl::make_unexpected(large ? CloseCode::too_large : CloseCode::bad_message);
  }
  const json::Value* kind_value = message->find("t");
  const std::string* kind = kind_value == nullptr ? nullptr : kind_value->as_string();
  if (kind == nullptr) return tl::make_unexpected(CloseCode::bad_message);
  const bool is_hello = *kind == "hello";
  if (is_hello == greeted_)
    return tl::make_unexpected(CloseCode::bad_message);  // P2.1: first, once

  deadline_ms_ = now_steady_ms + protocol::kSilenceMs;
  if (is_hello) {
    greeted_ = true;
    return read_hello(*message);
  }
  if (*kind == "ping") {
    if (!pings_.spend(budgets::kPings, now_steady_ms)) {
      return tl::make_unexpected(CloseCode::too_fast);  // P2.5
    }
    return Ping{};
  }
  if (*kind == "command") return read_command(*std::move(message));
  return tl::make_unexpected(CloseCode::bad_message);
}

Request Session::read_command(json::Value message) {
  json::Fields fields(message);
  std::string id = fields.string("id", {session::kCommandIdDigits, session::kCommandIdDigits});
  if (!session::is_hex(id, session::kCommandIdDigits)) {
    return RefusedRequest{"", {Refusal::bad_message, "id"}};
  }
  std::string kind = fields.string("kind", {1, kMostWordBytes});
  if (fields.error()) return RefusedRequest{id, {Refusal::bad_message, fields.error()->where}};
  return CommandRequest{std::move(id), std::move(kind), std::move(message)};
}

}  // namespace quorate::room

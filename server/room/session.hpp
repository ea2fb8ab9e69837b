// One connection's side of the protocol: reads what it may say and when (PROTOCOL.md sections 2, 3
// and 6). Knows nothing of workshops; the room acts on what it returns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "server/budgets/bucket.hpp"
#include "server/room/events.hpp"
#include "shared/json/value.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/role.hpp"

namespace quorate::room {

struct Hello {
  session::Role role = session::Role::participant;  // participant, a desk's, or wall
  std::string secret;                               // participant: 32 hex
  // What their link carries: 32 hex, a participant's the join key, which who is in needs no more.
  std::string token;
  // The view it already has, if any.
  std::int64_t epoch = -1;
  std::int64_t offset = -1;
  std::string as;
};

struct CommandRequest {
  std::string id;  // 24 hex
  std::string kind;
  json::Value members;
};

struct Ping {};

// The sender is told, the connection stays.
struct RefusedRequest {
  std::string id;  // of the command; empty when it has none
  session::Refused refused;
};

using Request = std::variant<Hello, CommandRequest, Ping, RefusedRequest>;

class Session {
 public:
  explicit Session(std::int64_t now_steady_ms);

  // What a message asks for, or the code to close with.
  tl::expected<Request, protocol::CloseCode> receive(std::int64_t now_steady_ms,
                                                     std::string_view text);

  // When the connection is to be closed as `silent` if nothing comes before.
  std::int64_t deadline() const { return deadline_ms_; }
  bool greeted() const { return greeted_; }

 private:
  static Request read_command(json::Value message);

  std::int64_t deadline_ms_;
  budgets::Bucket pings_;
  bool greeted_ = false;
};

}  // namespace quorate::room

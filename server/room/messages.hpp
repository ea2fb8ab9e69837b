// The messages a room sends (PROTOCOL.md sections 2 to 4), encoded.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/room/events.hpp"
#include "shared/json/value.hpp"
#include "shared/session/role.hpp"
#include "shared/session/state.hpp"

namespace quorate::room {

struct Welcome {
  session::Role role;
  std::int64_t epoch;
  std::uint64_t offset;
  const json::Value* view;  // null: the client's is current
  std::optional<json::Value> me;
  std::string_view code;  // empty: not for this role
  std::size_t connected;
};

Message encode(const Welcome& welcome);
Message encode_outcome(std::string_view command_id, const session::Outcome& outcome,
                       std::optional<json::Value> me);
Message encode_delta(std::uint64_t from, std::uint64_t to, json::Value patch);
Message encode_presence(std::size_t connected);
Message encode_error(const session::Refused& refused);
Message encode_pong();

}  // namespace quorate::room

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

// A participant's own part.
struct Own {
  std::optional<json::Value> me;  // once they have joined
  bool waiting = false;           // asked to come in, and not let in yet
};

struct Welcome {
  session::Role role;
  std::int64_t epoch;
  std::uint64_t offset;
  Message view;  // encoded, as many get it; null: the client's is current
  Own own;
  std::string_view code;  // empty: not for this role
  std::size_t connected;
  std::int64_t now_ms;  // since 1970
};

// The view in it is shared, not copied.
Send encode(ConnectionId connection, const Welcome& welcome);
Message encode_view(const json::Value& view);
Message encode_outcome(std::string_view command_id, const session::Outcome& outcome,
                       const Own& own);
Message encode_delta(std::uint64_t from, std::uint64_t to, const json::Value& patch);
Message encode_own(const Own& own);
// For desks: how many they are, and who is connected (P4.3).
Message encode_presence(std::size_t connected, std::size_t desks, std::string_view here);
Message encode_code(std::string_view code);
Message encode_error(const session::Refused& refused);
Message encode_pong();

}  // namespace quorate::room

// Making a workshop over HTTP, as the page that creates one does.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "server/net/client/client_channel.hpp"
#include "shared/json/value.hpp"

namespace quorate::bots {

struct NewWorkshop {
  std::string id;
  std::string code;
  std::string key;
  std::string facilitator;  // tokens
  std::string wall;
};

// Waits until the server answers /healthz, at most `within_ms`. False when it did not.
bool await_server(const net::Address& server, std::int64_t within_ms);

// Waits for the answer. The error is one sentence without a full stop.
tl::expected<NewWorkshop, std::string> create_workshop(const net::Address& server,
                                                       const json::Value& setup);

// The link that people join by, as the workshop's invitation has it.
tl::expected<std::string, std::string> join_link(const net::Address& server,
                                                 const NewWorkshop& workshop);

}  // namespace quorate::bots

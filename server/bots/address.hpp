// Where a server is, as a person types it.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/net/client/client_channel.hpp"

namespace quorate::bots {

// "http://127.0.0.1:8080", with or without a slash at the end; port 80 when there is none. The
// error is one sentence without a full stop: https needs a proxy's other side.
tl::expected<net::Address, std::string> read_address(std::string_view url);

// "http://127.0.0.1:8080", without a slash.
std::string to_url(const net::Address& address);

}  // namespace quorate::bots

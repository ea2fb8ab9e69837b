// Requests of somebody who holds a token, and what is in their answers.
#pragma once

#include <string>

#include "server/net/client/fetch.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {

// An empty `token` is none. Throw when no answer comes.
net::FetchResponse post_as(const net::Address& address, const std::string& token,
                           const std::string& path, const std::string& json);
net::FetchResponse get_as(const net::Address& address, const std::string& token,
                          const std::string& path);

// A text in a JSON answer, "error.code"; empty when there is none.
std::string text_in(const net::FetchResponse& response, const std::string& path);

// Whether the join code `code` opens this workshop.
bool opens(const net::Address& address, const std::string& code, const std::string& workshop);

}  // namespace quorate::test

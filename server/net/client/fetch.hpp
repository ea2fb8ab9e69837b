// A small HTTP client, for bots and tests: one request, one connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "server/net/client/client_channel.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

using Header = std::pair<std::string, std::string>;

struct FetchRequest {
  Address address;
  std::string method = "GET";
  std::string path = "/";
  std::vector<Header> headers;  // beside Host, Connection and Content-Length
  std::string body;
  std::int64_t within_ms = 10'000;
  std::size_t response_bytes = 64 * 1024 * 1024;
};

struct FetchResponse {
  int status = 0;
  std::vector<Header> headers;  // names in lower case
  std::string body;

  // The first header of this lower-case name; empty when there is none.
  std::string_view header(std::string_view name) const;
};

// The error is one sentence for a terminal, without a full stop.
using Fetched = tl::expected<FetchResponse, std::string>;

// `done` is called once, on the loop's thread, never from within this call.
void fetch(Loop& loop, FetchRequest request, std::function<void(Fetched)> done);

// The same, waiting for the response on a loop of its own.
Fetched fetch_now(FetchRequest request);

// A POST of JSON text; a GET.
FetchRequest post_json(const Address& address, const std::string& path, std::string json);
FetchRequest get(const Address& address, const std::string& path);

}  // namespace quorate::net

// The whole server, put together: the only place that names concrete adapters.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "server/app/config.hpp"

namespace quorate::app {

// What somebody who runs the server in the same process is told when it listens.
struct Listening {
  std::uint16_t port = 0;
  std::string local_url;  // "http://localhost:8080"
  std::optional<std::uint16_t> admin_port;
  std::string lan_url;  // the same as local_url when the machine is on no network
};

// Serves until SIGTERM or SIGINT, then goes down in order: accepts nobody any more, tells every
// connection to come back, waits a bounded time until that is sent, closes the log. Blocks. The
// error is one sentence without a full stop.
tl::expected<void, std::string> serve(const Config& config,
                                      const std::function<void(const Listening&)>& listening);

// What is printed on standard output when the server listens, for people and, in its last line
// ("listening on 127.0.0.1:8080"), for programs; before it, where there is an admin listener,
// "admin on 127.0.0.1:9464".
std::string greeting(const Config& config, const Listening& listening, bool colours);

}  // namespace quorate::app

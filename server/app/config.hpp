// What `quorate serve` is told: by a flag, else by the environment, else by a file, else a default.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/budgets/address.hpp"
#include "server/budgets/budgets.hpp"

namespace CLI {
class App;
}

namespace quorate::app {

struct Config {
  std::string file;                // TOML; empty: none
  std::string listen = "0.0.0.0";  // phones on the same network reach it
  std::uint16_t port = 8080;
  std::string admin_listen = "127.0.0.1";
  std::optional<std::uint16_t> admin_port;  // nothing: no listener for who runs the server
  std::string data = "data";                // the folder of the database; made when it is not there
  std::string site;        // the folder of the built pages; empty: those inside the program
  std::string public_url;  // "https://vote.example.org"
  std::vector<std::string> trusted_proxies;  // "10.0.0.0/8": whose forwarding headers are believed
  std::vector<budgets::Network> proxies;     // the same, read by complete()
  std::string create_key;                    // what creating a workshop needs; empty: nothing
  std::size_t connections = budgets::kSockets;
  std::string log_level = "info";
};

// Adds a flag and an environment variable (--public-url, QUORATE_PUBLIC_URL) for every setting.
// `config` outlives `command`.
void add_settings(CLI::App& command, Config& config);

// After the command line was parsed: reads `config.file`, for the settings that neither flag nor
// environment gave, and checks what only makes sense together. A key is its flag with underscores,
// public_url; those about creating are in a table, create.key. The error is one sentence without a
// full stop and names the key.
tl::expected<void, std::string> complete(CLI::App& command, Config& config);

}  // namespace quorate::app

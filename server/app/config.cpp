#include "server/app/config.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <optional>

namespace quorate::app {

namespace {

constexpr int kMostPort = 65'535;
constexpr std::size_t kMostConnections = 1'000'000;
constexpr std::size_t kLeastKey = 8;
constexpr std::size_t kMostKey = 200;

constexpr const char* kCreateTable = "create";  // of the file
constexpr const char* kCreateKey = "create.key";

// "--public-url" of the key "public_url", "--create-key" of "create.key".
std::string flag_of(std::string key) {
  std::replace(key.begin(), key.end(), '_', '-');
  std::replace(key.begin(), key.end(), '.', '-');
  return "--" + key;
}

std::string env_of(const std::string& key) {
  std::string name = flag_of(key).substr(2);
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
    return c == '-' ? '_' : static_cast<char>(std::toupper(c));
  });
  return "QUORATE_" + name;
}

template <class T>
CLI::Option* add(CLI::App& command, const std::string& key, T& value, const std::string& text) {
  return command.add_option(flag_of(key), value, text)->envname(env_of(key))->capture_default_str();
}

// Its help never shows a value: it is a secret, or there is none.
template <class T>
CLI::Option* add_unshown(CLI::App& command, const std::string& key, T& value,
                         const std::string& text) {
  return command.add_option(flag_of(key), value, text)->envname(env_of(key));
}

// The setting that the file calls `name` in this table ("" at the top); null when there is none,
// and for any other spelling.
CLI::Option* option_of(CLI::App& command, const std::string& table, const std::string& name) {
  const bool plain = name.find_first_of("-.") == std::string::npos;
  if (!plain || name == "config" || name == "help") return nullptr;
  if (table == kCreateTable) return command.get_option_no_throw(flag_of(table + "." + name));
  const bool belongs_here = !name.starts_with(std::string(kCreateTable) + "_");
  return table.empty() && belongs_here ? command.get_option_no_throw(flag_of(name)) : nullptr;
}

// The text that the same setting would have as a flag; nothing for a table.
std::optional<std::string> flag_value(const toml::node& node) {
  if (const auto* list = node.as_array()) {
    std::string texts;
    for (const toml::node& one : *list) {
      const auto* text = one.as_string();
      if (text == nullptr) return std::nullopt;
      texts += (texts.empty() ? "" : ",") + text->get();
    }
    return texts;
  }
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
  return std::nullopt;
}

tl::expected<toml::table, std::string> read_toml(const std::string& file) {
  try {
    return toml::parse_file(file);
  } catch (const toml::parse_error& error) {
    return tl::make_unexpected("cannot read " + file + ", line " +
                               std::to_string(error.source().begin.line) + ": " +
                               std::string(error.description()));
  }
}

tl::expected<void, std::string> apply(CLI::Option& option, const std::string& key,
                                      const toml::node& node) {
  const auto value = flag_value(node);
  const bool list = node.is_array() && option.get_items_expected_max() == 1;
  if (!value || list) return tl::make_unexpected(key + " must be one value");
  if (option.count() > 0) return {};  // a flag or the environment said otherwise
  try {
    option.add_result(*value);
    option.run_callback();
  } catch (const CLI::Error& error) {
    return tl::make_unexpected(std::string(error.what()));
  }
  return {};
}

// The keys of one table, called "" at the top, and those of the tables in it.
tl::expected<void, std::string> apply_table(CLI::App& command, const std::string& table,
                                            const toml::table& keys) {
  for (const auto& [name, node] : keys) {
    const std::string key = (table.empty() ? "" : table + ".") + std::string(name.str());
    CLI::Option* const option = option_of(command, table, std::string(name.str()));
    const toml::table* const inner = option == nullptr ? node.as_table() : nullptr;
    if (option == nullptr && (inner == nullptr || (inner->empty() && key != kCreateTable))) {
      return tl::make_unexpected("unknown key '" + key + "'");
    }
    auto applied = inner == nullptr ? apply(*option, key, node) : apply_table(command, key, *inner);
    if (!applied) return applied;
  }
  return {};
}

tl::expected<void, std::string> apply_file(CLI::App& command, const std::string& file) {
  const auto parsed = read_toml(file);
  if (!parsed) return tl::make_unexpected(parsed.error());
  const auto applied = apply_table(command, "", *parsed);
  if (!applied) return tl::make_unexpected(file + ": " + applied.error());
  return {};
}

// Says nothing of what the key is.
tl::expected<void, std::string> check_create_key(CLI::App& command, const std::string& key) {
  if (command.get_option(flag_of(kCreateKey))->count() == 0) return {};
  const bool fits = key.size() >= kLeastKey && key.size() <= kMostKey &&
                    std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (fits) return {};
  return tl::make_unexpected(fmt::format(
      "--create-key must be {} to {} letters, digits and signs of ASCII, without spaces", kLeastKey,
      kMostKey));
}

tl::expected<void, std::string> read_proxies(Config& config) {
  for (const std::string& text : config.trusted_proxies) {
    const auto network = budgets::Network::parse(text);
    if (!network) {
      return tl::make_unexpected("--trusted-proxies must be addresses like 10.0.0.0/8, not '" +
                                 text + "'");
    }
    config.proxies.push_back(*network);
  }
  return {};
}

tl::expected<void, std::string> check_url(std::string& url) {
  if (url.empty()) return {};
  while (url.back() == '/') url.pop_back();
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  const std::string host = url.substr(scheme);
  if (scheme == 0 || host.empty() || host.find_first_of("/?#\" \\@") != std::string::npos) {
    return tl::make_unexpected("--public-url must be like https://vote.example.org, not '" + url +
                               "'");
  }
  return {};
}

}  // namespace

void add_settings(CLI::App& command, Config& config) {
  command
      .add_option("--config", config.file, "A TOML file with these settings, as public_url = \"…\"")
      ->envname("QUORATE_CONFIG");
  add(command, "listen", config.listen, "Address to listen on");
  add(command, "port", config.port, "Port to listen on; 0 is any free one")
      ->check(CLI::Range(0, kMostPort));
  add_unshown(command, "admin_port", config.admin_port,
              "Port for /metrics and /healthz, for who runs the server; 0 is any free one")
      ->check(CLI::Range(0, kMostPort));
  add(command, "admin_listen", config.admin_listen, "Address to listen on for these");
  add(command, "data", config.data, "Folder of the database");
  add(command, "site", config.site,
      "Folder of the built pages, for developing; without it, those inside the program");
  add(command, "public_url", config.public_url, "Where people reach this server, if not here");
  add(command, "trusted_proxies", config.trusted_proxies,
      "Addresses of proxies of yours, as 10.0.0.0/8: their X-Forwarded-For and X-Forwarded-Proto "
      "are believed")
      ->delimiter(',');
  add_unshown(command, kCreateKey, config.create_key,
              "What creating a workshop needs, if anything");
  add(command, "connections", config.connections, "Connections at once")
      ->check(CLI::Range(std::size_t{1}, kMostConnections));
  add(command, "log_level", config.log_level, "What is logged")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
}

tl::expected<void, std::string> complete(CLI::App& command, Config& config) {
  if (!config.file.empty()) {
    if (auto applied = apply_file(command, config.file); !applied) return applied;
  }
  if (auto checked = check_create_key(command, config.create_key); !checked) return checked;
  if (auto read = read_proxies(config); !read) return read;
  return check_url(config.public_url);
}

}  // namespace quorate::app

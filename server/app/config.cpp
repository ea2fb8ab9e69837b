#include "server/app/config.hpp"

#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <optional>

namespace quorate::app {

namespace {

constexpr int kMostPort = 65'535;
constexpr std::size_t kMostConnections = 1'000'000;
constexpr std::size_t kLeastOutboxKib = 16;
constexpr std::size_t kMostOutboxKib = 64 * 1024;

// "public-url" of the key "public_url".
std::string flag_of(std::string key) {
  std::replace(key.begin(), key.end(), '_', '-');
  return "--" + key;
}

std::string env_of(std::string key) {
  std::transform(key.begin(), key.end(), key.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return "QUORATE_" + key;
}

template <class T>
CLI::Option* add(CLI::App& command, const std::string& key, T& value, const std::string& text) {
  return command.add_option(flag_of(key), value, text)->envname(env_of(key))->capture_default_str();
}

// The text that the same setting would have as a flag; nothing for a list or a table.
std::optional<std::string> flag_value(const toml::node& node) {
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

tl::expected<void, std::string> apply_file(CLI::App& command, const std::string& file) {
  const auto parsed = read_toml(file);
  if (!parsed) return tl::make_unexpected(parsed.error());
  for (const auto& [name, node] : *parsed) {
    const std::string key(name.str());
    const bool plain = key.find('-') == std::string::npos && key != "config" && key != "help";
    CLI::Option* option = plain ? command.get_option_no_throw(flag_of(key)) : nullptr;
    if (option == nullptr) return tl::make_unexpected(file + ": unknown key '" + key + "'");
    const auto value = flag_value(node);
    if (!value) return tl::make_unexpected(file + ": " + key + " must be one value");
    if (option->count() > 0) continue;  // a flag or the environment said otherwise
    try {
      option->add_result(*value);
      option->run_callback();
    } catch (const CLI::Error& error) {
      return tl::make_unexpected(file + ": " + error.what());
    }
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
  add(command, "data", config.data, "Folder of the database");
  add(command, "site", config.site, "Folder of the built pages");
  add(command, "public_url", config.public_url, "Where people reach this server, if not here");
  command
      .add_flag("--behind-proxy", config.behind_proxy,
                "Believe X-Forwarded-For and X-Forwarded-Proto")
      ->envname("QUORATE_BEHIND_PROXY");
  add(command, "connections", config.connections, "Connections at once")
      ->check(CLI::Range(std::size_t{1}, kMostConnections));
  add(command, "outbox_kib", config.outbox_kib, "KiB that may wait for one slow reader")
      ->check(CLI::Range(kLeastOutboxKib, kMostOutboxKib));
  add(command, "log_level", config.log_level, "What is logged")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
}

tl::expected<void, std::string> complete(CLI::App& command, Config& config) {
  if (!config.file.empty()) {
    if (auto applied = apply_file(command, config.file); !applied) return applied;
  }
  return check_url(config.public_url);
}

}  // namespace quorate::app

#include "server/app/warnings.hpp"

namespace quorate::app {

bool is_on_network(std::string_view address) {
  return address != "::1" && !address.starts_with("127.");
}

std::vector<std::string> warnings(const Config& config, std::size_t room) {
  std::vector<std::string> sentences;
  const bool proxied = !config.proxies.empty();
  if (is_on_network(config.listen) && !proxied) {
    sentences.emplace_back(
        "listening on the network without TLS: who is between can read and change what people "
        "send; listen on 127.0.0.1 behind a proxy that has TLS, and name it in --trusted-proxies");
  }
  if ((is_on_network(config.listen) || proxied) && config.create_key.empty()) {
    sentences.emplace_back(
        "everybody who reaches this server can make workshops on it; set --create-key to allow "
        "only those who have it");
  }
  if (config.public_url.starts_with("https:") && !proxied) {
    sentences.emplace_back(
        "--public-url has https, and no proxy is named: whoever comes through one counts as one "
        "address with all others; name it in --trusted-proxies");
  }
  if (config.admin_port && is_on_network(config.admin_listen)) {
    sentences.emplace_back(
        "everybody who reaches --admin-listen can read the metrics; 127.0.0.1 is for this computer "
        "alone");
  }
  if (room < config.connections) {
    sentences.push_back("there are open files for " + std::to_string(room) +
                        " connections, not for the " + std::to_string(config.connections) +
                        " of --connections; raise the limit (ulimit -n, LimitNOFILE=)");
  }
  return sentences;
}

}  // namespace quorate::app

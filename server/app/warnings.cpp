#include "server/app/warnings.hpp"

namespace quorate::app {

bool listens_to_network(const Config& config) {
  return config.listen != "::1" && !config.listen.starts_with("127.");
}

std::vector<std::string> warnings(const Config& config, std::size_t room) {
  std::vector<std::string> sentences;
  if (listens_to_network(config)) {
    sentences.emplace_back(
        "listening on the network without TLS: who is between can read and change what people "
        "send; listen on 127.0.0.1 behind a proxy that has TLS");
    if (config.create_key.empty()) {
      sentences.emplace_back(
          "everybody who reaches this server can make workshops on it; set --create-key to allow "
          "only those who have it");
    }
  }
  if (room < config.connections) {
    sentences.push_back("there are open files for " + std::to_string(room) +
                        " connections, not for the " + std::to_string(config.connections) +
                        " of --connections; raise the limit (ulimit -n, LimitNOFILE=)");
  }
  return sentences;
}

}  // namespace quorate::app

// The client in JSON text, as CONTRACT.md has it: what the page says and gets.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "client-wasm/client.hpp"

namespace quorate::client {

// The actions as a JSON array.
std::string write(const Actions& actions);

// One client behind text. Input that cannot be read does nothing but a `complain` action.
class TextClient {
 public:
  std::string input(std::string_view text, std::int64_t now);
  std::string receive(std::string_view text, std::int64_t now);

 private:
  Actions on(const json::Value& input, std::int64_t now);
  Actions on_start(const json::Value& input, std::int64_t now);

  std::unique_ptr<Client> client_;  // none before the start
};

}  // namespace quorate::client

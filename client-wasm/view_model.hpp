// What the screens draw, as one JSON object (CONTRACT.md), and the patches that lead to it.
#pragma once

#include <optional>
#include <string>

#include "client-wasm/connection.hpp"
#include "client-wasm/pending.hpp"
#include "client-wasm/replica.hpp"
#include "shared/json/value.hpp"

namespace quorate::client {

// The last refused command that is no answer.
struct Refusal {
  std::string kind;  // empty when the server complained of no particular command
  std::string code;
  std::string field;
};

class ViewModel {
 public:
  // The patch from what was shown last to the present state; nothing when it looks the same. The
  // view may be large: it is patched by the replica's own changes and never compared whole.
  // `put_off`: the server was too busy for something, and nothing is sent for a while.
  std::optional<json::Value> update(const Connection& connection, Replica& replica,
                                    const Pending& pending, bool put_off,
                                    const std::optional<Refusal>& refusal);

 private:
  json::Value shown_ = json::Value::object();  // all but the view
};

}  // namespace quorate::client

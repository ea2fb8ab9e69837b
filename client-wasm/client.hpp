// The client as a state machine without I/O: told what happened, it returns what to do. The
// browser's page, the bots and the tests drive the same one. CONTRACT.md describes inputs, actions
// and the view model; PROTOCOL.md what is said on the socket.
//
// Deterministic: the same calls with the same arguments give the same actions. `now` is a monotonic
// clock in milliseconds that never runs backwards. No call throws, whatever it is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/actions.hpp"
#include "client-wasm/connection.hpp"
#include "client-wasm/pending.hpp"
#include "client-wasm/random.hpp"
#include "client-wasm/replica.hpp"
#include "client-wasm/timers.hpp"
#include "client-wasm/view_model.hpp"
#include "shared/json/value.hpp"

namespace quorate::client {

enum class As : std::uint8_t { participant, facilitator, cofacilitator, wall };

using Kept = std::vector<Keep>;

struct Start {
  std::string workshop;  // 32 hex
  As as = As::participant;
  std::string secret;  // a participant's; empty: the kept one, or a new one is drawn and kept
  std::string token;   // what the link carries; a participant's, if any, the join key
  Kept kept;           // what earlier Keep actions stored for this workshop
  Random::Seed random{};
};

class Client {
 public:
  explicit Client(Start start);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // The first call, once.
  Actions start(std::int64_t now);

  Actions opened(std::int64_t now);
  // `code` as the socket reported it.
  Actions closed(int code, std::int64_t now);
  // One whole text message from the server.
  Actions received(std::string_view text, std::int64_t now);
  Actions ran_out(Timer timer, std::int64_t now);

  // The person acted: an object with `kind` and what PROTOCOL.md section 3 lists for it, without
  // `id` and `nonce`.
  Actions command(const json::Value& command, std::int64_t now);
  Actions dismiss(std::int64_t now);

  Actions wake(std::int64_t now);
  Actions network(bool online, std::int64_t now);
  // `kept`, if given, is the storage as it is now: another tab may have sent or changed answers.
  Actions take_over(const std::optional<Kept>& kept, std::int64_t now);

 private:
  using Message = json::Value;

  // False: a message the server never sends.
  bool on_message(Message&& message, std::int64_t now);
  bool on_welcome(Message&& message, std::int64_t now);
  bool on_own(Message&& message);
  bool on_outcome(Message&& message);
  bool on_error(const Message& message);
  Pending::Added on_answer(const json::Value& command);

  json::Value hello() const;
  void retry_later();
  void flush(std::int64_t now);
  Actions done(std::int64_t now);

  Start start_;
  Random random_;
  Timers timers_;
  Connection connection_;
  Replica replica_;
  Pending pending_;
  ViewModel view_model_;
  std::optional<Refusal> refusal_;
  std::string group_;  // last joined as; for a server that has lost it
  int passing_refusals_ = 0;
  Actions out_;
};

}  // namespace quorate::client

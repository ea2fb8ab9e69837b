// A WebSocket client that waits for what it wants to hear.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "server/net/client/client_channel.hpp"
#include "shared/json/value.hpp"

namespace quorate::test {

class Talker {
 public:
  Talker();

  // Returns when it is open or refused: true when it is open.
  bool open(const net::Address& address, const std::string& path);
  void send(const std::string& text) { channel_.send(text); }
  // The next message, as JSON. Throws when none comes in time or the connection closes first.
  json::Value receive();
  // The next message of this kind ("t"); others before it are dropped.
  json::Value receive(const std::string& kind);
  // Waits for the end; the close code. Messages that come before it are dropped.
  int closed();
  void cut() { channel_.cut(); }

 private:
  void run_until(const std::function<bool()>& condition, const char* what);

  net::Loop loop_;
  net::ClientChannel channel_;
  bool open_ = false;
  std::optional<int> code_;
  std::deque<std::string> messages_;
};

// Texts of hellos; `token` and `secret` are 32 hex, `key` is the join key.
std::string hello(const std::string& role, const std::string& token);
std::string participant_hello(const std::string& secret, const std::string& key);

}  // namespace quorate::test

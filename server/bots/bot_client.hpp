// The client of the phones and desks without a browser: carries the actions of client::Client out
// on a WebSocket, timers and a storage in memory. What bots measure and tests try is what people
// use.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "client-wasm/client.hpp"
#include "server/net/client/client_channel.hpp"
#include "server/net/loop.hpp"
#include "shared/json/value.hpp"

namespace quorate::bots {

class BotClient {
 public:
  // `changed` is called on the loop's thread whenever the view model has changed, never from within
  // a call to this class; it may call it. `loop` outlives this.
  BotClient(net::Loop& loop, net::Address server, client::Start start,
            std::function<void()> changed);
  BotClient(const BotClient&) = delete;
  BotClient& operator=(const BotClient&) = delete;

  // Connects. Once.
  void start();
  // The person acts: a command as CONTRACT.md has it, {"kind":…}.
  void act(const json::Value& command);
  // The network drops the connection, without a goodbye.
  void lose_connection();
  // "Use this tab", after another one took its place.
  void take_over();
  // The page is closed and opened again on the same phone.
  void reload(const client::Random::Seed& random);

  // The view model (CONTRACT.md).
  const json::Value& model() const { return model_; }
  // A member by its keys; null when there is none.
  template <class... Keys>
  const json::Value* find(const Keys&... keys) const {
    const json::Value* at = &model_;
    ((at = at == nullptr ? nullptr : at->find(keys)), ...);
    return at;
  }
  // Whether that member is this text.
  template <class... Keys>
  bool is(std::string_view text, const Keys&... keys) const {
    const json::Value* at = find(keys...);
    const std::string* found = at == nullptr ? nullptr : at->as_string();
    return found != nullptr && *found == text;
  }
  bool online() const { return is("online", "link"); }
  bool stopped() const { return is("stopped", "link"); }
  // Sockets asked for so far: 1 when it never had to come back.
  int attempts() const { return attempts_; }
  // How often the server put something off, which is sent again by itself.
  int put_off() const { return put_off_; }
  // What is in the phone's storage.
  const std::map<std::string, std::string>& storage() const { return storage_; }

 private:
  client::Kept kept() const;
  void run(const client::Actions& actions);
  void received(std::string_view text);
  void set_timer(const client::SetTimer& action);

  net::Loop& loop_;
  net::Address server_;
  client::Start start_;
  std::function<void()> changed_;
  std::unique_ptr<client::Client> client_;
  net::ClientChannel channel_;
  std::array<std::unique_ptr<net::Timer>, client::kTimers> timers_;
  std::map<std::string, std::string> storage_;
  json::Value model_ = json::Value::object();
  int attempts_ = 0;
  int put_off_ = 0;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // for what is still posted
};

}  // namespace quorate::bots

// A listener and what talks to it, on one loop.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/net/client/client_channel.hpp"
#include "server/net/client/fetch.hpp"
#include "server/net/http/responses.hpp"
#include "server/net/listener/listener.hpp"
#include "tests/integration/raw_socket.hpp"

namespace quorate::net {

inline const std::string kPath = "/ws/" + std::string(32, 'a');
inline const std::string kPollPath = "/poll/" + std::string(32, 'a');

class Pair : public testing::Test {
 protected:
  explicit Pair(std::int64_t write_ms = 100,
                const budgets::Unsent::Limits& unsent = ListenerOptions().unsent) {
    ListenerOptions options;
    options.unsent = unsent;
    options.address = "127.0.0.1";
    options.port = 0;
    options.channels.linger_ms = 500;
    options.channels.stalled_ms = 100;
    options.http.write_ms = write_ms;
    ListenerHandlers handlers;
    handlers.exists = [](const std::string&) { return true; };
    handlers.request = [this](HttpRequest request, Respond respond) {
      on_request(std::move(request), std::move(respond));
    };
    handlers.channels.connected = [this](ConnectionId id, std::string, const budgets::Peer&) {
      id_ = id;
      if (on_connected) on_connected();
    };
    handlers.channels.received = [this](ConnectionId, std::string_view text) {
      received_.emplace_back(text);
      if (on_received) on_received();
    };
    handlers.channels.unreadable = [](ConnectionId, protocol::CloseCode) {};
    handlers.channels.disconnected = [this](ConnectionId) {
      ++disconnected_;
      if (stop_at_disconnect_) loop_.stop();
    };
    handlers.met = [this](budgets::Budget budget) {
      met_.push_back(budget);
      if (on_met) on_met();
    };
    listener_ = *Listener::listen(loop_, options, std::move(handlers));
    address_ = {"127.0.0.1", listener_->port()};
  }

  ClientChannel::Handlers handlers() {
    return {[this] {
              if (on_opened) on_opened();
            },
            [this](std::string_view text) {
              messages_.emplace_back(text);
              if (on_message) on_message();
            },
            [this](int code) {
              code_ = code;
              loop_.stop();
            }};
  }
  // Each time less than may wait, and more than the network takes from somebody who does not read.
  void say_when_connected(int times) {
    if (!id_) return loop_.post([this, times] { say_when_connected(times); });
    for (int i = 0; i < times; ++i) {
      const std::size_t bytes = budgets::kUnsentOfAPhone - 100;
      listener_->send({*id_, message(std::string(bytes, 'v')), false});
    }
  }
  // The key of a channel without a WebSocket.
  std::string open_poll() {
    std::string key;
    fetch(loop_, post_json(address_, kPollPath, ""), [&](Fetched result) {
      key = std::string(result->header("quorate-channel"));
      loop_.stop();
    });
    loop_.run();
    return key;
  }
  static void ask_poll(const test::RawSocket& reader, const std::string& channel) {
    reader.send("GET " + kPollPath + " HTTP/1.1\r\nHost: a\r\nquorate-number: 0\r\n" +
                "quorate-channel: " + channel + "\r\n\r\n");
  }
  static room::Message message(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
  }

  Loop loop_;
  std::unique_ptr<Listener> listener_;
  Address address_;
  std::optional<ConnectionId> id_;
  std::vector<budgets::Budget> met_;
  std::vector<std::string> received_;
  std::vector<std::string> messages_;
  std::optional<int> code_;
  int disconnected_ = 0;
  bool stop_at_disconnect_ = false;
  std::function<void()> on_opened, on_message, on_received, on_connected, on_met;
  std::function<void(HttpRequest, Respond)> on_request = [](HttpRequest, Respond respond) {
    respond(sentence_response(200, "Hello."));
  };
};

}  // namespace quorate::net

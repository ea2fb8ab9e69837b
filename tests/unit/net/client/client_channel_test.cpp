// The client's transport and the listener against each other, in one process.
#include "server/net/client/client_channel.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/net/client/fetch.hpp"
#include "server/net/http/responses.hpp"
#include "server/net/listener/listener.hpp"
#include "tests/integration/raw_socket.hpp"

namespace quorate::net {
namespace {

const std::string kPath = "/ws/" + std::string(32, 'a');
const std::string kPollPath = "/poll/" + std::string(32, 'a');

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

TEST_F(Pair, TextsArriveWholeAndInOrderBothWays) {
  ClientChannel client(loop_, handlers());
  const std::string large(3'000'000, 'v');
  on_opened = [&] {
    for (int i = 0; i < 50; ++i) client.send(std::to_string(i));
  };
  on_received = [&] {
    listener_->send({*id_, message(received_.back()), false});
    if (received_.size() < 50) return;
    listener_->seated({*id_, session::Role::facilitator});
    listener_->send({*id_, message(large), false});
  };
  on_message = [&] {
    if (messages_.back().size() == large.size()) loop_.stop();
  };
  client.open(address_, kPath);
  loop_.run();
  ASSERT_EQ(messages_.size(), 51u);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(received_[static_cast<std::size_t>(i)], std::to_string(i));
    EXPECT_EQ(messages_[static_cast<std::size_t>(i)], std::to_string(i));
  }
  EXPECT_EQ(messages_.back(), large);
}

TEST_F(Pair, AClosedConnectionTellsItsCodeAfterWhatWasSent) {
  ClientChannel client(loop_, handlers());
  on_opened = [&] { client.send("hello"); };
  on_received = [&] {
    listener_->send({*id_, message("outcome"), false});
    listener_->close(*id_, protocol::CloseCode::other_tab);
    listener_->send({*id_, message("too late"), false});
  };
  client.open(address_, kPath);
  loop_.run();
  EXPECT_EQ(messages_, std::vector<std::string>{"outcome"});
  EXPECT_EQ(code_, 4006);
}

TEST_F(Pair, AfterAnOwnCloseNothingMoreIsReported) {
  stop_at_disconnect_ = true;
  ClientChannel client(loop_, handlers());
  on_opened = [&] {
    client.send("last words");
    client.close();
  };
  client.open(address_, kPath);
  loop_.run();
  EXPECT_EQ(received_, std::vector<std::string>{"last words"});
  EXPECT_EQ(code_, std::nullopt);
  EXPECT_EQ(disconnected_, 1);
}

TEST_F(Pair, ACutIsNoticedByTheServer) {
  stop_at_disconnect_ = true;
  ClientChannel client(loop_, handlers());
  on_opened = [&] { client.cut(); };
  client.open(address_, kPath);
  loop_.run();
  EXPECT_EQ(disconnected_, 1);
  EXPECT_EQ(code_, std::nullopt);
}

TEST_F(Pair, ADestroyedClientIsNoticedByTheServer) {
  stop_at_disconnect_ = true;
  auto client = std::make_unique<ClientChannel>(loop_, handlers());
  on_opened = [&] { client.reset(); };
  client->open(address_, kPath);
  loop_.run();
  EXPECT_EQ(disconnected_, 1);
}

TEST_F(Pair, ADestroyedServerIsNoticedByTheClient) {
  ClientChannel client(loop_, handlers());
  on_opened = [&] { listener_.reset(); };
  client.open(address_, kPath);
  loop_.run();
  EXPECT_EQ(code_, kNoCloseCode);
}

TEST_F(Pair, ARefusedOpeningIsReportedAsNoCode) {
  ClientChannel client(loop_, handlers());
  client.open(address_, "/ws/nothing");
  loop_.run();
  EXPECT_EQ(code_, kNoCloseCode);
  code_.reset();
  client.open({"127.0.0.1", 1}, kPath);
  loop_.run();
  EXPECT_EQ(code_, kNoCloseCode);
}

TEST_F(Pair, AMessageBeyondTheClientsLimitEndsTheConnection) {
  ClientChannel client(loop_, handlers(), {.message_bytes = 100});
  on_opened = [&] { client.send("hello"); };
  on_received = [&] { listener_->send({*id_, message(std::string(101, 'x')), false}); };
  client.open(address_, kPath);
  loop_.run();
  EXPECT_TRUE(messages_.empty());
  EXPECT_EQ(code_, kNoCloseCode);
}

TEST_F(Pair, AStoppedServerSaysWhenTheLastConnectionIsGone) {
  ClientChannel client(loop_, handlers());
  on_opened = [&] { client.send("hello"); };
  bool empty = false;
  on_received = [&] {
    listener_->stop([&] {
      empty = true;
      loop_.stop();
    });
    EXPECT_FALSE(empty);
    listener_->close(*id_, protocol::CloseCode::come_back);
  };
  client.open(address_, kPath);
  while (!empty) loop_.run();
  EXPECT_EQ(code_, 4000);
  EXPECT_EQ(listener_->connections().size(), 0u);
}

TEST_F(Pair, ARequestIsAnsweredLaterToo) {
  std::optional<Fetched> fetched;
  on_request = [&](HttpRequest request, Respond respond) {
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/api/join");
    EXPECT_EQ(request.body, "{}");
    EXPECT_EQ(request.peer, budgets::Peer(*budgets::Address::parse("127.0.0.1")));
    EXPECT_EQ(request.header("content-type"), "application/json");
    loop_.post([respond] { respond(error_response(404, "unknown_code")); });
  };
  fetch(loop_, post_json(address_, "/api/join?x=1", "{}"), [&](Fetched result) {
    fetched = std::move(result);
    loop_.stop();
  });
  loop_.run();
  ASSERT_TRUE(fetched && *fetched);
  EXPECT_EQ((*fetched)->status, 404);
  EXPECT_EQ((*fetched)->body, R"({"error":{"code":"unknown_code"}})");
}

TEST_F(Pair, AnAskerWhoHangsUpIsNoticedAndTheirConnectionEnds) {
  Respond owed;
  bool hung_up = false;
  on_request = [&](const HttpRequest& request, Respond respond) {
    owed = std::move(respond);
    request.asker->hung_up = [&] {
      hung_up = true;
      owed = nullptr;
      loop_.stop();
    };
  };
  FetchRequest request = post_json(address_, "/api/join", "{}");
  request.within_ms = 200;
  fetch(loop_, std::move(request), [](const Fetched&) {});
  while (!hung_up) loop_.run();
  listener_->stop([&] { loop_.stop(); });
  loop_.run();
  EXPECT_EQ(listener_->connections().size(), 0u);
}

// Opens a channel, and never reads from it.
void open_unread(const test::RawSocket& reader) {
  reader.send("GET " + kPath + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n" +
              "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}
constexpr int kSmallBuffer = 4096;

TEST_F(Pair, AReaderThatDoesNotReadIsClosedAsSlowAfterAWhile) {
  const test::RawSocket reader(address_, kSmallBuffer);
  open_unread(reader);
  stop_at_disconnect_ = true;
  loop_.post([this] { say_when_connected(1); });
  loop_.run();
  EXPECT_EQ(disconnected_, 1);
  EXPECT_EQ(met_, std::vector{budgets::Budget::unsent_of_a_connection});
  EXPECT_EQ(listener_->connections().closed_slow(), 1u);
}

TEST_F(Pair, AReaderForWhomTooMuchWaitsIsClosedAtOnceWhileOthersGoOn) {
  const test::RawSocket reader(address_, kSmallBuffer);
  open_unread(reader);
  stop_at_disconnect_ = true;
  loop_.post([this] { say_when_connected(2); });
  loop_.run();
  EXPECT_EQ(disconnected_, 1);
  EXPECT_EQ(met_, std::vector{budgets::Budget::unsent_of_a_connection});
  EXPECT_EQ(listener_->connections().closed_slow(), 1u);
  ClientChannel other(loop_, handlers());
  on_opened = [&] { other.send("hello"); };
  on_received = [&] { listener_->send({*id_, message("welcome"), false}); };
  on_message = [&] { loop_.stop(); };
  other.open(address_, kPath);
  loop_.run();
  EXPECT_EQ(messages_, std::vector<std::string>{"welcome"});
}

// A file of so many pieces; `gone` is called when it is let go.
HttpResponse file_of(int pieces, std::function<void()> gone) {
  constexpr std::size_t kPieceBytes = 300'000;
  HttpResponse response;
  response.file = std::make_shared<HttpFile>();
  for (int i = 0; i < pieces; ++i) {
    response.file->pieces.emplace_back(kPieceBytes, static_cast<char>('a' + i));
    response.file->bytes += kPieceBytes;
  }
  response.file->until_sent =
      std::shared_ptr<const void>(nullptr, [gone = std::move(gone)](const void*) { gone(); });
  return response;
}

TEST_F(Pair, AFileArrivesWholeAndIsLetGoOnceItWasSent) {
  bool gone = false;
  on_request = [&](HttpRequest, Respond respond) { respond(file_of(3, [&] { gone = true; })); };
  std::optional<Fetched> fetched;
  fetch(loop_, get(address_, "/"), [&](Fetched result) { fetched = std::move(result); });
  const std::function<void()> look = [&] { fetched&& gone ? loop_.stop() : loop_.post(look); };
  loop_.post(look);
  loop_.run();
  ASSERT_TRUE(*fetched) << fetched->error();
  std::string whole;
  for (const char letter : {'a', 'b', 'c'}) whole += std::string(300'000, letter);
  EXPECT_TRUE((*fetched)->body == whole);
}

TEST_F(Pair, AReaderWhoTakesNothingOfAFileIsEndedAndTheFileLetGo) {
  on_request = [&](HttpRequest, Respond respond) { respond(file_of(20, [&] { loop_.stop(); })); };
  const test::RawSocket reader(address_, kSmallBuffer);
  reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  loop_.run();
}

// Nobody is ended within a test for being slow with a response.
class PatientPair : public Pair {
 protected:
  PatientPair() : Pair(HttpDeadlines{}.write_ms) {}
};

TEST_F(PatientPair, WhoAsksAgainWithoutReadingHasNoChannelAnyMore) {
  const std::string channel = open_poll();
  say_when_connected(1);
  const test::RawSocket first(address_, kSmallBuffer);
  const test::RawSocket second(address_, kSmallBuffer);
  for (const test::RawSocket* reader : {&first, &second}) {
    ask_poll(*reader, channel);
  }
  FetchRequest third = get(address_, kPollPath);
  third.headers = {{"quorate-number", "0"}, {"quorate-channel", channel}};
  int status = 0;
  fetch(loop_, third, [&](Fetched result) {
    status = result ? result->status : 0;
    loop_.stop();
  });
  stop_at_disconnect_ = true;
  while (status == 0 || disconnected_ == 0) loop_.run();
  EXPECT_EQ(status, 404);
}

// As much may wait for an address as for one phone and a half.
class NarrowPair : public Pair {
 protected:
  NarrowPair() : Pair(HttpDeadlines{}.write_ms, {budgets::kUnsent, kAnAddress}) {
    on_met = [this] { loop_.stop(); };
  }
  static constexpr std::size_t kAnAddress = budgets::kUnsentOfAPhone * 3 / 2;
};

TEST_F(NarrowPair, ReadersOfAnAddressWhoDoNotReadMakeRoomForEachOther) {
  const test::RawSocket first(address_, kSmallBuffer);
  open_unread(first);
  loop_.post([this] { say_when_connected(1); });
  on_connected = [this] { loop_.stop(); };
  loop_.run();
  loop_.post([this] { loop_.stop(); });
  loop_.run();
  EXPECT_TRUE(met_.empty());
  const test::RawSocket second(address_, kSmallBuffer);
  open_unread(second);
  loop_.run();
  say_when_connected(1);
  EXPECT_EQ(met_, std::vector{budgets::Budget::unsent_of_an_address});
  EXPECT_EQ(listener_->connections().closed_slow(), 1u);
  EXPECT_LE(listener_->connections().unsent_bytes(), kAnAddress);
  EXPECT_GT(listener_->connections().unsent_bytes(), 0u) << "one of the two goes on";
}

TEST_F(NarrowPair, AResponseThatNobodyReadsIsCountedBesideWhatItsChannelKeeps) {
  const std::string channel = open_poll();
  say_when_connected(1);
  EXPECT_TRUE(met_.empty());
  const test::RawSocket reader(address_, kSmallBuffer);
  ask_poll(reader, channel);
  while (met_.empty()) loop_.run();
  EXPECT_EQ(met_.front(), budgets::Budget::unsent_of_an_address);
  EXPECT_LE(listener_->connections().unsent_bytes(), kAnAddress);
}

TEST_F(Pair, ARequestThatIsNotAnsweredInTimeFailsInWords) {
  Respond owed;
  on_request = [&](HttpRequest, Respond respond) { owed = std::move(respond); };
  auto request = get(address_, "/");
  request.within_ms = 50;
  std::optional<Fetched> fetched;
  fetch(loop_, request, [&](Fetched result) {
    fetched = std::move(result);
    loop_.stop();
  });
  loop_.run();
  ASSERT_TRUE(fetched);
  ASSERT_FALSE(*fetched);
  EXPECT_NE(fetched->error().find("took too long"), std::string::npos);
}

TEST_F(Pair, ARequestWhoseReplyIsDroppedEndsItsConnection) {
  on_request = [](HttpRequest, Respond) {};
  std::optional<Fetched> fetched;
  fetch(loop_, get(address_, "/"), [&](Fetched result) {
    fetched = std::move(result);
    loop_.stop();
  });
  loop_.run();
  ASSERT_TRUE(fetched);
  EXPECT_FALSE(*fetched);
  EXPECT_EQ(listener_->connections().size(), 0u);
}

}  // namespace
}  // namespace quorate::net

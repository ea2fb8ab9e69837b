// The client's transport and the listener against each other, in one process.
#include "server/net/client/client_channel.hpp"

#include <gtest/gtest.h>

#include "server/net/client/fetch.hpp"
#include "server/net/http/responses.hpp"
#include "tests/unit/net/client/pair.hpp"

namespace quorate::net {
namespace {

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

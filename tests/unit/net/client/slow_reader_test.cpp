// Readers that take nothing, or too little, of what they are sent.
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/unit/net/client/pair.hpp"

namespace quorate::net {
namespace {

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

}  // namespace
}  // namespace quorate::net

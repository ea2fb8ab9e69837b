// The files of ended workshops: few at once, the others in their turn, and what is nobody's any
// more gives its turn up.
#include "server/api/transcripts.hpp"

#include <gtest/gtest.h>

#include <map>

#include "server/budgets/budgets.hpp"
#include "server/log/memory.hpp"
#include "server/room/random.hpp"
#include "tests/support/pieces.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::api {
namespace {

constexpr int kOthersTurns = 500;  // of the loop: more than any file needs

class ManyTranscripts : public ::testing::Test {
 protected:
  ManyTranscripts() {
    session::Workshop workshop;
    workshop.join("a");
    workshop.desk("open", "time:1");
    workshop.answer("a", "time", 7);
    workshop.desk("reveal", "time:1");
    workshop.end();
    keep(kEnded, workshop);
    keep(kNotEnded, session::Workshop());
  }

  // As person number `asker` of this address.
  void ask(int asker, const std::string& address, const std::string& workshop = kEnded) {
    HttpRequest request;
    request.peer = budgets::Peer(*budgets::Address::parse(address));
    request.asker = askers_[asker] = std::make_shared<net::Asker>();
    transcripts_->ask(request, workshop, [this, asker](HttpResponse response) {
      answers_.emplace(asker, std::move(response));
    });
  }
  // As many of different addresses, from number `first` on.
  void ask_from_elsewhere(int first, std::size_t many) {
    for (std::size_t i = 0; i < many; ++i) {
      const int asker = first + static_cast<int>(i);
      ask(asker, "192.0.2." + std::to_string(asker));
    }
  }
  void hang_up(int asker) { askers_.at(asker)->hung_up(); }

  void wait_for(int asker) {
    look([&] { return answers_.contains(asker); });
    ASSERT_TRUE(answers_.contains(asker));
  }
  void let_others_come() {
    int turns = 0;
    look([&] { return ++turns > kOthersTurns; });
  }
  bool answered(int asker) const { return answers_.contains(asker); }
  int status_of(int asker) const { return answers_.at(asker).status; }
  // All of it was sent.
  void send(int asker) { answers_.erase(asker); }

  static constexpr char kEnded[] = "11111111111111111111111111111111";
  static constexpr char kNotEnded[] = "22222222222222222222222222222222";

  Loop loop_;
  log::MemoryStore store_{[this](std::function<void()> later) { loop_.post(std::move(later)); }};
  std::map<int, std::shared_ptr<net::Asker>> askers_;
  std::map<int, HttpResponse> answers_;
  std::shared_ptr<Transcripts> transcripts_ =
      std::make_shared<Transcripts>(loop_, store_.log(), [](std::uint8_t* bytes, std::size_t size) {
        std::fill(bytes, bytes + size, std::uint8_t{7});
      });

 private:
  void keep(const std::string& id, const session::Workshop& workshop) {
    std::vector<log::Record> batch;
    for (const auto& [envelope, payload] : workshop.records) {
      batch.push_back({envelope, payload, std::string(16, 's')});
    }
    bool stored = false;
    store_.log().append(id, std::move(batch), [&](auto failure) { stored = !failure; });
    look([&] { return stored; });
  }

  // Runs the loop until it is so, looking at each of its turns.
  void look(const std::function<bool()>& is_so) {
    const std::function<void()> again = [&] { is_so() ? loop_.stop() : loop_.post(again); };
    loop_.post(again);
    loop_.run();
  }
};

TEST_F(ManyTranscripts, AreMadeTwoAtOnceAndTheNextWhenOneOfThemWasSent) {
  ask_from_elsewhere(1, 4);
  wait_for(1);
  wait_for(2);
  let_others_come();
  EXPECT_FALSE(answered(3));
  EXPECT_FALSE(answered(4));
  send(2);
  wait_for(3);
  let_others_come();
  EXPECT_FALSE(answered(4));
  send(1);
  wait_for(4);
  EXPECT_EQ(status_of(4), status::kOk);
}

TEST_F(ManyTranscripts, AreEachTheWholeFile) {
  ask_from_elsewhere(1, 3);
  for (int asker = 1; asker <= 3; ++asker) {
    wait_for(asker);
    ASSERT_EQ(status_of(asker), status::kOk);
    const net::HttpFile& file = *answers_.at(asker).file;
    const std::string text = test::joined(file.pieces);
    EXPECT_EQ(text.size(), file.bytes);
    const auto replayed = transcript::replay(text);
    ASSERT_TRUE(replayed) << replayed.error().detail;
    EXPECT_EQ(replayed->records, 6u);
    send(asker);
  }
}

TEST_F(ManyTranscripts, BeyondThoseThatMayWaitAreAskedForLater) {
  constexpr int kAll = budgets::kTranscripts + budgets::kTranscriptsWaiting;
  ask_from_elsewhere(1, kAll);
  ask(100, "198.51.100.1");
  ASSERT_EQ(answers_.size(), 1u) << "one of those that wait gives way";
  const int out = answers_.begin()->first;
  EXPECT_EQ(status_of(out), status::kUnavailable);
  EXPECT_EQ(answers_.at(out).headers.back().name, "retry-after");
  send(out);
  for (int asker = 1; asker <= kAll; ++asker) {
    if (asker == out) continue;
    wait_for(asker);
    EXPECT_EQ(status_of(asker), status::kOk);
    send(asker);
  }
  wait_for(100);
  EXPECT_EQ(status_of(100), status::kOk);
}

TEST_F(ManyTranscripts, OfOneAddressTakeNobodyElsesPlace) {
  constexpr int kMost = budgets::kTranscriptsOfAnAddress;
  for (int asker = 1; asker <= kMost + 30; ++asker) ask(asker, "192.0.2.1");
  ask(100, "198.51.100.1");
  EXPECT_FALSE(answered(100));
  for (int asker = 2; asker <= 31; ++asker) {
    ASSERT_TRUE(answered(asker)) << asker;
    EXPECT_EQ(status_of(asker), status::kUnavailable);
  }
  for (int asker = 32; asker <= kMost + 30; ++asker) EXPECT_FALSE(answered(asker)) << asker;
}

TEST_F(ManyTranscripts, OfOneAddressTakeOneTurnAtATime) {
  for (int asker = 1; asker <= 3; ++asker) ask(asker, "192.0.2.1");
  ask(4, "198.51.100.1");
  wait_for(1);
  wait_for(4);
  let_others_come();
  EXPECT_FALSE(answered(2));
  send(1);
  wait_for(2);
  let_others_come();
  EXPECT_FALSE(answered(3));
}

TEST_F(ManyTranscripts, ThatNobodyWaitsForAnyMoreAreForgotten) {
  ask_from_elsewhere(1, 4);
  wait_for(1);
  wait_for(2);
  hang_up(3);
  send(1);
  wait_for(4);
  EXPECT_FALSE(answered(3));
}

TEST_F(ManyTranscripts, GiveTheirTurnUpWhenTheAskerGoesWhileTheyAreRead) {
  ask_from_elsewhere(1, 3);
  hang_up(1);
  hang_up(2);
  wait_for(3);
  EXPECT_FALSE(answered(1));
  EXPECT_FALSE(answered(2));
}

TEST_F(ManyTranscripts, ThatCannotBeMadeGiveTheirTurnUp) {
  for (int asker = 1; asker <= 3; ++asker) ask(asker, "192.0.2.1", kNotEnded);
  for (int asker = 1; asker <= 3; ++asker) {
    wait_for(asker);
    EXPECT_EQ(status_of(asker), status::kConflict);
  }
  store_.faults().fail_reads = true;
  for (int asker = 4; asker <= 6; ++asker) ask(asker, "192.0.2.1");
  for (int asker = 4; asker <= 6; ++asker) {
    wait_for(asker);
    EXPECT_EQ(status_of(asker), status::kUnavailable);
  }
  store_.faults().fail_reads = false;
  ask(7, "192.0.2.1");
  wait_for(7);
  EXPECT_EQ(status_of(7), status::kOk);
}

}  // namespace
}  // namespace quorate::api

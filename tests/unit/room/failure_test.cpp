// What an exception costs: the room that it left half changed, or the one connection whose message
// did not get as far. Nobody else hears of it, and nothing that was said is lost or counted twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/unit/room/hall.hpp"
#include "tests/unit/room/scarce_memory.hpp"

namespace quorate::room {
namespace {

using protocol::CloseCode;

constexpr int kMostAllocations = 10'000;  // of one event

// The allocation to fail in the next run, where there are too many to try each.
int after(int nth) { return nth + 1 + nth / 16; }

constexpr char kOpenTime[] = R"("kind":"open","questions":[{"factor":"time","round":1}])";
constexpr char kCommandId[] = "abababababababababababab";

std::string rating(int value) {
  return R"("kind":"answer","factor":"time","round":1,"nonce":"00112233445566778899aabbccddeeff",)"
         R"("value":)" +
         std::to_string(value);
}

void say_hello(Hall& hall, ConnectionId connection, char person, const std::string& workshop) {
  hall.say(connection, phone_hello(std::string(32, person), hall.key_of(workshop)));
}

std::string closing_now() {
  return R"("kind":"closing","at_ms":)" + std::to_string(1'700'000'000'000 + 2000);
}

std::string out_of_service(const std::string& workshop, const std::string& reason) {
  return "workshop " + workshop + " is out of service for 5 s: " + reason;
}

// A workshop with an open question, and another one beside it.
struct Floor {
  Floor() : other(hall.create()) {
    desk = hall.desk();
    phone = hall.joined('a');
    hall.command(desk, kOpenTime);
    elsewhere = hall.connect(other);
    say_hello(hall, elsewhere, 'e', other);
    hall.pass(2000);
    hall.heard(phone);
    hall.heard(elsewhere);
  }

  // From now on the n-th allocation of the first event of this kind fails.
  template <class Kind>
  void make_scarce(int nth) {
    hall.instead_of_on = [this, nth](const Event& event) {
      if (done || !std::holds_alternative<Kind>(event)) {
        return hall.registry().on(hall.now(), event);
      }
      done = true;
      const ScarceMemory scarce(nth);
      auto actions = hall.registry().on(hall.now(), event);
      ran_out = ScarceMemory::ran_out();
      return actions;
    };
  }

  // How often the log has this person's rating.
  std::ptrdiff_t stored() {
    const auto records = hall.records();
    return std::count_if(records.begin(), records.end(), [](const std::string& record) {
      return record.find(kCommandId) != std::string::npos;
    });
  }

  bool others_go_on() {
    hall.heard(elsewhere);
    hall.say(elsewhere, R"({"t":"ping"})");
    return !hall.closed(elsewhere) && hall.heard(elsewhere, "pong").size() == 1;
  }

  Hall hall;
  std::string other;
  ConnectionId desk = 0;
  ConnectionId phone = 0;
  ConnectionId elsewhere = 0;
  bool done = false;
  bool ran_out = false;
};

TEST(Failure, ARoomThatCannotFoldARecordIsOutOfServiceAndOthersGoOn) {
  Floor floor;
  Hall& hall = floor.hall;
  const ConnectionId silent = hall.connect();  // has not said hello
  floor.make_scarce<Stored>(3);
  hall.command(floor.phone, rating(7), kCommandId);
  ASSERT_TRUE(floor.ran_out);
  for (const ConnectionId one : {floor.desk, floor.phone, silent}) {
    EXPECT_EQ(hall.closed(one), CloseCode::come_back);
  }
  EXPECT_TRUE(hall.heard(floor.phone).empty());
  EXPECT_EQ(hall.troubles,
            (std::vector<std::string>{out_of_service(hall.workshop, "std::bad_alloc")}));
  EXPECT_EQ(hall.noticed, std::vector{ops::SecurityEvent::room_failed});
  EXPECT_TRUE(floor.others_go_on());
  EXPECT_EQ(hall.registry().rooms(), 1u);
  EXPECT_EQ(hall.registry().connections(), 1u);
  hall.pass(kOutOfServiceMs);
  const ConnectionId back = hall.phone('a');
  EXPECT_EQ(text(hall.heard(back, "welcome")[0], "role"), "participant");
  hall.command(back, rating(7), kCommandId);  // its record was durable
  EXPECT_EQ(outcome(hall, back), "ok");
  EXPECT_EQ(floor.stored(), 1);
}

TEST(Failure, ARecordThatCanNeverBeFoldedIsNotFoldedForEverybodyWhoComesBack) {
  Floor floor;
  Hall& hall = floor.hall;
  int folds = 0;
  hall.instead_of_on = [&](const Event& event) {
    const auto* stored = std::get_if<Stored>(&event);
    if (stored == nullptr || stored->workshop != hall.workshop || stored->position < 2) {
      return hall.registry().on(hall.now(), event);
    }
    ++folds;
    const ScarceMemory scarce(1);
    return hall.registry().on(hall.now(), event);
  };
  hall.command(floor.desk, R"("kind":"end")");
  EXPECT_EQ(folds, 1);
  constexpr int kSeconds = 60;
  for (int i = 0; i < 10 * kSeconds; ++i) {
    ASSERT_EQ(hall.closed(hall.phone('a')), CloseCode::come_back);
    if (i % 100 == 0) ASSERT_TRUE(floor.others_go_on());
    hall.pass(100);
  }
  EXPECT_LE(folds, 1 + kSeconds * 1000 / kOutOfServiceMs);
  EXPECT_GE(folds, 10);
}

TEST(Failure, ARoomThatFailsAtItsTimeLeavesToTheOthersWhatTheyAreToBeSent) {
  Floor floor;
  Hall& hall = floor.hall;
  std::set<ConnectionId> others;  // in rooms on both sides of the one that fails
  for (int i = 0; i < 6; ++i) {
    const std::string workshop = hall.create();
    for (const char person : {'c', 'd'}) {
      const ConnectionId other = hall.connect(workshop);
      say_hello(hall, other, person, workshop);
      hall.command(other, R"("kind":"join","group":"staff")");
      others.insert(other);
    }
  }
  hall.command(floor.desk, closing_now());
  hall.failing_draws = 1;  // for the close that the room appends by itself
  const Now later{hall.now().steady_ms + 5000, hall.now().wall_ms + 5000};
  std::set<ConnectionId> sent;
  std::set<ConnectionId> closed;
  for (int wakes = 0; wakes < 2; ++wakes) {
    for (const Action& action : hall.registry().on(later, Woken{})) {
      if (const auto* send = std::get_if<Send>(&action)) sent.insert(send->connection);
      if (const auto* close = std::get_if<Disconnect>(&action)) closed.insert(close->connection);
    }
  }
  EXPECT_EQ(closed, (std::set{floor.desk, floor.phone}));
  EXPECT_EQ(sent, others);
}

TEST(Failure, ACommandThatCannotBeTakenToTheLogCostsItsRoomAndMayBeSentAgain) {
  Floor floor;
  Hall& hall = floor.hall;
  const auto before = hall.records().size();
  hall.failing_draws = 1;
  hall.command(floor.phone, rating(7), kCommandId);
  EXPECT_EQ(hall.closed(floor.desk), CloseCode::come_back);
  EXPECT_EQ(hall.closed(floor.phone), CloseCode::come_back);
  EXPECT_EQ(hall.records().size(), before);
  EXPECT_TRUE(floor.others_go_on());
  hall.pass(kOutOfServiceMs);
  const ConnectionId back = hall.phone('a');
  hall.command(back, rating(7), kCommandId);
  EXPECT_EQ(outcome(hall, back), "ok");
}

TEST(Failure, ACommandThatFailsWhileItIsJudgedCostsItsSenderAlone) {
  int n = 1;
  for (; n < kMostAllocations; ++n) {
    Floor floor;
    Hall& hall = floor.hall;
    floor.make_scarce<Received>(n);
    hall.command(floor.phone, R"("kind":"reveal","questions":[{"factor":"time","round":1}])");
    ASSERT_FALSE(hall.closed(floor.desk)) << n;
    if (!floor.ran_out) break;
    ASSERT_EQ(hall.closed(floor.phone), CloseCode::come_back) << n;
    ASSERT_EQ(hall.troubles,
              (std::vector<std::string>{"a message could not be taken: std::bad_alloc"}));
  }
  EXPECT_GT(n, 10);
  EXPECT_LT(n, kMostAllocations);
}

TEST(Failure, AnAppendOfARoomThatIsGoneIsNotTakenForOneOfItsSuccessor) {
  Floor floor;
  Hall& hall = floor.hall;
  const auto anew = [&](ConnectionId phone) {
    hall.failing_draws = 1;
    hall.command(phone, rating(1));
    hall.pass(kOutOfServiceMs);
    const ConnectionId back = hall.phone('a');
    hall.heard(back);
    return back;
  };
  const ConnectionId first = anew(floor.phone);
  hall.faults().hold = true;
  hall.faults().fail_next = 1;
  hall.command(first, rating(7));  // the first append of its room
  const ConnectionId back = anew(first);
  hall.command(back, rating(8));  // as is this
  hall.store().release();
  hall.settle();
  EXPECT_EQ(outcome(hall, back), "ok");
}

// Wherever it happens: nothing leaves the registry, the other workshop goes on, and what was said
// can be said again and counts once.
template <class Kind>
void runs_out_of_memory_everywhere_in() {
  int n = 1;
  for (; n < kMostAllocations; ++n) {
    Floor floor;
    Hall& hall = floor.hall;
    floor.make_scarce<Kind>(n);
    hall.command(floor.phone, rating(7), kCommandId);
    hall.disconnect(hall.joined('b'));
    ASSERT_TRUE(floor.done);
    ASSERT_TRUE(floor.others_go_on()) << n;
    ASSERT_EQ(hall.troubles.empty(), !floor.ran_out) << n;
    if (!floor.ran_out) break;
    ASSERT_EQ(hall.closed(floor.phone), CloseCode::come_back) << n;
    ASSERT_TRUE(hall.heard(floor.phone).empty()) << "what it still wanted to say is not said";
    hall.pass(kOutOfServiceMs + 2000);
    const ConnectionId back = hall.phone('a');
    const ConnectionId desk = hall.desk();
    hall.command(back, rating(7), kCommandId);
    ASSERT_EQ(outcome(hall, back), "ok") << n;
    ASSERT_EQ(floor.stored(), 1) << n;
    ASSERT_FALSE(hall.heard(desk, "welcome").empty()) << n;
  }
  EXPECT_GT(n, 2);
  EXPECT_LT(n, kMostAllocations);
}

TEST(Failure, WithoutMemoryForAMessageNothingIsLostOrCountedTwice) {
  runs_out_of_memory_everywhere_in<Received>();
}

TEST(Failure, WithoutMemoryForARecordNothingIsLostOrCountedTwice) {
  runs_out_of_memory_everywhere_in<Stored>();
}

TEST(Failure, WithoutMemoryForANewcomersRoomNothingIsLostOrCountedTwice) {
  for (int n = 1;; n = after(n)) {
    ASSERT_LT(n, kMostAllocations);
    Floor floor;
    Hall& hall = floor.hall;
    const std::string third = hall.create();
    floor.make_scarce<CaughtUp>(n);
    const ConnectionId first = hall.connect(third);
    say_hello(hall, first, 'c', third);
    ASSERT_TRUE(floor.done) << n;
    ASSERT_TRUE(floor.others_go_on()) << n;
    ASSERT_FALSE(hall.closed(floor.desk)) << n;
    if (!floor.ran_out) break;
    ASSERT_EQ(hall.closed(first), CloseCode::come_back) << n;
    ASSERT_EQ(hall.troubles, (std::vector<std::string>{out_of_service(third, "std::bad_alloc")}));
    hall.pass(kOutOfServiceMs);
    const ConnectionId second = hall.connect(third);
    say_hello(hall, second, 'c', third);
    ASSERT_EQ(hall.heard(second, "welcome").size(), 1u) << n;
  }
}

}  // namespace
}  // namespace quorate::room

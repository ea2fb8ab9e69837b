// P5.1 at the level of bytes: the same story, told twice with other ratings and reasons wherever no
// reveal shows them, sends the same messages to everybody. Only a person's own part may differ.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "server/room/identity.hpp"
#include "shared/json/write.hpp"
#include "tests/unit/property_cases.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using json::Value;

constexpr int kCases = 100;
constexpr int kLongCases = 1'000;
const bool kConfigured = quorate::testing::configure_properties(kCases, kLongCases);

constexpr std::array<const char*, 3> kFactors = {"power", "time", "legal"};
constexpr std::array<const char*, 3> kGroups = {"lived", "staff", "leaders"};
constexpr std::size_t kPeople = 7;
constexpr std::size_t kSteps = 60;

enum class What {
  join,
  answer,
  open,
  close,
  reveal,
  more_time,
  remove,
  merge,
  regroup,
  pause,
  proxy,
  proxy_answer
};

struct Step {
  What what;
  std::size_t person;
  std::size_t other;
  std::size_t factor;
  std::size_t group;
  int value;
  std::string nonce;
  bool on;
};

std::vector<Step> story(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  // Mostly answers, and enough people and reveals for something to be shown.
  constexpr std::array kDeck = {What::join,    What::join,      What::join,   What::answer,
                                What::answer,  What::answer,    What::answer, What::answer,
                                What::answer,  What::open,      What::open,   What::close,
                                What::reveal,  What::more_time, What::remove, What::merge,
                                What::regroup, What::pause,     What::proxy,  What::proxy_answer};
  std::vector<Step> steps;
  for (std::size_t i = 0; i < kSteps; ++i) {
    std::string nonce;
    for (int digit = 0; digit < 32; ++digit) nonce += "0123456789abcdef"[below(16)];
    steps.push_back({kDeck[below(kDeck.size())], below(kPeople), below(kPeople),
                     below(kFactors.size()), below(kGroups.size()), static_cast<int>(below(9)) + 1,
                     nonce, below(2) == 0});
  }
  return steps;
}

std::string member(const char* name, const std::string& text) {
  return std::string("\"") + name + "\":\"" + text + "\"";
}

// Tells a story and keeps what everybody heard.
class Telling {
 public:
  Telling() {
    seats_.push_back(hall_.desk());
    seats_.push_back(hall_.wall());
    seats_.push_back(hall_.second_desk());
    seats_.push_back(hall_.phone('9'));  // never joins
    for (std::size_t p = 0; p < kPeople; ++p) seats_.push_back(hall_.phone(letter(p)));
    texts_.resize(seats_.size());
  }

  using Shown = std::set<std::pair<std::size_t, int>>;  // questions and rounds
  // `others` says by which answers' places to say something else.
  void tell(const std::vector<Step>& steps, const std::set<std::size_t>& others) {
    for (std::size_t i = 0; i < steps.size(); ++i) act(steps[i], i, others.count(i) > 0);
    hall_.pass(3000);
  }

  // What may differ: answers of rounds that nothing has shown, those that were refused, and those
  // that a later answer of the same person in the same round took the place of.
  std::set<std::size_t> hidden() const {
    std::set<std::size_t> places = refused_;
    for (const auto& [key, given] : answers_) {
      const bool shown = shown_.count({std::get<1>(key), std::get<2>(key)}) > 0;
      for (std::size_t i = 0; i < given.size(); ++i) {
        if (!shown || i + 1 < given.size()) places.insert(given[i]);
      }
    }
    return places;
  }

  // One text for each seat; a person's own part is theirs.
  std::vector<std::string> heard() {
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) listen(seat);
    return texts_;
  }
  std::size_t revealed() const { return shown_.size(); }

 private:
  // Whether the last command was taken, of those heard of by this call.
  bool listen(std::size_t seat) {
    bool taken = false;
    for (Value message : hall_.heard(seats_[seat])) {
      if (const Value* ok = message.find("ok")) taken = *ok == Value(true);
      message.erase("me");
      texts_[seat] += json::write(message) + "\n";
    }
    return taken;
  }
  static char letter(std::size_t person) { return "abcdef0123456789"[person]; }
  ConnectionId desk() const { return seats_[0]; }
  static std::size_t seat(std::size_t person) { return 4 + person; }
  ConnectionId phone(std::size_t person) const { return seats_[seat(person)]; }
  std::string id(std::size_t person) const {
    return participant_id(std::string(32, letter(person)), hall_.workshop);
  }
  std::string question(const char* kind, std::size_t factor, int round) const {
    return member("kind", kind) + R"(,"questions":[{)" + member("factor", kFactors[factor]) +
           R"(,"round":)" + std::to_string(round) + "}]";
  }

  void act(const Step& step, std::size_t place, bool differs) {
    int& round = rounds_[step.factor];
    switch (step.what) {
      case What::join:
        hall_.command(phone(step.person),
                      R"("kind":"join",)" + member("group", kGroups[step.group]));
        break;
      case What::answer: {
        const int value = differs ? step.value % 9 + 1 : step.value;
        hall_.command(phone(step.person),
                      R"("kind":"answer",)" + member("factor", kFactors[step.factor]) +
                          R"(,"round":)" + std::to_string(std::max(round, 1)) + R"(,"value":)" +
                          std::to_string(value) + "," + member("nonce", step.nonce) + "," +
                          member("reason", differs ? "another" : "one"));
        // One that was refused took no other's place.
        if (listen(seat(step.person))) {
          answers_[{step.person, step.factor, round}].push_back(place);
        } else {
          refused_.insert(place);
        }
        break;
      }
      case What::open:
        if (shown_.count({step.factor, round}) > 0 || round == 0) ++round;
        hall_.command(desk(), question("open", step.factor, round));
        break;
      case What::close:
        hall_.command(desk(), question("close", step.factor, std::max(round, 1)));
        break;
      case What::reveal:
        if (round == 0) break;
        hall_.command(desk(), question("reveal", step.factor, round));
        shown_.insert({step.factor, round});
        break;
      case What::more_time:
        hall_.command(phone(step.person), std::string(R"("kind":"more_time","wanted":)") +
                                              (step.on ? "true" : "false"));
        break;
      case What::remove:
        if (step.value > 2) break;  // now and then
        hall_.command(desk(), R"("kind":"remove",)" + member("participant", id(step.person)));
        break;
      case What::merge:
        if (step.value > 3) break;
        hall_.command(desk(), R"("kind":"merge",)" + member("participant", id(step.person)) + "," +
                                  member("into", id(step.other)));
        break;
      case What::regroup:
        hall_.command(desk(), R"("kind":"regroup",)" + member("participant", id(step.person)) +
                                  "," + member("group", kGroups[step.group]));
        break;
      case What::pause:
        hall_.command(desk(), R"("kind":"pause","paused":true)");
        hall_.command(desk(), R"("kind":"pause","paused":false)");
        break;
      case What::proxy:
        hall_.command(desk(), R"("kind":"proxy_join",)" + member("participant", step.nonce) + "," +
                                  member("group", kGroups[step.group]));
        proxies_.push_back(step.nonce);
        break;
      case What::proxy_answer: {
        if (proxies_.empty()) break;
        const std::size_t proxy = step.other % proxies_.size();
        hall_.command(desk(), R"("kind":"proxy_answer",)" + member("participant", proxies_[proxy]) +
                                  "," + member("factor", kFactors[step.factor]) + R"(,"round":)" +
                                  std::to_string(std::max(round, 1)) + R"(,"value":)" +
                                  std::to_string(differs ? step.value % 9 + 1 : step.value) + "," +
                                  member("nonce", step.nonce));
        if (listen(0)) {
          answers_[{kPeople + proxy, step.factor, round}].push_back(place);
        } else {
          refused_.insert(place);
        }
        break;
      }
    }
    hall_.pass(static_cast<std::int64_t>(step.value) * 20);
  }

  Hall hall_;
  std::vector<ConnectionId> seats_;
  std::vector<std::string> texts_;  // by seat
  std::set<std::size_t> refused_;
  std::map<std::size_t, int> rounds_;
  Shown shown_;
  std::vector<std::string> proxies_;
  std::map<std::tuple<std::size_t, std::size_t, int>, std::vector<std::size_t>> answers_;
};

RC_GTEST_PROP(Secrecy, P5_1_NoByteForAnybodyElseDependsOnWhatNoRevealHasShown, ()) {
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  const std::vector<Step> steps = story(random);
  Telling once;
  once.tell(steps, {});
  const std::set<std::size_t> hidden = once.hidden();
  Telling again;
  again.tell(steps, hidden);
  RC_CLASSIFY(once.revealed() > 0, "something was shown");
  RC_CLASSIFY(!hidden.empty(), "something was not");
  RC_ASSERT(once.heard() == again.heard());
}

TEST(Secrecy, TheTwoTellingsWouldDifferIfAShownAnswerDid) {
  std::vector<Step> steps;
  for (std::size_t p = 0; p < kPeople; ++p) steps.push_back({What::join, p, 0, 1, 1, 1, "", false});
  steps.push_back({What::open, 0, 0, 1, 0, 1, "", false});
  for (std::size_t p = 0; p < kPeople; ++p) {
    steps.push_back({What::answer, p, 0, 1, 1, 5, std::string(32, "0123456789"[p]), false});
  }
  steps.push_back({What::reveal, 0, 0, 1, 0, 1, "", false});
  Telling once;
  once.tell(steps, {});
  EXPECT_TRUE(once.hidden().empty());
  Telling again;
  again.tell(steps, {kPeople + 1});
  EXPECT_NE(once.heard(), again.heard());
}

}  // namespace
}  // namespace quorate::room

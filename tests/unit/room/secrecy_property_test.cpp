// P5.1 at the level of bytes: the same story, told twice with other ratings and reasons wherever no
// reveal shows them, sends the same messages to everybody. Only a person's own part may differ, and
// only where it was their answer: not to the desk that merged them, nor to whom they were merged
// into.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <iterator>
#include <map>
#include <optional>
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

constexpr int kCases = 60;
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
  say_whether,
  go_away,
  come_back,
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

// Everybody has come in, and a question is open.
std::vector<Step> opening() {
  std::vector<Step> steps;
  for (std::size_t p = 0; p < kPeople; ++p) steps.push_back({What::join, p, 0, 1, 1, 1, "", false});
  steps.push_back({What::open, 0, 0, 1, 0, 1, "", false});
  return steps;
}

std::vector<Step> story(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  // Mostly answers, and enough people and reveals for something to be shown.
  constexpr std::array kDeck = {
      What::join,         What::join,      What::say_whether, What::go_away, What::answer,
      What::answer,       What::answer,    What::answer,      What::answer,  What::answer,
      What::answer,       What::answer,    What::open,        What::open,    What::close,
      What::reveal,       What::more_time, What::remove,      What::merge,   What::merge,
      What::say_whether,  What::go_away,   What::regroup,     What::pause,   What::proxy,
      What::proxy_answer, What::come_back};
  std::vector<Step> steps = opening();
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

// What one seat was sent: all of it, and all but the person's own part.
struct Heard {
  std::string all;
  std::string of_others;
};

// Tells a story and keeps what everybody heard.
class Telling {
 public:
  Telling() {
    seats_ = {hall_.desk(), hall_.wall(), hall_.second_desk(), hall_.phone('9')};  // 9 never joins
    for (std::size_t p = 0; p < kPeople; ++p) seats_.push_back(hall_.phone(letter(p)));
  }

  // `others` says by which answers' places to say something else.
  void tell(const std::vector<Step>& steps, const std::set<std::size_t>& others) {
    for (std::size_t i = 0; i < steps.size(); ++i) act(steps[i], i, others.contains(i));
    hall_.pass(3000);
    // Whoever comes late is sent the same, too.
    const auto late = {hall_.desk(), hall_.wall(), hall_.second_desk(), hall_.phone('8')};
    seats_.insert(seats_.end(), late);
  }

  // What may differ, and who gave it (kDesk: the desk, for somebody else): answers that counted in
  // no round that was shown, whether nobody revealed it, they were refused, or their person was
  // removed or thought better of it before.
  std::map<std::size_t, std::size_t> hidden() const {
    std::map<std::size_t, std::size_t> places;
    for (const auto& [place, giver] : given_) {
      if (!shown_places_.contains(place)) places.emplace(place, giver);
    }
    return places;
  }

  std::vector<Heard> heard() {
    texts_.resize(seats_.size());
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
      listen(seat);
      if (const auto code = hall_.closed(seats_[seat])) {
        texts_[seat].of_others += std::to_string(static_cast<int>(*code));
      }
    }
    return texts_;
  }
  std::size_t revealed() const { return shown_.size(); }
  // The answers that became somebody else's in a merge.
  const std::set<std::size_t>& moved() const { return moved_; }
  static std::size_t seat(std::size_t person) { return 4 + person; }

  static constexpr std::size_t kDesk = kPeople;

 private:
  using Asked = std::pair<std::size_t, int>;           // a question and its round
  using Counted = std::map<std::string, std::size_t>;  // by participant: the answer's place

  // Whether the last command was taken, of those heard of by this call.
  bool listen(std::size_t seat) {
    texts_.resize(seats_.size());
    bool taken = false;
    for (Value message : hall_.heard(seats_[seat])) {
      if (const Value* ok = message.find("ok")) taken = *ok == Value(true);
      texts_[seat].all += json::write(message) + "\n";
      message.erase("me");
      texts_[seat].of_others += json::write(message) + "\n";
    }
    return taken;
  }
  static char letter(std::size_t person) { return "abcdef0123456789"[person]; }
  ConnectionId desk() const { return seats_[0]; }
  ConnectionId phone(std::size_t person) const { return seats_[seat(person)]; }
  std::string id(std::size_t person) const {
    return participant_id(std::string(32, letter(person)), hall_.workshop);
  }
  std::string question(const char* kind, std::size_t factor, int round) const {
    return member("kind", kind) + R"(,"questions":[{)" + member("factor", kFactors[factor]) +
           R"(,"round":)" + std::to_string(round) + "}]";
  }
  bool desk_did(const std::string& members) {
    hall_.command(desk(), members);
    return listen(0);
  }
  bool phone_did(std::size_t person, const std::string& members) {
    hall_.command(phone(person), members);
    return listen(seat(person));
  }

  // The same as the fold does: what counts where nothing is shown yet.
  void take_out(const std::string& who) {
    for (auto& [asked, counted] : counted_) {
      if (!shown_.contains(asked)) counted.erase(who);
    }
  }
  void merge(const std::string& from, const std::string& into) {
    for (auto& [asked, counted] : counted_) {
      if (shown_.contains(asked) || !counted.contains(from)) continue;
      if (counted.emplace(into, counted[from]).second) moved_.insert(counted[from]);
      counted.erase(from);
    }
  }
  void give(const Step& step, std::size_t place, bool differs, std::size_t giver,
            const std::string& who) {
    const int round = std::max(rounds_[step.factor], 1);
    const int value = differs ? step.value % 9 + 1 : step.value;
    const std::string text = (differs ? "another " : "one ") + std::to_string(place);
    const std::string members = member("factor", kFactors[step.factor]) + R"(,"round":)" +
                                std::to_string(round) + R"(,"value":)" + std::to_string(value) +
                                "," + member("nonce", step.nonce) + "," + member("reason", text);
    given_.emplace(place, giver);
    const bool taken =
        giver == kDesk
            ? desk_did(R"("kind":"proxy_answer",)" + member("participant", who) + "," + members)
            : phone_did(giver, R"("kind":"answer",)" + members);
    if (taken) counted_[{step.factor, round}][who] = place;
  }

  void act(const Step& step, std::size_t place, bool differs) {
    int& round = rounds_[step.factor];
    switch (step.what) {
      case What::join:
        phone_did(step.person, R"("kind":"join",)" + member("group", kGroups[step.group]));
        break;
      case What::answer:
        give(step, place, differs, step.person, id(step.person));
        break;
      case What::open:
        if (shown_.contains({step.factor, round}) || round == 0) ++round;
        desk_did(question("open", step.factor, round));
        break;
      case What::close:
        desk_did(question("close", step.factor, std::max(round, 1)));
        break;
      case What::reveal:
        if (round == 0 || !desk_did(question("reveal", step.factor, round))) break;
        shown_.insert({step.factor, round});
        for (const auto& [who, shown] : counted_[{step.factor, round}]) shown_places_.insert(shown);
        break;
      case What::more_time:
        phone_did(step.person,
                  std::string(R"("kind":"more_time","wanted":)") + (step.on ? "true" : "false"));
        break;
      case What::remove:
        if (step.value > 2) break;  // now and then
        if (desk_did(R"("kind":"remove",)" + member("participant", id(step.person)))) {
          take_out(id(step.person));
        }
        break;
      case What::merge: {
        const bool of_proxy = step.value == 1 && !proxies_.empty();
        const bool into_proxy = step.value == 2 && !proxies_.empty();
        const std::string from = of_proxy ? proxies_.back() : id(step.person);
        const std::string into = into_proxy ? proxies_.front() : id(step.other);
        const bool asks = !of_proxy && !away_.contains(step.person);
        if (!desk_did(R"("kind":"merge",)" + member("participant", from) + "," +
                      member("into", into))) {
          break;
        }
        if (asks) {
          asked_[step.person] = into;
        } else {
          merge(from, into);
        }
        break;
      }
      case What::say_whether: {
        // Whoever was asked, if anybody was.
        const std::size_t who = asked_.empty() ? step.person : asked_.begin()->first;
        const std::string into = asked_.empty() ? id(step.other) : asked_.begin()->second;
        asked_.erase(who);
        const bool taken = phone_did(who, R"("kind":"same_person",)" + member("into", into) +
                                              R"(,"yes":)" + (step.on ? "true" : "false"));
        if (taken && step.on) merge(id(who), into);
        break;
      }
      case What::go_away:
        listen(seat(step.person));
        hall_.disconnect(phone(step.person));
        away_.insert(step.person);
        break;
      case What::come_back: {
        if (away_.empty()) break;
        const std::size_t who = *away_.begin();
        away_.erase(who);
        seats_[seat(who)] = hall_.phone(letter(who));
        break;
      }
      case What::regroup:
        desk_did(R"("kind":"regroup",)" + member("participant", id(step.person)) + "," +
                 member("group", kGroups[step.group]));
        break;
      case What::pause:
        desk_did(R"("kind":"pause","paused":true)");
        desk_did(R"("kind":"pause","paused":false)");
        break;
      case What::proxy:
        if (desk_did(R"("kind":"proxy_join",)" + member("participant", step.nonce) + "," +
                     member("group", kGroups[step.group]))) {
          proxies_.push_back(step.nonce);
        }
        break;
      case What::proxy_answer:
        if (proxies_.empty()) break;
        give(step, place, differs, kDesk, proxies_[step.other % proxies_.size()]);
        break;
    }
    hall_.pass(static_cast<std::int64_t>(step.value) * 20);
  }

  Hall hall_;
  std::vector<ConnectionId> seats_;
  std::vector<Heard> texts_;  // by seat
  std::map<std::size_t, int> rounds_;
  std::set<Asked> shown_;
  std::map<Asked, Counted> counted_;
  std::map<std::size_t, std::size_t> given_;  // by place: who gave it
  std::set<std::size_t> shown_places_;
  std::vector<std::string> proxies_;
  std::map<std::size_t, std::string> asked_;  // of whom, by person
  std::set<std::size_t> away_;
  std::set<std::size_t> moved_;
};

// Whether anybody can: by the giver's own part nobody does, nor by any own where all gave
// something.
bool are_told_apart(Telling& once, Telling& again, std::optional<std::size_t> giver) {
  const auto heard = once.heard();
  const auto heard_again = again.heard();
  for (std::size_t seat = 0; seat < heard.size(); ++seat) {
    if (heard[seat].of_others != heard_again[seat].of_others) return true;
    const bool own = !giver || (giver != Telling::kDesk && seat == Telling::seat(*giver));
    if (!own && heard[seat].all != heard_again[seat].all) return true;
  }
  return false;
}

RC_GTEST_PROP(Secrecy, P5_1_NoByteForAnybodyElseDependsOnWhatNoRevealHasShown, ()) {
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  const std::vector<Step> steps = story(random);
  Telling once;
  once.tell(steps, {});
  std::set<std::size_t> places;
  for (const auto& [place, giver] : once.hidden()) places.insert(place);
  Telling again;
  again.tell(steps, places);
  RC_CLASSIFY(once.revealed() > 0, "something was shown");
  RC_CLASSIFY(!places.empty(), "something was not");
  RC_ASSERT(!are_told_apart(once, again, std::nullopt));
}

RC_GTEST_PROP(Secrecy, P5_1_OnesHiddenAnswersAreToldApartByNobodyElseWhateverBecomesOfThem, ()) {
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  const std::vector<Step> steps = story(random);
  Telling once;
  once.tell(steps, {});
  const auto hidden = once.hidden();
  RC_PRE(!hidden.empty());
  // One answer, and where some were merged one of those.
  std::vector<std::size_t> candidates;
  for (const auto& [place, giver] : hidden) {
    if (once.moved().contains(place)) candidates.push_back(place);
  }
  const bool merged = !candidates.empty();
  const std::size_t place =
      merged ? candidates[random() % candidates.size()]
             : std::next(hidden.begin(), static_cast<int>(random() % hidden.size()))->first;
  Telling again;
  again.tell(steps, {place});
  RC_CLASSIFY(merged, "of an answer that was merged");
  RC_ASSERT(!are_told_apart(once, again, hidden.at(place)));
}

TEST(Secrecy, P5_1_WhatAMergedPersonAnsweredIsToldNobodyWhetherTheyWereAskedOrAway) {
  for (const bool away : {true, false}) {
    std::vector<Step> steps = opening();
    const std::size_t place = steps.size();
    steps.push_back({What::answer, 0, 0, 1, 1, 5, std::string(32, '0'), false});
    if (away) steps.push_back({What::go_away, 0, 0, 1, 0, 1, "", false});
    steps.push_back({What::merge, 0, 1, 1, 0, 3, "", false});
    steps.push_back({What::say_whether, 0, 1, 1, 0, 1, "", true});
    Telling once;
    once.tell(steps, {});
    EXPECT_EQ(once.moved(), std::set<std::size_t>{place});
    Telling again;
    again.tell(steps, {place});
    EXPECT_FALSE(are_told_apart(once, again, 0)) << "away: " << away;
  }
}

TEST(Secrecy, TheTwoTellingsWouldDifferIfAShownAnswerDid) {
  std::vector<Step> steps = opening();
  for (std::size_t p = 0; p < kPeople; ++p) {
    steps.push_back({What::answer, p, 0, 1, 1, 5, std::string(32, "0123456789"[p]), false});
  }
  steps.push_back({What::reveal, 0, 0, 1, 0, 1, "", false});
  Telling once;
  once.tell(steps, {});
  EXPECT_TRUE(once.hidden().empty());
  Telling again;
  again.tell(steps, {kPeople + 1});
  EXPECT_NE(once.heard()[1].all, again.heard()[1].all);
}

}  // namespace
}  // namespace quorate::room

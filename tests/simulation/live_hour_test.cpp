// A desk that pauses, removes, merges, regroups, locks the door and lets people in, under a failing
// network and server; every seed is a story that can be told again.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/simulation/world.hpp"

namespace quorate::simulation {
namespace {

using json::Value;

constexpr std::size_t kPhones = 6;
constexpr std::size_t kLate = 2;  // who come while the door is locked, or not
constexpr int kSteps = 80;
constexpr std::int64_t kSettleMs = 120'000;
const char* const kFactors[] = {"power", "time", "legal"};
const char* const kGroups[] = {"lived", "staff", "leaders"};

// `world` with a desk, six people who have joined and three open questions.
class LiveHour {
 public:
  explicit LiveHour(std::uint32_t seed) : world(seed) {
    desk = world.add_desk();
    for (std::size_t i = 0; i < kPhones; ++i) phones.push_back(world.add_phone());
    world.run_for(2000);
    for (const std::size_t phone : phones) say(phone, R"({"kind":"join","group":"staff"})");
    say(desk, R"({"kind":"open","questions":[{"factor":"power","round":1},)"
              R"({"factor":"time","round":1},{"factor":"legal","round":1}]})");
    world.run_for(2000);
    for (std::size_t i = 0; i < kLate; ++i) phones.push_back(world.add_phone());
    world.on_shown = [this](std::size_t person) { what_is_called_saved_is_stored(person); };
  }

  void step() {
    const std::size_t phone = any_phone();
    switch (world.draw(16)) {
      case 0:
        world.kill_server();
        break;
      case 1:
      case 2:
        world.lose_network(phone);
        break;
      case 3:
        world.lose_network(desk);
        break;
      case 4:
      case 5:
      case 6:
        desk_acts();
        break;
      case 7:
        say(phones[kPhones + world.draw(kLate)], R"({"kind":"join","group":"staff"})");
        break;
      default:
        if (!says_whether(phone)) choose(phone);
    }
    world.run_for(world.draw(1500));
  }

  // Everything that was held up goes through: no pause, the door open, everybody let in.
  void settle() {
    world.run_for(kSettleMs);
    say(desk, R"({"kind":"pause","paused":false})");
    say(desk, R"({"kind":"door","door":"open"})");
    world.run_for(kSettleMs);
  }

  bool is_here(std::size_t phone) const {
    return world.truth().participant(world.participant(phone)).has_value();
  }
  bool is_gone(std::size_t phone) const { return world.truth().removed(world.participant(phone)); }
  std::optional<engine::Rating> stored(std::size_t phone, const std::string& factor) const {
    const session::State& truth = world.truth();
    const auto who = truth.participant(world.participant(phone));
    return who ? truth.answer(*truth.setup->factor(factor), 1, *who) : std::nullopt;
  }
  std::string shown(std::size_t phone, const std::string& factor, const char* member) const {
    const Value* answers = world.model(phone).find("answers");
    const Value* answer = answers == nullptr ? nullptr : answers->find(factor);
    const Value* found = answer == nullptr ? nullptr : answer->find(member);
    return found == nullptr ? "" : json::write(*found);
  }

  World world;
  std::size_t desk = 0;
  std::vector<std::size_t> phones;
  std::map<std::pair<std::size_t, std::string>, int> chosen;

 private:
  void say(std::size_t person, const std::string& command) {
    world.act(person, *json::read(command));
  }
  std::size_t any_phone() { return phones[world.draw(kPhones)]; }
  std::string quoted_id(std::size_t phone) { return "\"" + world.participant(phone) + "\""; }

  // Whether their phone was asked if they are somebody else, too: then it answers.
  bool says_whether(std::size_t phone) {
    const Value* me = world.model(phone).find("me");
    const Value* asked = me == nullptr ? nullptr : me->find("same_as");
    if (asked == nullptr) return false;
    say(phone, R"({"kind":"same_person","into":)" + json::write(*asked->find("id")) + R"(,"yes":)" +
                   (world.draw(2) == 0 ? "true}" : "false}"));
    return true;
  }

  void choose(std::size_t phone) {
    const std::string factor = kFactors[world.draw(3)];
    const int value = 1 + static_cast<int>(world.draw(9));
    const std::string reason = world.draw(3) == 0 ? R"(,"reason":"because")" : "";
    say(phone, R"({"kind":"answer","factor":")" + factor + R"(","round":1,"value":)" +
                   std::to_string(value) + reason + "}");
    chosen[{phone, factor}] = value;
  }

  void desk_acts() {
    const std::string who = quoted_id(any_phone());
    switch (world.draw(12)) {
      case 0:
        return say(desk, R"({"kind":"remove","participant":)" + who + "}");
      case 1:
        return say(desk, R"({"kind":"merge","participant":)" + who + R"(,"into":)" +
                             quoted_id(any_phone()) + "}");
      case 2:
      case 3:
        return say(desk, R"({"kind":"regroup","participant":)" + who + R"(,"group":")" +
                             kGroups[world.draw(3)] + "\"}");
      case 4:
      case 5:
        return say(desk, R"({"kind":"pause","paused":true})");
      case 6:
      case 7:
        return say(desk, R"({"kind":"pause","paused":false})");
      case 8:
        return say(desk, R"({"kind":"door","door":"locked"})");
      case 9:
        return say(desk, R"({"kind":"door","door":"open"})");
      default:
        return say(desk, R"({"kind":"admit","participant":)" +
                             quoted_id(phones[kPhones + world.draw(kLate)]) + "}");
    }
  }

  // At that very moment, for everybody who was neither removed nor merged.
  void what_is_called_saved_is_stored(std::size_t person) {
    if (person == desk || is_gone(person)) return;
    for (const char* factor : kFactors) {
      if (shown(person, factor, "state") != "\"saved\"") continue;
      const auto rating = stored(person, factor);
      ASSERT_TRUE(rating.has_value()) << factor;
      EXPECT_EQ(shown(person, factor, "value"), json::write(session::to_json(*rating)));
    }
  }
};

class LiveHours : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  LiveHours() : hour(GetParam()) {
    for (int i = 0; i < kSteps; ++i) hour.step();
    hour.settle();
  }
  LiveHour hour;
};

TEST_P(LiveHours, NothingSavedIsLostUnlessItsAuthorWasRemovedOrMerged) {
  for (const auto& [what, value] : hour.chosen) {
    const auto& [phone, factor] = what;
    if (hour.is_gone(phone)) continue;
    EXPECT_EQ(hour.stored(phone, factor), engine::Rating::points(value)) << factor;
    EXPECT_EQ(hour.shown(phone, factor, "state"), "\"saved\"") << factor;
  }
}

TEST_P(LiveHours, EveryCountIsOfThoseWhoAreHere) {
  const session::State& truth = hour.world.truth();
  const Value& desk = hour.world.model(hour.desk);
  std::size_t here = 0;
  std::map<std::string, std::size_t> answered;
  for (const std::size_t phone : hour.phones) {
    if (!hour.is_here(phone)) continue;
    ++here;
    for (const char* factor : kFactors) answered[factor] += hour.stored(phone, factor) ? 1 : 0;
  }
  EXPECT_EQ(*desk.find("view")->find("joined"), Value(here));
  EXPECT_EQ(*desk.find("connected"), Value(here));
  EXPECT_EQ(*desk.find("desks"), Value(1));
  for (const char* factor : kFactors) {
    EXPECT_EQ(*desk.find("view")->find("questions")->find(factor)->find("answered"),
              Value(answered[factor]));
    const session::Round& round = truth.questions[*truth.setup->factor(factor)].rounds[0];
    engine::Counts counts(1, truth.setup->groups.size());
    for (const session::Participant& person : truth.participants) {
      const auto who = truth.participant(person.id);
      const auto rating = who ? truth.answer(*truth.setup->factor(factor), 1, *who) : std::nullopt;
      if (rating) counts.add(0, person.group, *rating);
    }
    EXPECT_TRUE(round.counts == counts) << factor;
  }
}

TEST_P(LiveHours, EveryScreenEndsOnItsViewAndThoseWhoAreGoneAreToldSo) {
  const session::State& truth = hour.world.truth();
  EXPECT_EQ(*hour.world.model(hour.desk).find("view"),
            session::view(truth, session::Role::facilitator));
  for (const std::size_t phone : hour.phones) {
    const Value& model = hour.world.model(phone);
    if (hour.is_gone(phone)) {
      ASSERT_NE(model.find("stop"), nullptr);
      const auto& place = truth.participant_at.at(hour.world.participant(phone));
      const bool removed =
          truth.participants[place].standing == session::Participant::Standing::removed;
      EXPECT_EQ(*model.find("stop"), Value(removed ? "removed" : "merged"));
      continue;
    }
    const auto who = truth.participant(hour.world.participant(phone));
    const session::Role role = who ? session::Role::participant : session::Role::anonymous;
    EXPECT_EQ(*model.find("view"), session::view(truth, role));
    if (who) EXPECT_EQ(*model.find("me"), session::me(truth, *who));
    const bool waits = truth.waiting.count(hour.world.participant(phone)) > 0;
    EXPECT_EQ(model.find("waiting") != nullptr, waits);
  }
}

INSTANTIATE_TEST_SUITE_P(Simulation, LiveHours, ::testing::Range(1U, 21U));

}  // namespace
}  // namespace quorate::simulation

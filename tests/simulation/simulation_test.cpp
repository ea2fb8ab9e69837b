// Whole workshops under a failing network, server and disk; every seed is a story that can be
// told again.
#include <gtest/gtest.h>

#include <map>

#include "shared/json/patch.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/simulation/world.hpp"

namespace quorate::simulation {
namespace {

using json::Value;

constexpr std::size_t kPhones = 6;
constexpr int kSteps = 60;
constexpr std::int64_t kSettleMs = 120'000;
const char* const kFactors[] = {"power", "time", "legal"};

Value open_all(int round) {
  Value list = Value::array();
  for (const char* factor : kFactors)
    list.push(Value::object({{"factor", factor}, {"round", round}}));
  return Value::object({{"kind", "open"}, {"questions", list}});
}

Value with_kind(Value command, const char* kind) {
  command.set("kind", kind);
  return command;
}

Value answer(const char* factor, Value value) {
  return Value::object(
      {{"kind", "answer"}, {"factor", factor}, {"round", 1}, {"value", std::move(value)}});
}

const Value* answer_on(const Value& model, const char* factor) {
  const Value* answers = model.find("answers");
  return answers == nullptr ? nullptr : answers->find(factor);
}

std::string state_of(const Value* answer) {
  return answer == nullptr ? "none" : *answer->find("state")->as_string();
}

// Everybody has joined and three questions are open.
struct Voting {
  explicit Voting(std::uint32_t seed) : world(seed) {
    desk = world.add_desk();
    for (std::size_t i = 0; i < kPhones; ++i) phones.push_back(world.add_phone());
    world.run_for(2000);
    for (const std::size_t phone : phones) {
      world.act(phone, *json::read(R"({"kind":"join","group":"staff"})"));
    }
    world.act(desk, open_all(1));
    world.run_for(2000);
  }

  std::optional<engine::Rating> stored(std::size_t phone, const char* factor) const {
    const session::State& truth = world.truth();
    const auto who = truth.participant(world.participant(phone));
    return who ? truth.answer(*truth.setup->factor(factor), 1, *who) : std::nullopt;
  }

  World world;
  std::size_t desk = 0;
  std::vector<std::size_t> phones;
};

class Seeds : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(Seeds, NothingSavedIsLostAndNothingIsCountedTwice) {
  Voting voting(GetParam());
  World& world = voting.world;
  // What a phone calls saved is durable at that very moment.
  world.on_shown = [&](std::size_t person) {
    for (const char* factor : kFactors) {
      const Value* shown = answer_on(world.model(person), factor);
      if (state_of(shown) != "saved") continue;
      const auto stored = voting.stored(person, factor);
      ASSERT_TRUE(stored.has_value()) << factor;
      EXPECT_EQ(json::write(*shown->find("value")), json::write(session::to_json(*stored)));
    }
  };
  std::map<std::pair<std::size_t, std::string>, int> chosen;
  for (int step = 0; step < kSteps; ++step) {
    const std::size_t phone = voting.phones[world.draw(kPhones)];
    switch (world.draw(12)) {
      case 0:
        world.kill_server();
        break;
      case 1:
      case 2:
        world.lose_network(phone);
        break;
      default: {
        const char* factor = kFactors[world.draw(3)];
        const int value = 1 + static_cast<int>(world.draw(9));
        world.act(phone, answer(factor, value));
        chosen[{phone, factor}] = value;
      }
    }
    world.run_for(world.draw(1500));
  }
  world.run_for(kSettleMs);

  std::map<std::string, std::size_t> answered;
  for (const auto& [what, value] : chosen) {
    const auto& [phone, factor] = what;
    EXPECT_EQ(voting.stored(phone, factor.c_str()), engine::Rating::points(value)) << factor;
    EXPECT_EQ(state_of(answer_on(world.model(phone), factor.c_str())), "saved") << factor;
    ++answered[factor];
  }
  for (const char* factor : kFactors) {
    const Value* shown = world.model(voting.desk).find("view")->find("questions")->find(factor);
    EXPECT_EQ(*shown->find("answered"), Value(answered[factor])) << factor;
  }
  EXPECT_EQ(world.truth().participants.size(), kPhones);
  EXPECT_EQ(*world.model(voting.desk).find("connected"), Value(kPhones));
}

TEST_P(Seeds, EveryScreenEndsOnTheViewOfItsRole) {
  Voting voting(GetParam());
  World& world = voting.world;
  for (int step = 0; step < kSteps / 2; ++step) {
    const std::size_t phone = voting.phones[world.draw(kPhones)];
    if (world.draw(5) == 0) world.lose_network(phone);
    world.act(phone, answer(kFactors[world.draw(3)], 5));
    world.run_for(world.draw(400));
  }
  world.act(voting.desk, with_kind(open_all(1), "reveal"));
  world.run_for(kSettleMs);
  EXPECT_EQ(*world.model(voting.desk).find("view"),
            session::view(world.truth(), session::Role::facilitator));
  for (const std::size_t phone : voting.phones) {
    EXPECT_EQ(*world.model(phone).find("view"),
              session::view(world.truth(), session::Role::participant));
  }
  EXPECT_EQ(world.troubles(), 0) << "nothing of this is an error of the server's";
}

TEST_P(Seeds, AFailingDiskRefusesAndLosesNothing) {
  Voting voting(GetParam());
  World& world = voting.world;
  world.fail_writes(3);
  for (const std::size_t phone : voting.phones) world.act(phone, answer("time", 7));
  world.run_for(kSettleMs);
  for (const std::size_t phone : voting.phones) {
    EXPECT_EQ(state_of(answer_on(world.model(phone), "time")), "saved");
    EXPECT_EQ(voting.stored(phone, "time"), engine::Rating::points(7));
  }
}

TEST_P(Seeds, ARoomThatFailsNowAndThenLosesNothing) {
  Voting voting(GetParam());
  World& world = voting.world;
  for (int step = 0; step < kSteps; ++step) {
    const std::size_t phone = voting.phones[world.draw(kPhones)];
    if (world.draw(8) == 0) world.fail_a_draw();
    if (world.draw(8) == 0) world.lose_network(phone);
    if (world.draw(20) == 0) world.kill_server();
    world.act(phone, answer(kFactors[world.draw(3)], 5));
    world.run_for(world.draw(2000));
  }
  for (const std::size_t phone : voting.phones) world.act(phone, answer("time", 7));
  world.run_for(kSettleMs);
  EXPECT_GT(world.troubles(), 0);
  for (const std::size_t phone : voting.phones) {
    EXPECT_EQ(state_of(answer_on(world.model(phone), "time")), "saved");
    EXPECT_EQ(voting.stored(phone, "time"), engine::Rating::points(7));
  }
  EXPECT_EQ(*world.model(voting.desk).find("view"),
            session::view(world.truth(), session::Role::facilitator));
}

// All that is sent while the questions are open, but for each owner's own `me`.
std::string sent_to_others(std::uint32_t seed, const std::vector<Value>& ratings) {
  Voting voting(seed);
  World& world = voting.world;
  std::string sent;
  world.on_sent = [&](std::size_t person, const std::string& text) {
    Value message = *json::read(text, {.bytes = 1 << 22, .depth = 24, .values = 1 << 20});
    message.erase("me");
    sent += std::to_string(person) + json::write(message) + "\n";
  };
  for (std::size_t i = 0; i < voting.phones.size(); ++i) {
    for (const char* factor : kFactors) {
      world.act(voting.phones[i], answer(factor, ratings[i % ratings.size()]));
    }
    if (i == 2) world.lose_network(voting.phones[i]);
    world.run_for(300);
  }
  world.run_for(5000);
  world.act(voting.desk, with_kind(open_all(1), "close"));
  world.run_for(5000);
  return sent;
}

TEST_P(Seeds, P5_1_BeforeTheRevealNoByteToAnybodyElseDependsOnARating) {
  const std::string one = sent_to_others(GetParam(), {9, 1, 5});
  const std::string other = sent_to_others(GetParam(), {"dk", 4, "na"});
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, other);
}

INSTANTIATE_TEST_SUITE_P(Simulation, Seeds, ::testing::Range(1U, 21U));

}  // namespace
}  // namespace quorate::simulation

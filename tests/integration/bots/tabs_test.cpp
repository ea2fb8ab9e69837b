// One phone, several connections: lost ones, reloaded pages, a second tab.
#include <gtest/gtest.h>

#include "tests/integration/bots/hall.hpp"

namespace quorate::test {
namespace {

constexpr std::size_t kQuestions = 10;

TEST(BotsTabs, PhonesThatKeepLosingTheConnectionGetEveryAnswerThrough) {
  Hall hall(100);
  hall.start();
  hall.until("the desk has the questions",
             [&] { return hall.desk().count("waiting") == kQuestions; });
  hall.desk().open_all();
  // Now and then a phone that has something on its way loses the connection.
  int sights = 0;
  hall.at_every_change = [&] {
    for (const auto& person : hall.people()) {
      if (person->client() == nullptr || person->settled()) continue;
      if (person->client()->online() && ++sights % 97 == 0) {
        hall.loop().post([&person] { person->client()->lose_connection(); });
      }
    }
  };
  hall.until("everybody has answered",
             [&] { return hall.desk().count("open") == kQuestions && hall.panel().done(); });
  const auto summary = hall.panel().summary();
  EXPECT_TRUE(summary.good()) << summary.sentence();
  EXPECT_EQ(summary.saved, 236);
  EXPECT_GT(summary.comings_back, 0);
}

TEST(BotsTabs, AReloadedPageIsTheSamePersonWithTheSameAnswers) {
  Hall hall(0);
  hall.start();
  hall.until("the desk has the questions",
             [&] { return hall.desk().count("waiting") == kQuestions; });
  hall.desk().open_all();
  hall.until("everybody has answered",
             [&] { return hall.desk().count("open") == kQuestions && hall.panel().done(); });
  bots::Voter& person = *hall.people().front();
  const json::Value me = *person.client()->find("me");
  person.client()->reload(seed(77));
  hall.until("it is back", [&] { return person.client()->find("me") != nullptr; });
  EXPECT_EQ(*person.client()->find("me"), me);
  hall.until("the desk counts everybody once",
             [&] { return *hall.desk().client().find("view", "joined") == json::Value(24); });
}

TEST(BotsTabs, TheNewestTabWinsAndTheOlderOneCanTakeOver_P2_6) {
  Hall hall(0);
  hall.start();
  bots::Voter& person = *hall.people().front();
  const auto is_in = [](const bots::BotClient& tab) {
    return tab.online() && tab.is("participant", "role");
  };
  hall.until("the person is in", [&] { return person.client() && is_in(*person.client()); });
  client::Start start;
  start.workshop = hall.workshop().id;
  start.random = seed(78);
  for (const auto& [key, value] : person.client()->storage()) start.kept.push_back({key, value});
  bots::BotClient other(hall.loop(), hall.address(), start, [&] { hall.look(); });
  other.start();
  hall.until("the other tab is in",
             [&] { return is_in(other) && person.client()->is("other_tab", "stop"); });
  EXPECT_EQ(*other.find("me"), *person.client()->find("me"));
  person.client()->take_over();
  hall.until("the first tab is in again",
             [&] { return is_in(*person.client()) && other.is("other_tab", "stop"); });
}

}  // namespace
}  // namespace quorate::test

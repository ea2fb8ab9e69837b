// The server is killed (SIGKILL) in the middle of a vote, five times in each of four workshops.
// People come back by themselves; nothing acknowledged is lost, nothing counted twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/integration/bots/hall.hpp"

namespace quorate::test {
namespace {

using json::Value;

constexpr int kKills = 5;
constexpr std::size_t kQuestions = 10;

// What the file's people said to a question: how often each rating, "dk" and "na" under "dk", "na".
std::map<std::string, std::int64_t> counted(const bots::BallotFile& file,
                                            const std::string& factor) {
  std::map<std::string, std::int64_t> counts;
  for (const bots::Ballot& ballot : file.ballots) {
    const auto rating = ballot.ratings.find(factor);
    if (rating == ballot.ratings.end()) continue;
    const std::string* word = rating->second.as_string();
    ++counts[word != nullptr ? *word : std::to_string(*rating->second.as_integer())];
  }
  return counts;
}

// The same in a published factor.
std::map<std::string, std::int64_t> published_counts(const Value& factor) {
  std::map<std::string, std::int64_t> counts;
  const Value::Array& histogram = *factor.find("counts")->as_array();
  for (std::size_t i = 0; i < histogram.size(); ++i) {
    if (*histogram[i].as_integer() != 0) {
      counts[std::to_string(i + 1)] = *histogram[i].as_integer();
    }
  }
  for (const char* word : {"dk", "na"}) {
    if (*factor.find(word)->as_integer() != 0) counts[word] = *factor.find(word)->as_integer();
  }
  return counts;
}

class BotsKill : public testing::TestWithParam<std::uint8_t> {};

TEST_P(BotsKill, LosesNothingAcknowledgedAndCountsNothingTwice) {
  Hall hall(400, GetParam());
  std::vector<int> acknowledged(hall.people().size(), 0);
  hall.at_every_change = [&] {
    for (std::size_t i = 0; i < acknowledged.size(); ++i) {
      const bots::Voter& person = *hall.people()[i];
      if (person.client() == nullptr) continue;
      const int saved = person.tally().saved;
      EXPECT_GE(saved, acknowledged[i]) << "an acknowledged answer is gone";
      acknowledged[i] = std::max(acknowledged[i], saved);
    }
  };
  const auto saved = [&] { return hall.panel().summary().saved; };

  hall.start();
  hall.until("the desk has the questions",
             [&] { return hall.desk().count("waiting") == kQuestions; });
  hall.desk().open_all();
  for (int kill = 1; kill <= kKills; ++kill) {
    const int enough = kill * 236 / (kKills + 1);
    hall.until("the vote is under way", [&] { return saved() >= enough; });
    hall.kill_and_restart();
  }
  hall.until("everybody is back and has answered", [&] {
    return hall.panel().done() && hall.desk().client().online() &&
           hall.desk().count("open") == kQuestions;
  });
  const auto summary = hall.panel().summary();
  EXPECT_TRUE(summary.good()) << summary.sentence();
  EXPECT_EQ(summary.saved, 236);
  EXPECT_GE(summary.comings_back, 24) << "the kills were noticed";

  hall.desk().reveal_all();
  hall.until("all is revealed", [&] {
    return hall.desk().count("revealed") == kQuestions &&
           hall.desk().client().find("view", "published") != nullptr;
  });
  const Value* published = hall.desk().client().find("view", "published");
  const Value::Array& specs = *published->find("setup")->find("factors")->as_array();
  const Value::Array& factors = *published->find("factors")->as_array();
  ASSERT_EQ(factors.size(), kQuestions);
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const std::string factor = *specs[i].find("id")->as_string();
    EXPECT_EQ(published_counts(factors[i]), counted(hall.file(), factor)) << factor;
  }
}

INSTANTIATE_TEST_SUITE_P(Workshops, BotsKill, testing::Values(1, 2, 3, 4));

}  // namespace
}  // namespace quorate::test

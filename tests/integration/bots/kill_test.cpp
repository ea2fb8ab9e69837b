// The server is killed (SIGKILL) in the middle of a vote, five times in each of four workshops,
// each time at another number of acknowledged answers. People come back by themselves; nothing
// acknowledged is lost, on their screens or on the disk, and nothing is there twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "shared/json/read.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/record.hpp"
#include "tests/integration/bots/hall.hpp"
#include "tests/integration/bots/left_on_disk.hpp"

namespace quorate::test {
namespace {

using json::Value;

constexpr int kKills = 5;
constexpr std::size_t kQuestions = 10;
constexpr int kAnswers = 236;  // of the file's people
constexpr int kEarlier = 30;   // at most, than a kill's turn

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

// Which of the folded participants this phone is: no two of so few have the same words.
std::size_t place_of(const session::State& state, const bots::BotClient& phone) {
  const Value::Array& words = *phone.find("me", "alias")->as_array();
  const session::Alias alias{static_cast<int>(*words[0].as_integer()),
                             static_cast<int>(*words[1].as_integer())};
  const auto found = std::find_if(
      state.participants.begin(), state.participants.end(),
      [&](const session::Participant& participant) { return participant.alias == alias; });
  EXPECT_NE(found, state.participants.end()) << "somebody who was let in is gone";
  return static_cast<std::size_t>(found - state.participants.begin());
}

// Every answer that a phone was told is saved is among the records, every record and every answer
// once, and no room has taken a record in the epoch of an earlier one.
void expect_whole(const std::vector<log::Record>& records, Hall& hall) {
  session::State state;
  std::set<std::pair<std::string, std::string>> commands;
  std::size_t answers = 0;
  std::int64_t epoch = 0;
  for (const log::Record& record : records) {
    const auto envelope = session::envelope_from_json(*json::read(record.envelope));
    ASSERT_TRUE(envelope);
    EXPECT_TRUE(commands.emplace(envelope->actor, envelope->command_id).second) << "twice";
    EXPECT_GE(envelope->epoch, epoch);
    epoch = envelope->epoch;
    if (envelope->kind == "answer") ++answers;
    EXPECT_TRUE(session::fold(state, record.envelope, record.payload).outcome.ok);
  }
  EXPECT_EQ(state.offset, records.size());
  std::size_t counted = 0;
  for (const session::Question& question : state.questions) {
    if (!question.rounds.empty()) counted += question.rounds.back().answered;
  }
  EXPECT_EQ(counted, answers);
  for (const auto& person : hall.people()) {
    const Value* saved =
        person->client() == nullptr ? nullptr : person->client()->find("me", "answers");
    if (saved == nullptr) continue;
    const std::size_t place = place_of(state, *person->client());
    for (const json::Member& answer : *saved->as_object()) {
      const auto stored = state.answer(*state.setup->factor(answer.key), 1, place);
      ASSERT_TRUE(stored) << "an acknowledged answer is not on the disk";
      EXPECT_EQ(session::to_json(*stored), *answer.value.find("1"));
    }
  }
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
  std::mt19937 random(GetParam());

  hall.start();
  hall.until("the desk has the questions",
             [&] { return hall.desk().count("waiting") == kQuestions; });
  hall.desk().open_all();
  for (int kill = 1; kill <= kKills; ++kill) {
    const int enough = kill * kAnswers / (kKills + 1) - static_cast<int>(random() % kEarlier);
    hall.until("the vote is under way", [&] { return saved() >= enough; });
    hall.kill_and_restart(
        [&] { expect_whole(left_on_disk(hall.data(), hall.workshop().id), hall); });
  }
  hall.until("everybody is back and has answered", [&] {
    return hall.panel().done() && hall.desk().client().online() &&
           hall.desk().count("open") == kQuestions;
  });
  const auto summary = hall.panel().summary();
  EXPECT_TRUE(summary.good()) << summary.sentence();
  EXPECT_EQ(summary.saved, kAnswers);
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

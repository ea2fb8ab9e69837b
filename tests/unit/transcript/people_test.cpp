// Transcripts of workshops in which people came and went, and of every command there is.
#include <gtest/gtest.h>

#include <set>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "shared/transcript/transcript.hpp"
#include "tests/support/pieces.hpp"
#include "tests/unit/session/live_hour.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::transcript {
namespace {

using session::about;
using session::person_id;
using session::Workshop;

constexpr json::ReadLimits kLimits{.bytes = 1 << 24, .depth = 24, .values = 1 << 20};

std::string file_of(const Workshop& workshop) {
  std::vector<Source> records;
  for (const auto& [envelope, payload] : workshop.records) {
    records.push_back({envelope, payload, std::string(16, 's')});
  }
  int drawn = 0;
  const Means means{[](std::string_view, std::string_view) { return std::string(64, 'c'); },
                    [&] {
                      const std::string digits = std::to_string(++drawn);
                      return "f" + std::string(31 - digits.size(), '0') + digits;
                    }};
  return test::joined(*write(records, means));
}

void expect_replays(const Workshop& workshop) {
  const auto replayed = replay(file_of(workshop));
  ASSERT_TRUE(replayed.has_value())
      << replayed.error().detail << " at " << replayed.error().record.value_or(0);
  EXPECT_EQ(replayed->records, workshop.records.size());
}

// The records of one kind that are shown (with a payload) and that are not.
std::pair<int, int> shown_and_withheld(const std::string& file, std::string_view kind) {
  std::pair<int, int> counts;
  const json::Value read = *json::read(file, kLimits);
  for (const json::Value& entry : *read.find("records")->as_array()) {
    if (*entry.find("envelope")->find("kind") != json::Value(kind)) continue;
    ++(entry.find("payload") != nullptr ? counts.first : counts.second);
  }
  return counts;
}

std::string proxy_answer(std::string_view person, const char* factor) {
  return about(person, R"("factor":")" + std::string(factor) +
                           R"(","round":1,"value":4,"reason":"said aloud","nonce":")" +
                           std::string(32, 'c') + "\"");
}

std::string into(std::string_view person) { return R"("into":")" + person_id(person) + "\""; }

// Six people, of whom the first five have rated `time` and `trust`; both are open.
Workshop rated() {
  Workshop workshop;
  workshop.desk("open", "time:1 trust:1");
  for (const char* person : {"1", "2", "3", "4", "5", "6"}) workshop.join(person);
  for (const char* person : {"1", "2", "3", "4", "5"}) {
    workshop.answer_because(person, "time", 8, std::string("because of ") + person);
    workshop.answer_because(person, "trust", 3, "not shown");
  }
  return workshop;
}

TEST(TranscriptPeople, WhatTheDeskPutInIsShownOnceItsRoundIsRevealed) {
  Workshop workshop = rated();
  workshop.desk_says("proxy_join", about("a", R"("group":"lived")"));
  workshop.desk_says("proxy_answer", proxy_answer("a", "time"));
  workshop.desk_says("proxy_answer", proxy_answer("a", "trust"));
  workshop.desk("reveal", "time:1");
  workshop.end();
  EXPECT_EQ(shown_and_withheld(file_of(workshop), "proxy_answer"), (std::pair{1, 1}));
  EXPECT_EQ(file_of(workshop).find("not shown"), std::string::npos);
  expect_replays(workshop);
}

TEST(TranscriptPeople, WhatTheDeskPutInHidesNobodyWhenTheFileIsReplayed) {
  Workshop workshop = rated();
  workshop.desk_says("remove", about("1"));
  workshop.desk_says("proxy_join", about("a", R"("group":"lived")"));
  workshop.desk_says("proxy_answer", proxy_answer("a", "time"));
  workshop.desk("reveal", "time:1");
  workshop.end();
  expect_replays(workshop);
  const json::Value result = *json::read(replay(file_of(workshop))->result, kLimits);
  EXPECT_EQ(*result.find("status"), json::Value("too_few"));
  EXPECT_EQ(*result.find("n"), json::Value(5)) << "four of them on phones of their own";
}

TEST(TranscriptPeople, AnswersOfSomebodyRemovedBeforeTheRevealAreWithheld) {
  Workshop workshop = rated();
  workshop.desk_says("remove", about("1"));
  workshop.desk("reveal", "time:1");
  workshop.end();
  const std::string file = file_of(workshop);
  EXPECT_EQ(shown_and_withheld(file, "answer"), (std::pair{4, 6}));
  EXPECT_EQ(file.find("because of 1"), std::string::npos);
  EXPECT_NE(file.find("because of 2"), std::string::npos);
  expect_replays(workshop);
}

TEST(TranscriptPeople, AnswersOfSomebodyRemovedAfterTheRevealStay) {
  Workshop workshop = rated();
  workshop.desk("reveal", "time:1");
  workshop.desk_says("remove", about("1"));
  workshop.end();
  EXPECT_EQ(shown_and_withheld(file_of(workshop), "answer"), (std::pair{5, 5}));
  expect_replays(workshop);
}

TEST(TranscriptPeople, AMergedAnswerCountsForTheOwnerWhenTheFileIsReplayed) {
  Workshop workshop = rated();
  workshop.desk_says("merge", about("1", into("6")));
  workshop.desk("reveal", "time:1");
  workshop.end();
  EXPECT_EQ(shown_and_withheld(file_of(workshop), "answer"), (std::pair{5, 5}));
  expect_replays(workshop);
}

TEST(TranscriptPeople, AMergedPersonsAnswerThatGaveWayReplays) {
  Workshop workshop = rated();
  workshop.desk_says("merge", about("1", into("2")));
  workshop.desk("reveal", "time:1");
  workshop.end();
  expect_replays(workshop);
}

TEST(TranscriptPeople, AMergedAnswerWhoseNewOwnerIsRemovedIsWithheldWithThem) {
  Workshop workshop = rated();
  workshop.desk_says("merge", about("1", into("6")));
  workshop.desk_says("remove", about("6"));
  workshop.desk("reveal", "time:1");
  workshop.end();
  const std::string file = file_of(workshop);
  EXPECT_EQ(file.find("because of 1"), std::string::npos);
  expect_replays(workshop);
}

TEST(TranscriptPeople, AMergeThatThePhoneAgreedToReplays) {
  Workshop workshop = rated();
  workshop.desk_says("merge", session::asking("1", "6"));
  workshop.person_says("1", "same_person", session::same_as("6", true));
  workshop.desk("reveal", "time:1");
  workshop.end();
  EXPECT_EQ(shown_and_withheld(file_of(workshop), "answer"), (std::pair{5, 5}));
  expect_replays(workshop);
}

TEST(TranscriptPeople, ARegroupedPersonsAnswersReplayInTheirGroup) {
  Workshop workshop = rated();
  workshop.desk_says("regroup", about("1", R"("group":"lived")"));
  workshop.desk("reveal", "time:1");
  workshop.end();
  expect_replays(workshop);
}

TEST(TranscriptPeople, ReplaysAFileWithEveryCommandThereIs) {
  const Workshop workshop = session::live_hour();
  std::set<std::string> accepted;
  session::State state;
  for (const auto& [envelope, payload] : workshop.records) {
    const auto folded = session::fold(state, envelope, payload);
    if (folded.outcome.ok) accepted.insert(*json::read(envelope)->find("kind")->as_string());
  }
  EXPECT_EQ(accepted.size(), std::variant_size_v<session::Command>);
  expect_replays(workshop);
}

TEST(TranscriptPeople, GoByFreshNumbersWhereverTheyAreNamed) {
  const Workshop workshop = session::live_hour();
  const std::string file = file_of(workshop);
  for (const char* person : {"1", "2", "3", "4", "5", "6", "7", "8", "a", "b"}) {
    EXPECT_EQ(file.find("\"" + person_id(person) + "\""), std::string::npos) << person;
  }
}

}  // namespace
}  // namespace quorate::transcript

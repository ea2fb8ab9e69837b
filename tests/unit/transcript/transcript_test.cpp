#include "shared/transcript/transcript.hpp"

#include <gtest/gtest.h>

#include "shared/engine/evaluate.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/view.hpp"
#include "tests/support/pieces.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::transcript {
namespace {

using session::Workshop;

const char* const kPeople[] = {"1", "2", "3", "4", "5", "6"};
constexpr json::ReadLimits kLimits{.bytes = 1 << 24, .depth = 24, .values = 1 << 20};

// Six people rate `time` 8 (revealed) and `trust` 3 (never revealed); then the workshop ends.
Workshop held() {
  Workshop workshop;
  workshop.desk("open", "time:1 trust:1");
  for (const char* person : kPeople) {
    workshop.join(person);
    workshop.answer(person, "time", 8);
    workshop.answer(person, "trust", 3);
  }
  workshop.desk("reveal", "time:1");
  workshop.answer("1", "time", 2);  // too late: refused
  workshop.end();
  return workshop;
}

std::vector<Source> sources(const Workshop& workshop) {
  std::vector<Source> records;
  for (const auto& [envelope, payload] : workshop.records) {
    records.push_back({envelope, payload, std::string(16, 's')});
  }
  return records;
}

Means means() {
  auto drawn = std::make_shared<int>(0);
  return {[](std::string_view, std::string_view payload) {
            return "commitment of " + std::to_string(payload.size()) + " bytes";
          },
          [drawn] { return session::person_id("f" + std::to_string(++*drawn)); }};
}

std::string text_of(const Workshop& workshop) {
  return test::joined(*write(sources(workshop), means()));
}

json::Value file_of(const Workshop& workshop) { return *json::read(text_of(workshop), kLimits); }

std::string again(const json::Value& file) { return json::write(file) + "\n"; }

json::Value& record(json::Value& file, std::size_t seq) {
  return (*file.find("records")->as_array())[seq];
}

TEST(Transcript, ReplaysToTheSameRecommendationByteForByte) {
  const Workshop workshop = held();
  const auto replayed = replay(text_of(workshop));
  ASSERT_TRUE(replayed.has_value()) << replayed.error().detail;
  EXPECT_EQ(replayed->records, workshop.records.size());
  const auto published = session::published(workshop.state);
  EXPECT_EQ(replayed->result, json::write(engine::to_json(engine::evaluate(*published))) + "\n");
}

TEST(Transcript, IsWrittenOnlyOnceTheWorkshopHasEnded) {
  Workshop workshop;
  EXPECT_EQ(write(sources(workshop), means()).error(), WriteError::not_ended);
  EXPECT_EQ(write({}, means()).error(), WriteError::not_created);
}

TEST(Transcript, HoldsNoRatingThatNoRevealHasShown) {
  const json::Value file = file_of(held());
  std::size_t commitments = 0;
  for (const json::Value& entry : *file.find("records")->as_array()) {
    const json::Value* payload = entry.find("payload");
    if (payload == nullptr) {
      ++commitments;
      EXPECT_EQ(entry.find("salt"), nullptr);
      continue;
    }
    if (*entry.find("envelope")->find("kind") != json::Value("answer")) continue;
    EXPECT_EQ(*payload->find("factor"), json::Value("time"));
    EXPECT_EQ(*payload->find("value"), json::Value(8));
  }
  EXPECT_EQ(commitments, std::size(kPeople) + 1);  // `trust`, and the answer that was refused
}

TEST(Transcript, IsTheSameCanonicalTextInHoweverManyPieces) {
  Workshop workshop;
  const std::string why(4000, 'w');
  for (std::size_t i = 0; i * why.size() < 3 * kPieceBytes; ++i) {
    workshop.desk_says("decide", R"({"approach":3,"shared":[],"why":")" + why + "\"}");
  }
  workshop.end();
  const Pieces pieces = *write(sources(workshop), means());
  EXPECT_GE(pieces.size(), 3u);
  for (const std::string& piece : pieces) EXPECT_LT(piece.size(), kPieceBytes + 2 * why.size());
  const std::string text = test::joined(pieces);
  EXPECT_EQ(text, again(*json::read(text, kLimits)));
  EXPECT_TRUE(replay(text).has_value());
}

TEST(Transcript, NamesNobodyByTheIdTheirPhoneHas) {
  const Workshop workshop = held();
  const std::string text = text_of(workshop);
  for (const char* person : kPeople) {
    EXPECT_EQ(text.find("\"" + session::person_id(person) + "\""), std::string::npos);
  }
  EXPECT_NE(text.find(session::person_id("f1")), std::string::npos);
}

TEST(Transcript, SaysAtWhichRecordItDiffers) {
  const json::Value file = file_of(held());
  const auto differs = [&](std::size_t seq, auto change) {
    json::Value changed = file;
    change(record(changed, seq));
    const auto replayed = replay(again(changed));
    return replayed ? "same" : std::to_string(replayed.error().record.value_or(999));
  };
  const std::size_t last = held().records.size() - 1;
  const std::size_t reveal = last - 2;
  EXPECT_EQ(differs(3, [](json::Value& r) { r.find("payload")->set("value", 1); }),
            std::to_string(reveal));  // another rating gives another recommendation
  EXPECT_EQ(differs(2, [](json::Value& r) { r.set("outcome", "full"); }), "2");
  EXPECT_EQ(differs(2, [](json::Value& r) { r.find("envelope")->set("seq", 7); }), "2");
  EXPECT_EQ(differs(2, [](json::Value& r) { r.erase("payload"); }), "2");
  EXPECT_EQ(differs(2, [](json::Value& r) { r.find("envelope")->set("role", "wall"); }), "2");
  EXPECT_EQ(differs(reveal, [](json::Value& r) { r.find("result")->set("level", 4); }),
            std::to_string(reveal));
  EXPECT_EQ(differs(0, [](json::Value&) {}), "same");
  json::Value other = file;
  other.set("fold", session::kOldestFoldVersion);
  EXPECT_FALSE(replay(again(other)).has_value());
}

TEST(Transcript, RefusesWhatIsNoTranscriptWithoutCrashing) {
  for (const char* text :
       {"", "{", "[]", "{}", R"({"format":"quorate-transcript","version":2})",
        R"({"format":"quorate-transcript","version":1,"fold":1,"records":[]})",
        R"({"format":"quorate-transcript","version":1,"fold":1,"records":[7]})",
        R"({"format":"quorate-transcript","version":1,"fold":1,"records":[{"envelope":{}}]})"}) {
    EXPECT_FALSE(replay(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace quorate::transcript

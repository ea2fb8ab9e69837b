// Bytes that must not change by accident: the records and the transcript of one workshop, made from
// tests/data/crisis-sanctuary.json with fixed secrets, and what records of every command come to.
// After a change that is meant:
//
//   QUORATE_UPDATE_GOLDEN=1 build/release-tests/tests/golden/golden
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "server/log/memory.hpp"
#include "server/room/creation.hpp"
#include "server/room/identity.hpp"
#include "shared/engine/doors.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/record.hpp"
#include "shared/session/view.hpp"
#include "shared/transcript/transcript.hpp"
#include "tests/support/pieces.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/session/live_hour.hpp"

namespace quorate {
namespace {

constexpr json::ReadLimits kLimits{.bytes = 1 << 24, .depth = 24, .values = 1 << 20};
constexpr std::int64_t kStartMs = 1'700'000'000'000;
const std::string kFolder = test::in_checkout("tests");

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Fixed, different for every draw.
class Draws {
 public:
  room::Random random() {
    return [this](std::uint8_t* bytes, std::size_t size) {
      for (std::size_t i = 0; i < size; ++i) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        bytes[i] = static_cast<std::uint8_t>(state_ >> 33);
      }
    };
  }

 private:
  std::uint64_t state_ = 42;
};

class Held {
 public:
  Held() : demo_(*json::read(read_file(kFolder + "/data/crisis-sanctuary.json"), kLimits)) {
    log::MemoryStore store([](std::function<void()>) {});
    const json::Value setup = json::Value::object({{"title", text("title")},
                                                   {"question", text("question")},
                                                   {"context", text("context")},
                                                   {"groups", groups()}});
    const auto creation = room::prepare_workshop(setup, {0, kStartMs}, store.directory(), random_);
    EXPECT_TRUE(creation.has_value());
    workshop_ = creation->entry.workshop;
    keep(creation->record.envelope, creation->record.payload);
    const json::Value questions = json::Value::object({{"questions", all_questions()}});
    desk("open", questions);
    for (const json::Value& ballot : *demo_.find("ballots")->as_array()) vote(ballot);
    desk("reveal", questions);
    desk("end", json::Value::object());
  }

  std::string records() const {
    std::string lines;
    for (const auto& source : sources_) lines += source.envelope + "\n" + source.payload + "\n";
    return lines;
  }
  std::string transcript() {
    return test::joined(*transcript::write(
        sources_, {[](std::string_view, std::string_view) { return std::string(64, 'c'); },
                   [this] { return room::random_hex(random_, 16); }}));
  }
  const session::State& state() const { return state_; }

 private:
  json::Value text(const char* key) const {
    return json::Value::object({{"en", *demo_.find(key)}});
  }
  json::Value groups() const {
    json::Value list = *demo_.find("groups");
    for (json::Value& group : *list.as_array()) {
      group.set("label", json::Value::object({{"en", *group.find("label")}}));
    }
    return list;
  }
  json::Value all_questions() const {
    json::Value list = json::Value::array();
    for (const session::Factor& factor : state_.setup->factors) {
      list.push(json::Value::object({{"factor", factor.spec.id}, {"round", 1}}));
    }
    return list;
  }
  void vote(const json::Value& ballot) {
    const std::string person = room::random_hex(random_, 16);
    command(person, session::Role::participant, "join",
            json::Value::object({{"group", *ballot.find("group")}}));
    for (const json::Member& rating : *ballot.find("ratings")->as_object()) {
      command(person, session::Role::participant, "answer",
              json::Value::object({{"factor", rating.key},
                                   {"round", 1},
                                   {"value", rating.value},
                                   {"nonce", room::random_hex(random_, 16)}}));
    }
  }
  void desk(const char* kind, const json::Value& members) {
    command("facilitator", session::Role::facilitator, kind, members);
  }
  void command(const std::string& actor, session::Role role, const char* kind,
               const json::Value& members) {
    const session::Envelope envelope{1,
                                     workshop_,
                                     0,
                                     kStartMs + static_cast<std::int64_t>(sources_.size()),
                                     actor,
                                     role,
                                     room::random_hex(random_, 12),
                                     kind};
    keep(json::write(session::to_json(envelope)),
         json::write(session::payload_of(*session::command_from_json(kind, members))));
  }
  void keep(std::string envelope, std::string payload) {
    const session::Folded folded = session::fold(state_, envelope, payload);
    EXPECT_TRUE(folded.outcome.ok) << envelope << payload;
    sources_.push_back({std::move(envelope), std::move(payload), room::random_bytes(random_, 16)});
  }

  json::Value demo_;
  Draws draws_;
  room::Random random_ = draws_.random();
  std::string workshop_;
  session::State state_;
  std::vector<transcript::Source> sources_;
};

void expect_golden(const std::string& name, const std::string& bytes) {
  const std::string path = kFolder + "/golden/" + name;
  if (std::getenv("QUORATE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  EXPECT_TRUE(read_file(path) == bytes) << name << " differs from what is kept";
}

TEST(Golden, RecordsHaveTheBytesTheyAlwaysHad) { expect_golden("records.txt", Held().records()); }

// Records of every command, as they were kept once, and what they come to for everybody.
TEST(Golden, EveryCommandHasTheBytesItAlwaysHadAndComesToTheSame) {
  const session::Workshop held = session::live_hour();
  std::string lines;
  for (const auto& [envelope, payload] : held.records) lines += envelope + "\n" + payload + "\n";
  expect_golden("live-hour.records.txt", lines);

  session::State state;
  std::istringstream kept(read_file(kFolder + "/golden/live-hour.records.txt"));
  std::string envelope;
  std::string payload;
  while (std::getline(kept, envelope) && std::getline(kept, payload)) {
    const auto kind = *json::read(envelope)->find("kind")->as_string();
    const auto command = session::command_from_json(kind, *json::read(payload, kLimits));
    EXPECT_EQ(json::write(session::payload_of(*command)), payload);
    session::fold(state, envelope, payload);
  }
  std::string views;
  for (const session::Role role :
       {session::Role::anonymous, session::Role::participant, session::Role::facilitator}) {
    views += json::write(session::view(state, role)) + "\n";
  }
  expect_golden("live-hour.views.txt", views);
}

TEST(Golden, TheTranscriptHasTheBytesItAlwaysHad) {
  expect_golden("crisis-sanctuary.quorate.json", Held().transcript());
}

TEST(Golden, TheKeptTranscriptReplaysToTheRecommendationOfItsBallots) {
  const auto replayed =
      transcript::replay(read_file(kFolder + "/golden/crisis-sanctuary.quorate.json"));
  ASSERT_TRUE(replayed.has_value()) << replayed.error().detail;
  expect_golden("crisis-sanctuary.result.json", replayed->result);

  // The same ballots through `quorate evaluate`. A workshop adds the group "unsaid", empty here.
  const auto evaluated = engine::evaluate_text(read_file(kFolder + "/data/crisis-sanctuary.json"));
  ASSERT_TRUE(evaluated.has_value()) << evaluated.error();
  json::Value from_ballots = *json::read(*evaluated, kLimits);
  from_ballots.find("groups")->push(
      json::Value::object({{"id", "unsaid"}, {"level", json::Value()}}));
  EXPECT_EQ(json::write(from_ballots) + "\n", replayed->result);
}

}  // namespace
}  // namespace quorate

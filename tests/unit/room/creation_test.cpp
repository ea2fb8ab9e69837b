#include "server/room/creation.hpp"

#include <gtest/gtest.h>

#include <set>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/fold.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

constexpr char kTitle[] = R"({"title":{"en":"A title"}})";

class Creating : public ::testing::Test {
 protected:
  tl::expected<Creation, json::FieldError> prepare(const std::string& setup) {
    return prepare_workshop(*json::read(setup), {0, 1'700'000'000'000}, hall_.store().directory(),
                            random_);
  }
  std::string wrong_field(const std::string& setup) {
    const auto creation = prepare(setup);
    return creation ? "none" : creation.error().where;
  }

  Hall hall_;
  std::uint32_t drawn_ = 1;
  Random random_ = [this](std::uint8_t* bytes, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
      drawn_ = drawn_ * 1664525U + 1013904223U;
      bytes[i] = static_cast<std::uint8_t>(drawn_ >> 24);
    }
  };
};

TEST_F(Creating, ATitleIsEnough) {
  const auto creation = prepare(kTitle);
  ASSERT_TRUE(creation.has_value()) << creation.error().sentence();
  session::State state;
  EXPECT_TRUE(session::fold(state, creation->record.envelope, creation->record.payload).outcome.ok);
  EXPECT_EQ(state.setup->factors.size(), 10u);
  EXPECT_EQ(state.setup->factors[2].spec.id, "power");
  EXPECT_TRUE(state.setup->factors[2].spec.judged_by_holders);
  EXPECT_EQ(state.setup->factors[4].question.at("en"), "Is there enough time to do this together?");
  EXPECT_EQ(state.setup->factors[4].yes.at("cy"), "oes");
  EXPECT_EQ(state.setup->groups.back().spec.id, "unsaid");
  EXPECT_EQ(state.setup->min_group, 5);
  EXPECT_EQ(state.setup->ruleset_id, "coproduction-v1");
}

TEST_F(Creating, KeepsOwnWordsOwnQuestionsAndAnotherOrder) {
  const auto creation = prepare(R"({"title":{"en":"T"},"factors":[
    {"id":"power"},{"id":"time","question":{"en":"Is there time by June?"}},
    {"id":"own","role":"case_for","question":{"en":"Ours?"}}],
    "groups":[{"id":"a","label":{"en":"A"}}]})");
  ASSERT_TRUE(creation.has_value()) << creation.error().sentence();
  session::State state;
  session::fold(state, creation->record.envelope, creation->record.payload);
  EXPECT_EQ(state.setup->factors[1].question, (session::Text{{"en", "Is there time by June?"}}));
  EXPECT_EQ(state.setup->factors[2].question.at("en"), "Ours?");
  EXPECT_EQ(state.setup->groups.size(), 2u);
}

TEST_F(Creating, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(wrong_field("{}"), "title");
  EXPECT_EQ(wrong_field("7"), "");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"template":"other"})"), "template");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"min_group":1})"), "min_group");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"factors":[{"id":"time"}]})"), "factors");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"factors":[{"id":"power"},{"id":"own"}]})"),
            "factors[1].role");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"groups":[{"id":"A","label":{"en":"A"}}]})"),
            "groups[0].id");
  EXPECT_EQ(wrong_field(R"({"title":{"en":"T"},"groups":7})"), "groups");
}

TEST_F(Creating, ARecordHoldsNoSecretAndNothingThatWasNotAskedFor) {
  const auto creation = prepare(R"({"title":{"en":"T"},"surprise":"unasked"})");
  const std::string record = creation->record.envelope + creation->record.payload;
  for (const char* secret : {"code", "key", "facilitator", "cofacilitator", "wall", "recovery"}) {
    EXPECT_EQ(record.find(*creation->response.find(secret)->as_string()), std::string::npos);
  }
  EXPECT_EQ(record.find("unasked"), std::string::npos);
}

TEST_F(Creating, DrawsDifferentSecretsAndCodesWithoutLookAlikes) {
  std::set<std::string> seen;
  for (int i = 0; i < 50; ++i) {
    const auto creation = prepare(kTitle);
    for (const json::Member& member : *creation->response.as_object()) {
      EXPECT_TRUE(seen.insert(*member.value.as_string()).second) << member.key;
    }
    EXPECT_EQ(creation->entry.code.find_first_not_of(protocol::kCodeAlphabet), std::string::npos);
    EXPECT_EQ(creation->entry.code.size(), protocol::kCodeLength);
    EXPECT_EQ(creation->entry.key.find_first_not_of(protocol::kKeyAlphabet), std::string::npos);
    EXPECT_EQ(creation->entry.key.size(), protocol::kKeyLength);
  }
}

}  // namespace
}  // namespace quorate::room

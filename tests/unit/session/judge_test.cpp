// Every command in every phase by every role: allowed, or refused with which code.
#include "shared/session/judge.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

constexpr char kNonce[] = "00112233445566778899aabbccddeeff";

struct Case {
  const char* kind;
  Phase phase;  // of the question `time`, round 1
  Role role;
  const char* expected;  // "ok" or the code
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.kind << " in phase " << static_cast<int>(c.phase) << " by " << name(c.role);
}

Command command_of(const std::string& kind, int round) {
  const std::string question = R"("factor":"time","round":)" + std::to_string(round);
  const std::string text = R"({"group":"staff","value":5,"nonce":")" + std::string(kNonce) + "\"," +
                           question + R"(,"questions":[{)" + question + "}]}";
  return *command_from_json(kind, *json::read(text));
}

class Judging : public ::testing::TestWithParam<Case> {};

TEST_P(Judging, AllowsOrRefusesWithTheCode) {
  const Case& c = GetParam();
  Workshop workshop;
  workshop.join("a");
  if (c.phase != Phase::waiting) workshop.desk("open", "time:1");
  if (c.phase == Phase::closed) workshop.desk("close", "time:1");
  if (c.phase == Phase::revealed) workshop.desk("reveal", "time:1");
  const std::string actor =
      c.role == Role::participant ? person_id("a") : std::string(name(c.role));
  const auto refused = judge(workshop.state, actor, c.role, command_of(c.kind, 1));
  EXPECT_EQ(refused ? name(refused->code) : "ok", c.expected);
}

std::vector<Case> cases() {
  std::vector<Case> all;
  const Phase phases[] = {Phase::waiting, Phase::open, Phase::closed, Phase::revealed};
  const Role roles[] = {Role::anonymous, Role::participant, Role::facilitator, Role::cofacilitator,
                        Role::wall};
  struct {
    const char* kind;
    const char* by_phase[4];
  } const rules[] = {
      {"join", {"already_joined", "already_joined", "already_joined", "already_joined"}},
      {"answer", {"wrong_round", "ok", "not_open", "not_open"}},
      {"open", {"ok", "already_open", "ok", "wrong_round"}},
      {"close", {"wrong_round", "ok", "not_open", "not_open"}},
      {"reveal", {"wrong_round", "ok", "ok", "not_open"}},
      {"end", {"ok", "ok", "ok", "ok"}},
  };
  for (const auto& rule : rules) {
    const std::string kind = rule.kind;
    const bool for_people = kind == "join" || kind == "answer";
    for (int phase = 0; phase < 4; ++phase) {
      for (const Role role : roles) {
        const bool may = for_people      ? role == Role::participant
                         : kind == "end" ? role == Role::facilitator
                                         : is_desk(role);
        all.push_back(
            {rule.kind, phases[phase], role, may ? rule.by_phase[phase] : "not_allowed_role"});
      }
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(EveryCommandPhaseAndRole, Judging, ::testing::ValuesIn(cases()));

TEST(Judge, AnAnswerBeforeJoiningIsRefused) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  const auto refused =
      judge(workshop.state, person_id("a"), Role::participant, command_of("answer", 1));
  EXPECT_EQ(refused->code, Refusal::not_joined);
}

TEST(Judge, AnAnswerForAnotherRoundIsRefused) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  const auto refused =
      judge(workshop.state, person_id("a"), Role::participant, command_of("answer", 2));
  EXPECT_EQ(*refused, (Refused{Refusal::wrong_round, "round"}));
}

TEST(Judge, AWorkshopIsCreatedOnceAndByTheServerAlone) {
  State empty;
  const Command create = Create{*setup_from_json(small_setup())};
  EXPECT_FALSE(judge(empty, "server", Role::server, create));
  EXPECT_EQ(judge(empty, "facilitator", Role::facilitator, create)->code,
            Refusal::not_allowed_role);
  EXPECT_EQ(judge(empty, person_id("a"), Role::participant, command_of("join", 1))->code,
            Refusal::not_created);
  Workshop workshop;
  EXPECT_EQ(judge(workshop.state, "server", Role::server, create)->code, Refusal::already_created);
}

}  // namespace
}  // namespace quorate::session

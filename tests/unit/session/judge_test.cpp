// Every command in every phase by every role: allowed, or refused with which code.
#include "shared/session/judge.hpp"

#include <gtest/gtest.h>

#include <set>

#include "shared/json/read.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

// Of the answer that `a` gives while `time` is open; the first half is its reason's id.
constexpr char kNonce[] = "00112233445566778899aabbccddeeff";

enum class By { people, desk, facilitator, server, desk_and_server };

struct Rule {
  const char* kind;
  const char* members;  // ":a" stands for the id of `a`, and so on
  By by;
  // "ok" or the code, while `time` waits, is open, closed and revealed in its round 1.
  const char* waiting;
  const char* open;
  const char* closed;
  const char* revealed;
  const char* paused;        // while it is open
  const char* person = "a";  // who asks, where it is a participant
};

std::ostream& operator<<(std::ostream& out, const Rule& rule) { return out << rule.kind; }

#define QUESTION R"("factor":"time","round":1)"
#define LIST R"({"questions":[{)" QUESTION R"(}]})"
#define GIVEN QUESTION R"(,"value":5,"nonce":"ffffffffffffffffffffffffffffffff")"

constexpr Rule kRules[] = {
    {"create", R"({"setup":":setup"})", By::server, "already_created", "already_created",
     "already_created", "already_created", "already_created"},
    {"join", R"({"group":"staff"})", By::people, "already_joined", "already_joined",
     "already_joined", "already_joined", "already_joined"},
    {"join", R"({"group":"staff"})", By::people, "ok", "ok", "ok", "ok", "ok", "e"},
    {"answer", "{" GIVEN "}", By::people, "wrong_round", "ok", "not_open", "not_open", "paused"},
    {"more_time", R"({"wanted":true})", By::people, "ok", "ok", "ok", "ok", "ok"},
    {"same_person", R"({"into":":a","yes":true})", By::people, "ok", "ok", "ok", "ok", "ok", "b"},
    {"open", LIST, By::desk, "ok", "already_open", "ok", "wrong_round", "already_open"},
    {"close", LIST, By::desk_and_server, "wrong_round", "ok", "not_open", "not_open", "ok"},
    {"reveal", LIST, By::desk, "wrong_round", "ok", "ok", "not_open", "ok"},
    {"skip", R"({"factor":"time","skipped":true})", By::desk, "ok", "already_open", "ok", "ok",
     "already_open"},
    {"focus", R"({"factor":"time"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"settle", "{" QUESTION R"(,"settled":true})", By::desk, "wrong_round", "still_open",
     "not_open", "ok", "still_open"},
    {"fact", R"({"factor":"time","text":{"en":"x"}})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"show_reason", "{" QUESTION R"(,"reason":"0011223344556677","shown":false})", By::desk,
     "unknown_reason", "unknown_reason", "unknown_reason", "ok", "unknown_reason"},
    {"pause", R"({"paused":true})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"timer", R"({"ends_ms":1})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"pace", R"({"pace":"over_days"})", By::desk, "ok", "still_open", "ok", "ok", "still_open"},
    {"closing", R"({"at_ms":1})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"door", R"({"door":"locked"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"note", R"({"text":"x"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"decide", R"({"approach":3,"shared":["design"]})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"keep_decision", "{}", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"end", "{}", By::facilitator, "ok", "ok", "ok", "ok", "ok"},
    {"invite", R"({"group":"staff","tickets":[":ticket"]})", By::desk, "ok", "ok", "ok", "ok",
     "ok"},
    {"admit", R"({"participant":":d"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"turn_away", R"({"participant":":d"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"remove", R"({"participant":":b"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"merge", R"({"participant":":b","into":":a"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"regroup", R"({"participant":":b","group":"lived"})", By::desk, "ok", "ok", "ok", "ok", "ok"},
    {"proxy_join", R"({"participant":":e","group":"staff"})", By::desk, "ok", "ok", "ok", "ok",
     "ok"},
    {"proxy_answer", R"({"participant":":c",)" GIVEN "}", By::desk, "wrong_round", "ok", "ok",
     "not_open", "ok"},
};
// A new command needs a row of its own; `join` has two.
static_assert(std::size(kRules) == std::variant_size_v<Command> + 1);

#undef QUESTION
#undef LIST
#undef GIVEN

json::Value filled_in(const json::Value& value) {
  if (const auto* text = value.as_string(); text != nullptr && text->starts_with(':')) {
    if (*text == ":setup") return small_setup();
    return *text == ":ticket" ? ticket("e") : person_id(text->substr(1));
  }
  json::Value filled = value;
  if (value.as_object() != nullptr) {
    for (const json::Member& member : *value.as_object()) {
      filled.set(member.key, filled_in(member.value));
    }
  } else if (auto* items = filled.as_array()) {
    for (json::Value& item : *items) item = filled_in(item);
  }
  return filled;
}

Command command_of(const Rule& rule) {
  json::Value members = filled_in(*json::read(rule.members));
  if (std::string_view(rule.kind) == "create") members.set("fold", kFoldVersion);
  const auto command = command_from_json(rule.kind, members);
  EXPECT_TRUE(command.has_value()) << rule.kind << ": " << command.error().sentence();
  return *command;
}

// `a` and `b` have joined and `b`'s phone was asked whether they are `a`, `c` has no phone, `d`
// asked to come in while the door was locked.
Workshop people() {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk_says("merge", asking("b", "a"));
  workshop.desk_says("proxy_join", about("c", R"("group":"staff")"));
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("d");
  workshop.desk_says("door", R"({"door":"open"})");
  return workshop;
}

Workshop in_phase(Phase phase) {
  Workshop workshop = people();
  if (phase == Phase::waiting) return workshop;
  workshop.desk("open", "time:1");
  workshop.person_says(
      "a", "answer",
      std::string(R"({"factor":"time","round":1,"value":5,"reason":"x","nonce":")") + kNonce +
          "\"}");
  if (phase == Phase::closed) workshop.desk("close", "time:1");
  if (phase == Phase::revealed) workshop.desk("reveal", "time:1");
  return workshop;
}

bool may(By by, Role role) {
  switch (by) {
    case By::people:
      return role == Role::participant;
    case By::desk:
      return is_desk(role);
    case By::facilitator:
      return role == Role::facilitator;
    case By::server:
      return role == Role::server;
    case By::desk_and_server:
      return is_desk(role) || role == Role::server;
  }
  return false;
}

class Judging : public ::testing::TestWithParam<Rule> {
 protected:
  void expect_of_every_role(const char* when, const Workshop& workshop, const char* expected) {
    const Rule& rule = GetParam();
    for (const Role role : {Role::anonymous, Role::participant, Role::facilitator,
                            Role::cofacilitator, Role::wall, Role::server}) {
      const std::string actor =
          role == Role::participant ? person_id(rule.person) : std::string(name(role));
      const auto refused = judge(workshop.state, actor, role, command_of(rule));
      EXPECT_EQ(refused ? name(refused->code) : "ok",
                may(rule.by, role) ? expected : "not_allowed_role")
          << rule.kind << " " << when << " by " << name(role);
    }
  }
};

TEST_P(Judging, AllowsOrRefusesWithTheCodeInEveryPhaseByEveryRole) {
  const Rule& rule = GetParam();
  expect_of_every_role("while it waits", in_phase(Phase::waiting), rule.waiting);
  expect_of_every_role("while it is open", in_phase(Phase::open), rule.open);
  expect_of_every_role("once it is closed", in_phase(Phase::closed), rule.closed);
  expect_of_every_role("once it is revealed", in_phase(Phase::revealed), rule.revealed);
}

TEST_P(Judging, P3_13_APauseKeepsAnswersOutAndNothingElse) {
  Workshop workshop = in_phase(Phase::open);
  workshop.desk_says("pause", R"({"paused":true})");
  expect_of_every_role("while paused", workshop, GetParam().paused);
}

TEST_P(Judging, P3_8_AfterTheEndEverythingIsRefusedByEveryRole) {
  Workshop workshop = in_phase(Phase::open);
  workshop.end();
  expect_of_every_role("after the end", workshop, "ended");
}

TEST_P(Judging, BeforeTheCreationThereIsNothingToAskFor) {
  const Rule& rule = GetParam();
  State empty;
  const Role role = rule.by == By::people   ? Role::participant
                    : rule.by == By::server ? Role::server
                                            : Role::facilitator;
  const auto refused = judge(empty, person_id("a"), role, command_of(rule));
  EXPECT_EQ(refused ? name(refused->code) : "ok", rule.by == By::server ? "ok" : "not_created");
}

INSTANTIATE_TEST_SUITE_P(EveryCommand, Judging, ::testing::ValuesIn(kRules));

TEST(Judge, HasARowForEveryCommand) {
  std::set<std::size_t> seen;
  for (const Rule& rule : kRules) seen.insert(command_of(rule).index());
  EXPECT_EQ(seen.size(), std::variant_size_v<Command>);
}

}  // namespace
}  // namespace quorate::session

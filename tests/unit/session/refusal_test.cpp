// What PROTOCOL.md section 3 says each command is refused with, one case for each code of its
// table.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "shared/session/bounds.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

constexpr char kTime[] = R"({"questions":[{"factor":"time","round":1}]})";
constexpr char kNoSuch[] =
    R"({"questions":[{"factor":"time","round":1},{"factor":"x","round":1}]})";
constexpr char kGiven[] = R"("value":5,"nonce":"00112233445566778899aabbccddeeff")";

std::string given(const char* factor, int round) {
  return R"("factor":")" + std::string(factor) + R"(","round":)" + std::to_string(round) + "," +
         kGiven;
}

void fill(Workshop& workshop) {
  workshop.state.participants.resize(kMostPeople, workshop.state.participants.front());
  workshop.state.joined = kMostPeople;
}

struct Case {
  std::string kind;
  const char* code;
  const char* field;
  Folded (*act)(Workshop&);  // on a workshop with `a` and `b`, and `time` waiting
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.kind << " " << c.code;
}

Folded lock_and_turn_away_and_join(Workshop& w) {
  w.desk_says("door", R"({"door":"locked"})");
  w.join("e");
  w.desk_says("turn_away", about("e"));
  return w.join("e");
}

Folded settle(Workshop& w, const char* factor, int round) {
  return w.desk_says("settle", R"({"factor":")" + std::string(factor) + R"(","round":)" +
                                   std::to_string(round) + R"(,"settled":true})");
}

const Case kCases[] = {
    {"join", "unknown_group", "group", [](Workshop& w) { return w.join("e", "x"); }},
    {"join", "already_joined", "", [](Workshop& w) { return w.join("a"); }},
    {"join", "already_waiting", "",
     [](Workshop& w) {
       w.desk_says("door", R"({"door":"locked"})");
       w.join("e");
       return w.join("e");
     }},
    {"join", "full", "",
     [](Workshop& w) {
       fill(w);
       return w.join("e");
     }},
    {"join", "needs_invitation", "",
     [](Workshop& w) {
       w.desk_says("door", R"({"door":"invited"})");
       return w.join("e");
     }},
    {"join", "unknown_invitation", "",
     [](Workshop& w) {
       return w.person_says("e", "join", R"({"ticket":")" + ticket("1") + "\"}");
     }},
    {"join", "used_invitation", "",
     [](Workshop& w) {
       w.desk_says("invite", R"({"group":"staff","tickets":[")" + ticket("1") + "\"]}");
       w.person_says("e", "join", R"({"ticket":")" + ticket("1") + "\"}");
       return w.person_says("f", "join", R"({"ticket":")" + ticket("1") + "\"}");
     }},
    {"join", "turned_away", "", lock_and_turn_away_and_join},
    {"join", "removed", "",
     [](Workshop& w) {
       w.desk_says("remove", about("b"));
       return w.join("b");
     }},
    {"answer", "not_joined", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.answer("e", "time", 5);
     }},
    {"answer", "unknown_factor", "factor", [](Workshop& w) { return w.answer("a", "x", 5); }},
    {"answer", "wrong_round", "round",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.answer("a", "time", 5, 2);
     }},
    {"answer", "not_open", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk("close", "time:1");
       return w.answer("a", "time", 5);
     }},
    {"answer", "paused", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk_says("pause", R"({"paused":true})");
       return w.answer("a", "time", 5);
     }},
    {"more_time", "not_joined", "",
     [](Workshop& w) { return w.person_says("e", "more_time", R"({"wanted":true})"); }},
    {"same_person", "not_joined", "",
     [](Workshop& w) { return w.person_says("e", "same_person", same_as("a", true)); }},
    {"same_person", "unknown_participant", "into",  // nobody has asked
     [](Workshop& w) { return w.person_says("b", "same_person", same_as("a", true)); }},
    {"same_person", "unknown_participant", "into",  // it was asked about somebody else
     [](Workshop& w) {
       w.join("e");
       w.desk_says("merge", asking("b", "e"));
       return w.person_says("b", "same_person", same_as("a", true));
     }},
    {"same_person", "unknown_participant", "into",  // it has said no
     [](Workshop& w) {
       w.desk_says("merge", asking("b", "a"));
       w.person_says("b", "same_person", same_as("a", false));
       return w.person_says("b", "same_person", same_as("a", true));
     }},
    {"same_person", "unknown_participant", "into",  // the other has gone
     [](Workshop& w) {
       w.desk_says("merge", asking("b", "a"));
       w.desk_says("remove", about("a"));
       return w.person_says("b", "same_person", same_as("a", true));
     }},
    {"open", "unknown_factor", "questions[1]",
     [](Workshop& w) { return w.desk_says("open", kNoSuch); }},
    {"open", "wrong_round", "questions[0]", [](Workshop& w) { return w.desk("open", "time:2"); }},
    {"open", "already_open", "questions[0]",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.desk_says("open", kTime);
     }},
    {"open", "bad_message", "questions[1]",
     [](Workshop& w) { return w.desk("open", "time:1 time:1"); }},
    {"close", "not_open", "questions[0]",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk("close", "time:1");
       return w.desk_says("close", kTime);
     }},
    {"close", "unknown_factor", "questions[1]",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.desk_says("close", kNoSuch);
     }},
    {"reveal", "wrong_round", "questions[0]",
     [](Workshop& w) { return w.desk_says("reveal", kTime); }},
    {"reveal", "not_open", "questions[0]",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk("reveal", "time:1");
       return w.desk_says("reveal", kTime);
     }},
    {"skip", "unknown_factor", "factor",
     [](Workshop& w) { return w.desk_says("skip", R"({"factor":"x","skipped":true})"); }},
    {"skip", "already_open", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.desk_says("skip", R"({"factor":"time","skipped":true})");
     }},
    {"focus", "unknown_factor", "factor",
     [](Workshop& w) { return w.desk_says("focus", R"({"factor":"x"})"); }},
    {"settle", "unknown_factor", "factor", [](Workshop& w) { return settle(w, "x", 1); }},
    {"settle", "wrong_round", "round",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk("reveal", "time:1");
       return settle(w, "time", 2);
     }},
    {"settle", "still_open", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return settle(w, "time", 1);
     }},
    {"settle", "not_open", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.desk("close", "time:1");
       return settle(w, "time", 1);
     }},
    {"pace", "still_open", "",
     [](Workshop& w) {
       w.desk("open", "time:1");
       return w.desk_says("pace", R"({"pace":"together"})");
     }},
    {"invite", "unknown_group", "group",
     [](Workshop& w) {
       return w.desk_says("invite", R"({"group":"x","tickets":[")" + ticket("1") + "\"]}");
     }},
    {"invite", "too_many", "invitations",
     [](Workshop& w) {
       for (std::size_t i = 0; i < kMostInvitations; ++i) {
         w.state.invitations.emplace(std::to_string(i), Invitation{});
       }
       return w.desk_says("invite", R"({"group":"staff","tickets":[")" + ticket("1") + "\"]}");
     }},
    {"admit", "unknown_participant", "participant",
     [](Workshop& w) { return w.desk_says("admit", about("a")); }},
    {"admit", "full", "",
     [](Workshop& w) {
       w.desk_says("door", R"({"door":"locked"})");
       w.join("e");
       fill(w);
       return w.desk_says("admit", about("e"));
     }},
    {"turn_away", "unknown_participant", "participant",
     [](Workshop& w) { return w.desk_says("turn_away", about("a")); }},
    {"remove", "unknown_participant", "participant",
     [](Workshop& w) { return w.desk_says("remove", about("e")); }},
    {"remove", "unknown_participant", "participant",
     [](Workshop& w) {
       w.desk_says("remove", about("b"));
       return w.desk_says("remove", about("b"));
     }},
    {"merge", "unknown_participant", "participant",
     [](Workshop& w) {
       return w.desk_says("merge", about("e", R"("into":")" + person_id("a") + "\""));
     }},
    {"merge", "unknown_participant", "into",
     [](Workshop& w) {
       return w.desk_says("merge", about("a", R"("into":")" + person_id("e") + "\""));
     }},
    {"merge", "unknown_participant", "into",
     [](Workshop& w) {
       return w.desk_says("merge", about("a", R"("into":")" + person_id("a") + "\""));
     }},
    {"merge", "unknown_participant", "into",
     [](Workshop& w) {
       w.desk_says("remove", about("b"));
       return w.desk_says("merge", about("a", R"("into":")" + person_id("b") + "\""));
     }},
    {"regroup", "unknown_participant", "participant",
     [](Workshop& w) { return w.desk_says("regroup", about("e", R"("group":"lived")")); }},
    {"regroup", "unknown_group", "group",
     [](Workshop& w) { return w.desk_says("regroup", about("a", R"("group":"x")")); }},
    {"proxy_join", "unknown_group", "group",
     [](Workshop& w) { return w.desk_says("proxy_join", about("e", R"("group":"x")")); }},
    {"proxy_join", "already_joined", "participant",
     [](Workshop& w) { return w.desk_says("proxy_join", about("a", R"("group":"staff")")); }},
    {"proxy_join", "already_joined", "participant",
     [](Workshop& w) {
       w.desk_says("door", R"({"door":"locked"})");
       w.join("e");
       return w.desk_says("proxy_join", about("e", R"("group":"staff")"));
     }},
    {"proxy_join", "already_joined", "participant",
     [](Workshop& w) {
       w.desk_says("remove", about("b"));
       return w.desk_says("proxy_join", about("b", R"("group":"staff")"));
     }},
    {"proxy_join", "turned_away", "participant",
     [](Workshop& w) {
       lock_and_turn_away_and_join(w);
       return w.desk_says("proxy_join", about("e", R"("group":"staff")"));
     }},
    {"proxy_join", "full", "",
     [](Workshop& w) {
       fill(w);
       return w.desk_says("proxy_join", about("e", R"("group":"staff")"));
     }},
    {"proxy_answer", "unknown_participant", "participant",
     [](Workshop& w) {  // `a` has a phone
       w.desk("open", "time:1");
       return w.desk_says("proxy_answer", about("a", given("time", 1)));
     }},
    {"proxy_answer", "unknown_factor", "factor",
     [](Workshop& w) {
       w.desk_says("proxy_join", about("c", R"("group":"staff")"));
       return w.desk_says("proxy_answer", about("c", given("x", 1)));
     }},
    {"proxy_answer", "wrong_round", "round",
     [](Workshop& w) {
       w.desk_says("proxy_join", about("c", R"("group":"staff")"));
       return w.desk_says("proxy_answer", about("c", given("time", 1)));
     }},
    {"proxy_answer", "not_open", "",
     [](Workshop& w) {
       w.desk_says("proxy_join", about("c", R"("group":"staff")"));
       w.desk("open", "time:1");
       w.desk("reveal", "time:1");
       return w.desk_says("proxy_answer", about("c", given("time", 1)));
     }},
    {"fact", "unknown_factor", "factor",
     [](Workshop& w) { return w.desk_says("fact", R"({"factor":"x","text":{"en":"f"}})"); }},
    {"fact", "too_many_facts", "text",
     [](Workshop& w) {
       constexpr char kFact[] = R"({"factor":"time","text":{"en":"f"}})";
       for (std::size_t i = 0; i < kMostFacts; ++i) w.desk_says("fact", kFact);
       return w.desk_says("fact", kFact);
     }},
    {"answer", "too_many_reasons", "reason",
     [](Workshop& w) {
       w.desk("open", "time:1");
       w.state.questions[1].rounds[0].reason_bytes = kMostReasonBytesOfAWorkshop;
       return w.person_says("a", "answer", "{" + given("time", 1) + R"(,"reason":"because"})");
     }},
    {"proxy_answer", "too_many_reasons", "reason",
     [](Workshop& w) {
       w.desk_says("proxy_join", about("c", R"("group":"staff")"));
       w.desk("open", "time:1");
       w.state.questions[1].rounds[0].reason_bytes = kMostReasonBytesOfAWorkshop;
       return w.desk_says("proxy_answer", about("c", given("time", 1) + R"(,"reason":"because")"));
     }},
    {"proxy_join", "too_many_proxies", "",
     [](Workshop& w) {
       w.desk_says("proxy_join", about("c", R"("group":"staff")"));
       w.state.participants.resize(2 + kMostProxies, w.state.participants.back());
       return w.desk_says("proxy_join", about("d", R"("group":"staff")"));
     }},
    {"open", "too_many_rounds", "questions[0]",
     [](Workshop& w) {
       for (int round = 1; round <= kMostRoundsOfAQuestion; ++round) {
         w.desk("open", "time:" + std::to_string(round));
         w.desk("reveal", "time:" + std::to_string(round));
       }
       return w.desk("open", "time:" + std::to_string(kMostRoundsOfAQuestion + 1));
     }},
    {"decide", "unknown_factor", "tasks[0].factor",
     [](Workshop& w) {
       return w.desk_says("decide", R"({"approach":3,"shared":[],"tasks":[{"factor":"x"}]})");
     }},
    {"show_reason", "unknown_factor", "factor",
     [](Workshop& w) {
       return w.desk_says("show_reason", R"({"factor":"x","round":1,"reason":"1","shown":true})");
     }},
    {"show_reason", "unknown_reason", "reason",
     [](Workshop& w) {
       w.desk("open", "time:1");
       const std::string id = w.answer_because("a", "time", 5, "because");
       return w.desk_says("show_reason", R"({"factor":"time","round":1,"shown":true,"reason":")" +
                                             id + "\"}");  // nobody may see it yet
     }},
    {"note", "too_many_notes", "text",
     [](Workshop& w) {
       for (std::size_t i = 0; i < kMostNotes; ++i) w.desk_says("note", R"({"text":"n"})");
       return w.desk_says("note", R"({"text":"n"})");
     }},
};

class Refusing : public ::testing::TestWithParam<Case> {};

TEST_P(Refusing, NamesTheCodeAndTheMemberAndChangesNothing_P3_4) {
  const Case& c = GetParam();
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  const Folded folded = c.act(workshop);
  EXPECT_EQ(came_to(folded), c.code);
  EXPECT_EQ(folded.outcome.refused.field, c.field);
  EXPECT_EQ(folded.change, Change::none);
  EXPECT_TRUE(folded.about.empty());
}

INSTANTIATE_TEST_SUITE_P(EveryCode, Refusing, ::testing::ValuesIn(kCases));

std::set<std::string> words_in_backquotes(const std::string& text) {
  std::set<std::string> words;
  for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at + 1)) {
    const std::size_t end = text.find('`', at + 1);
    words.insert(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return words;
}

TEST(Refusals, OfTheProtocolsTableAreThoseTriedHere) {
  std::ifstream file(test::in_checkout("shared/protocol/PROTOCOL.md"));
  std::map<std::string, std::set<std::string>> codes_of_kind;
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
    if (cells.size() != 5 || cells[1].find('`') == std::string::npos) continue;
    ++rows;
    const auto kinds = words_in_backquotes(cells[1]);
    const auto codes = words_in_backquotes(cells[4]);
    std::set<std::string> tried;
    for (const Case& c : kCases) {
      if (kinds.contains(c.kind) && std::string_view(c.code) != "bad_message") tried.insert(c.code);
    }
    EXPECT_EQ(tried, codes) << line;
  }
  EXPECT_GT(rows, 15);
}

}  // namespace
}  // namespace quorate::session

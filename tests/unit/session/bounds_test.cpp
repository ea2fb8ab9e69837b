// What people write is bounded in sum (P3.16), and so is what everybody may be sent of it.
#include "shared/session/bounds.hpp"

#include <gtest/gtest.h>

#include "server/budgets/budgets.hpp"
#include "shared/engine/setup.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

// Every byte of it is six in JSON.
constexpr char kDear = '\x01';

Folded say_fact(Workshop& workshop, std::string_view factor, const std::string& text) {
  return workshop.fold(
      "facilitator", Role::facilitator, "fact",
      json::Value::object({{"factor", factor}, {"text", json::Value::object({{"en", text}})}}));
}

Folded say_note(Workshop& workshop, const std::string& text) {
  return workshop.fold("cofacilitator", Role::cofacilitator, "note",
                       json::Value::object({{"text", text}}));
}

// A fact in so many languages as one message takes.
json::Value long_fact(std::string_view factor) {
  json::Value text = json::Value::object();
  for (const char last : {'a', 'b', 'c'}) {
    text.set(std::string("a") + last, std::string(kMostLineBytes, kDear));
  }
  return json::Value::object({{"factor", factor}, {"text", std::move(text)}});
}

std::size_t taken(Workshop& workshop, std::string_view kind, const json::Value& members,
                  std::size_t times) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < times; ++i) {
    if (workshop.fold("facilitator", Role::facilitator, kind, members).outcome.ok) ++done;
  }
  return done;
}

TEST(Bounds, OfFactsAreOfAWorkshopInBytesOfJson_P3_16) {
  Workshop workshop;
  std::size_t facts = 0;
  for (const char* factor : {"power", "time", "trust"}) {
    facts += taken(workshop, "fact", long_fact(factor), kMostFacts);
  }
  const std::size_t bytes = json::write(*long_fact("x").find("text")).size() + 9;  // {"text":…}
  EXPECT_EQ(facts, kMostFactBytes / bytes);
  EXPECT_EQ(came_to(say_fact(workshop, "trust", std::string(kMostLineBytes, kDear))),
            facts * bytes + 6 * kMostLineBytes < kMostFactBytes ? "ok" : "too_many_facts");
  EXPECT_EQ(came_to(say_fact(workshop, "trust", "short")), "ok") << "a shorter one has room";
}

TEST(Bounds, OfNotesAreOfAWorkshopInBytesOfJson_P3_16) {
  Workshop workshop;
  const json::Value note = json::Value::object({{"text", std::string(kMostNoteBytes / 2, kDear)}});
  const std::size_t bytes = json::write(*note.find("text")).size();
  EXPECT_EQ(taken(workshop, "note", note, kMostNotes), kMostNotesBytes / bytes);
  EXPECT_EQ(came_to(say_note(workshop, std::string(kMostNoteBytes, kDear))), "too_many_notes");
  EXPECT_EQ(came_to(say_note(workshop, "short")), "ok") << "a shorter one has room";
}

TEST(Bounds, OfAPersonsReasonsLeaveRoomForAShorterOneInItsPlace_P3_16) {
  Workshop workshop;
  workshop.join("a");
  const std::string dear(kMostReasonBytes, kDear);
  int given = 0;
  for (int round = 1; round <= kMostRoundsOfAQuestion; ++round) {
    const std::string at = std::to_string(round);
    workshop.desk("open", "time:" + at);
    workshop.answer_because("a", "time", 5, dear, round);
    if (workshop.state.answer(1, round, 0)) {
      ++given;
    } else {
      workshop.answer_because("a", "time", 6, "short", round);
      ASSERT_TRUE(workshop.state.answer(1, round, 0)) << "a shorter one has room";
      workshop.answer_because("a", "time", 7, dear, round);
      ASSERT_EQ(workshop.state.answer(1, round, 0), engine::Rating::points(6)) << "as it was";
    }
    workshop.answer_because("a", "time", 5,
                            workshop.state.questions[1].rounds.back().reasons[0].text, round);
    workshop.desk("reveal", "time:" + at);
  }
  EXPECT_EQ(static_cast<std::size_t>(given), kMostReasonBytesOfAPerson / bytes_of(dear));
  std::size_t bytes = 0;
  for (const Round& round : workshop.state.questions[1].rounds) bytes += round.reason_bytes;
  EXPECT_LE(bytes, kMostReasonBytesOfAPerson);
  EXPECT_LE(json::write(me(workshop.state, 0)).size(), kMostReasonBytesOfAPerson);
}

// Whether there is room must not tell whoever speaks for them how long somebody else's reason is.
TEST(Bounds, OfAPersonsReasonsDoNotCountWhatCameToThemByAMerge_P3_16) {
  Workshop workshop;
  workshop.join("a");
  workshop.join("b");
  workshop.desk("open", "time:1");
  const std::string dear(kMostReasonBytes, kDear);
  workshop.answer_because("b", "time", 5, dear);
  workshop.desk_says("merge", about("b", R"("into":")" + person_id("a") + "\""));
  ASSERT_EQ(workshop.state.questions[1].rounds.back().reasons.count(0), 1U) << "it counts";
  std::size_t room = kMostReasonBytesOfAPerson;
  for (int round = 1; bytes_of(dear) <= room; ++round) {
    workshop.desk("open", "power:" + std::to_string(round));
    workshop.answer_because("a", "power", 5, dear, round);
    ASSERT_EQ(workshop.state.questions[0].rounds.back().reasons.count(0), 1U) << room;
    workshop.desk("reveal", "power:" + std::to_string(round));
    room -= bytes_of(dear);
  }
}

TEST(Bounds, OfAWorkshopsReasonsCountThoseThatAreThere_P3_16) {
  Workshop workshop;
  for (const char* person : {"a", "b"}) workshop.join(person);
  workshop.desk("open", "time:1");
  const Round& round = workshop.state.questions[1].rounds[0];
  workshop.answer_because("a", "time", 5, "one");
  EXPECT_EQ(round.reason_bytes, bytes_of("one"));
  workshop.answer_because("a", "time", 5, "another");
  EXPECT_EQ(round.reason_bytes, bytes_of("another"));
  workshop.desk_says("merge", about("a", R"("into":")" + person_id("b") + "\""));
  EXPECT_EQ(round.reason_bytes, bytes_of("another"));
  workshop.answer("b", "time", 5);
  EXPECT_EQ(round.reason_bytes, 0u);
}

TEST(Bounds, OfTextsAreNotThoseOfAWorkshopOfBefore) {
  Workshop workshop(1);
  for (const char* factor : {"power", "time", "trust"}) {
    EXPECT_EQ(taken(workshop, "fact", long_fact(factor), kMostFacts), kMostFacts);
  }
  EXPECT_EQ(came_to(say_fact(workshop, "time", "one more")), "too_many");
  for (std::size_t i = 0; i < kMostNotes; ++i) {
    ASSERT_EQ(came_to(say_note(workshop, std::string(kMostNoteBytes, kDear))), "ok");
  }
  EXPECT_EQ(came_to(say_note(workshop, "one more")), "too_many");
}

TEST(Bounds, OfWhoWaitsAndWhoWasTurnedAwayAreThoseOfPlaces) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  for (std::size_t i = 0; i + 1 < kMostPlaces; ++i) {
    workshop.state.turned_away.insert(std::to_string(i));
  }
  EXPECT_EQ(came_to(workshop.join("a")), "ok");
  EXPECT_EQ(came_to(workshop.join("b")), "full");
}

// --- the largest views ---

std::string numbered(std::string_view stem, std::size_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(stem) + std::string(digits - stem.size() - text.size(), '0') + text;
}

// As much as a body of `POST /api/workshops` may say, and the longest names throughout.
json::Value fullest_setup() {
  constexpr std::size_t kBodyBytes = 64 * 1024;
  json::Value factors = json::Value::array();
  for (std::size_t f = 0; f < engine::kMostFactors; ++f) {
    factors.push(json::Value::object(
        {{"id", numbered("f", f, kMostIdBytes)},
         {"role", f == 0 ? "blocking" : "case_for"},
         {"question", json::Value::object({{"en", std::string(kMostLineBytes, 'q')}})},
         {"hint", json::Value::object({{"en", std::string(kMostLineBytes, 'h')}})}}));
  }
  json::Value groups = json::Value::array();
  for (std::size_t g = 0; g + 1 < engine::kMostGroups; ++g) {
    groups.push(json::Value::object({{"id", numbered("g", g, kMostIdBytes)},
                                     {"label", json::Value::object({{"en", "Group"}})}}));
  }
  groups.push(json::Value::object(
      {{"id", kUnsaidGroup}, {"label", json::Value::object({{"en", "Unsaid"}})}}));
  json::Value setup = small_setup();
  setup.set("min_group", 5);
  setup.set("factors", std::move(factors));
  setup.set("groups", std::move(groups));
  json::Value context = json::Value::object();
  for (char last = 'a'; json::write(setup).size() + kMostTextBytes < kBodyBytes; ++last) {
    context.set(std::string("a") + last, std::string(kMostTextBytes - 1000, 'c'));
    setup.set("context", context);
  }
  return setup;
}

// Everything that anybody may put into it is in it.
class Fullest : public ::testing::Test {
 protected:
  void SetUp() override {
    workshop_.state = State{};
    workshop_.fold("server", Role::server, "create",
                   json::Value::object({{"setup", fullest_setup()}, {"fold", kFoldVersion}}));
    ASSERT_EQ(workshop_.state.questions.size(), engine::kMostFactors);
    come_in();
    for (int round = 1; round <= 2; ++round) answer(round);
    for (const Factor& factor : std::vector(workshop_.state.setup->factors)) {
      taken(workshop_, "fact", long_fact(factor.spec.id), kMostFacts);
    }
    const auto note = json::Value::object({{"text", std::string(kMostNoteBytes / 2, kDear)}});
    taken(workshop_, "note", note, kMostNotes);
    workshop_.desk_says("decide",
                        R"({"views":{"one":")" + std::string(1000, '1') + R"(","other":")" +
                            std::string(1000, '2') + R"(","next":")" + std::string(1000, '3') +
                            R"("},"shared":["design","decisions","delivery"],"name":")" +
                            std::string(400, 'n') + R"(","why":")" + std::string(4000, 'w') +
                            R"(","review":"2027-03-01","warned":true})");
    ASSERT_TRUE(workshop_.state.decision);
    ask_everybody();
  }

  std::size_t bytes_for(Role role) const { return json::write(view(workshop_.state, role)).size(); }

  Workshop workshop_;

 private:
  static constexpr std::size_t kTalkers = 70;

  void come_in() {
    const std::string group = workshop_.state.setup->groups.front().spec.id;
    for (std::size_t i = 0; i < kTalkers; ++i) workshop_.join(talker(i), group);
    for (std::size_t i = 0; i < kMostProxies; ++i) {
      workshop_.desk_says("proxy_join", R"({"participant":")" + numbered("", i, kIdDigits) +
                                            R"(","group":")" + group + "\"}");
    }
    // Everybody else that there is room for, and as many who wait; by commands it would take long.
    State& state = workshop_.state;
    for (std::size_t i = state.participants.size(); i < kMostPeople; ++i) {
      const std::string id = numbered("c", i, kIdDigits);
      state.participant_at.emplace(id, i);
      state.participants.push_back({id, 0, {63, 63}});
      ++state.joined;
    }
    for (std::size_t i = 0; i < kMostPeople; ++i) {
      state.waiting.emplace(numbered("d", i, kIdDigits), Waiting{0, ""});
    }
  }

  // The longest texts and, of the half of them, the dearest.
  void answer(int round) {
    std::string list;
    for (std::size_t f = 0; f < engine::kMostFactors; ++f) {
      list += (f == 0 ? "" : " ") + factor(f) + ":" + std::to_string(round);
    }
    workshop_.desk("open", list);
    for (std::size_t i = 0; i < kTalkers; ++i) {
      const char letter = i % 2 == 0 ? kDear : 'r';
      for (std::size_t f = 0; f < engine::kMostFactors; ++f) {
        workshop_.answer_because(talker(i), factor(f), static_cast<int>(1 + i % 9),
                                 std::string(kMostReasonBytes, letter), round);
      }
    }
    // In the second, those without a phone have `done` all.
    for (std::size_t f = 0; round > 1 && f < engine::kMostFactors; ++f) {
      for (std::size_t i = 0; i < kMostProxies; ++i) {
        workshop_.state.questions[f].rounds.back().put(kTalkers + i, 0,
                                                       {engine::Rating::dont_know(), true}, {});
      }
    }
    workshop_.desk("reveal", list);
  }

  void ask_everybody() {
    for (Participant& person : workshop_.state.participants) {
      person.more_time = true;
      person.same_as = SameAs{0, true};
    }
  }

  std::string factor(std::size_t at) const { return workshop_.state.setup->factors[at].spec.id; }
  static std::string talker(std::size_t i) { return numbered("b", i, kIdDigits); }
};

// In one test: the workshop takes seconds to fill.
TEST_F(Fullest, ViewsAndOwnPartsAreWithinWhatMayWaitForThem) {
  constexpr std::size_t kBesideTheView = 64 * 1024;  // welcome, `me`, the handshake
  for (const Role role : {Role::anonymous, Role::participant, Role::wall}) {
    EXPECT_LE(bytes_for(role) + kBesideTheView, budgets::kUnsentOfAPhone) << name(role);
  }
  // server/budgets/budgets.hpp, SECURITY.md: 7.3 and 0.9 MiB.
  constexpr std::size_t kSaidOfADesk = 7'655'000;
  constexpr std::size_t kSaidOfAllOthers = 900 * 1024;
  EXPECT_LE(bytes_for(Role::wall), kSaidOfAllOthers);
  const std::size_t desk = bytes_for(Role::facilitator);
  EXPECT_LE(desk, kSaidOfADesk);
  EXPECT_LE(desk + kBesideTheView, budgets::kUnsentOfADesk);
  EXPECT_LE(desk + kBesideTheView, protocol::kViewBytes);
  EXPECT_LE(json::write(me(workshop_.state, 0)).size(), kMostReasonBytesOfAPerson);

  const json::Value seen = view(workshop_.state, Role::wall);
  constexpr std::size_t kShare = kMostReasonBytesShown / engine::kMostFactors;
  for (const Factor& factor : workshop_.state.setup->factors) {
    std::size_t bytes = 0;
    for (const char* reasons : {"reasons", "earlier_reasons"}) {
      const json::Value* of = seen.find(reasons)->find(factor.spec.id);
      if (of != nullptr) bytes += json::write(*of).size();
    }
    EXPECT_GT(bytes, kShare * 8 / 10) << "each question has the same share";
    EXPECT_LT(bytes, kShare * 11 / 10);
  }
}

}  // namespace
}  // namespace quorate::session

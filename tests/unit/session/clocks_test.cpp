// Clocks go with what they were set for: timers, and the closing time (P3.14).
#include <gtest/gtest.h>

#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

TEST(Timer, IsSetChangedAndTakenAwayAndClosesNothing) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"ends_ms":1700000060000})");
  workshop.now_ms = 1'700'000'070'000;
  workshop.join("a");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 3)), "ok");
  workshop.desk_says("timer");
  EXPECT_EQ(shown(workshop, "timer"), "");
}

TEST(Timer, P3_14_EndsWithThePhaseItWasSetFor) {
  const auto left_after = [](std::string_view kind, std::string_view questions, int rules) {
    Workshop workshop(rules);
    workshop.desk("open", "time:1 trust:1");
    workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
    kind == "end" ? workshop.end() : workshop.desk(kind, questions);
    return shown(workshop, "timer");
  };
  for (const auto& [kind, questions] : {std::pair{"open", "power:1"}, std::pair{"close", "time:1"},
                                        std::pair{"reveal", "time:1"}, std::pair{"end", ""}}) {
    EXPECT_EQ(left_after(kind, questions, kFoldVersion), "") << kind;
    const bool ends = std::string_view(kind) == "end";
    EXPECT_EQ(left_after(kind, questions, 2), ends ? "" : R"({"ends_ms":1700000060000})") << kind;
  }
}

TEST(Timer, P3_14_ForTalkingAboutOneQuestionIsNotForTheNextOrTheDecision) {
  const auto left_after = [](std::string_view kind, std::string_view says, bool open) {
    Workshop workshop;
    workshop.desk("open", "time:1 trust:1 power:1");
    workshop.desk("reveal", open ? "time:1 trust:1" : "time:1 trust:1 power:1");
    workshop.desk_says("focus", R"({"factor":"time"})");
    workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
    workshop.desk_says(kind, says);
    return shown(workshop, "timer") != "";
  };
  constexpr char kNext[] = R"({"factor":"trust"})";
  EXPECT_FALSE(left_after("focus", kNext, false));
  EXPECT_FALSE(left_after("focus", R"({"decision":true})", false));
  EXPECT_FALSE(left_after("decide", R"({"approach":3,"shared":[]})", false));
  EXPECT_TRUE(left_after("focus", R"({"factor":"time","page":2})", false)) << "only its reasons";
  EXPECT_TRUE(left_after("focus", kNext, true)) << "it is for what is open";
}

TEST(Timer, P3_14_RestsInAPauseAndRunsOnFromThere) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  workshop.now_ms += 20'000;
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"left_ms":40000})");
  workshop.now_ms += 300'000;
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"left_ms":40000})") << "paused already";
  workshop.desk_says("pause", R"({"paused":false})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"ends_ms":1700000360000})");
  workshop.now_ms += 50'000;
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"left_ms":0})") << "it was over";
}

TEST(Timer, P3_14_SetInAPauseRestsUntilItsEnd) {
  Workshop workshop;
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"left_ms":60000})");
  workshop.desk_says("timer", R"({"ends_ms":1700000030000})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"left_ms":30000})");
  workshop.desk_says("timer");
  EXPECT_EQ(shown(workshop, "timer"), "");
  workshop.desk_says("timer", R"({"ends_ms":1700000030000})");
  workshop.desk("open", "time:1");
  EXPECT_EQ(shown(workshop, "timer"), "");
}

TEST(Timer, OfAnOlderWorkshopRunsThroughAPause) {
  Workshop workshop(2);
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  workshop.desk_says("pause", R"({"paused":true})");
  EXPECT_EQ(shown(workshop, "timer"), R"({"ends_ms":1700000060000})");
}

TEST(Closing, IsSetAndTakenAway) {
  Workshop workshop;
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  EXPECT_NE(shown(workshop, "setup").find(R"("closing_ms":1700000060000)"), std::string::npos);
  workshop.desk_says("closing");
  EXPECT_EQ(shown(workshop, "setup").find("closing_ms"), std::string::npos);
}

TEST(Closing, P3_14_ATimeThatIsOverDoesNotCloseWhatIsOpenedAfterIt) {
  Workshop workshop;
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.now_ms = 1'700'000'060'000;
  workshop.desk("open", "time:1");
  EXPECT_EQ(workshop.state.setup->closing_ms, std::nullopt);
}

TEST(Closing, P3_14_IsDoneByTheServerAndThenGone) {
  Workshop workshop;
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.desk("open", "time:1");
  EXPECT_EQ(workshop.state.setup->closing_ms, 1'700'000'060'000);
  EXPECT_EQ(came_to(workshop.fold(
                "server", Role::server, "close",
                json::Value::object({{"questions", json::Value::Array{json::Value::object(
                                                       {{"factor", "time"}, {"round", 1}})}}}))),
            "ok");
  EXPECT_EQ(workshop.state.questions[1].phase(), Phase::closed);
  EXPECT_EQ(workshop.state.setup->closing_ms, std::nullopt);
}

TEST(Closing, P3_14_GoesWithTheLastQuestionThatWasOpen) {
  const auto closing = [](const Workshop& workshop) {
    return workshop.state.setup->closing_ms.has_value();
  };
  for (const char* kind : {"close", "reveal"}) {
    Workshop workshop;
    workshop.desk_says("closing", R"({"at_ms":1700000060000})");
    workshop.desk("open", "time:1 power:1");
    workshop.desk(kind, "time:1");
    EXPECT_TRUE(closing(workshop)) << "one is open still";
    workshop.desk(kind, "power:1");
    EXPECT_FALSE(closing(workshop)) << kind;
  }
  Workshop ended;
  ended.desk_says("closing", R"({"at_ms":1700000060000})");
  ended.end();
  EXPECT_FALSE(closing(ended));
  Workshop older(2);
  older.desk_says("closing", R"({"at_ms":1700000060000})");
  older.desk("open", "time:1");
  older.desk("reveal", "time:1");
  EXPECT_TRUE(closing(older));
}

TEST(Closing, P3_14_SetForWhatIsOpenedNextStaysWhenAnswersAreShownBeforeThat) {
  Workshop workshop;
  workshop.desk("open", "time:1");
  workshop.desk("close", "time:1");
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.desk("reveal", "time:1");
  workshop.desk("open", "time:2");
  EXPECT_EQ(workshop.state.setup->closing_ms, 1'700'000'060'000);
}

TEST(Closing, P3_14_ATimeThatPassesInAPauseIsGoneAfterItAndWhatWasKeptIsTaken) {
  Workshop workshop;
  workshop.join("a");
  workshop.desk("open", "time:1");
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.now_ms = 1'700'000'059'999;
  workshop.desk_says("pause", R"({"paused":false})");
  EXPECT_EQ(workshop.state.setup->closing_ms, 1'700'000'060'000) << "it is to come";
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.now_ms = 1'700'000'060'000;
  workshop.desk_says("pause", R"({"paused":false})");
  EXPECT_EQ(workshop.state.setup->closing_ms, std::nullopt);
  EXPECT_EQ(came_to(workshop.answer("a", "time", 5)), "ok");
}

}  // namespace
}  // namespace quorate::session

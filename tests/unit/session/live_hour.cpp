#include "tests/unit/session/live_hour.hpp"

namespace quorate::session {

namespace {

void people_come_and_go(Workshop& workshop) {
  workshop.desk_says("invite", R"({"group":"lived","tickets":[")" + ticket("7") + "\"]}");
  workshop.person_says("7", "join", R"({"group":"staff","ticket":")" + ticket("7") + "\"}");
  workshop.desk_says("door", R"({"door":"locked"})");
  for (const char* person : {"8", "b"}) workshop.join(person);
  workshop.desk_says("admit", about("8"));
  workshop.desk_says("turn_away", about("b"));
  workshop.desk_says("proxy_join", about("a", R"("group":"lived")"));
  workshop.desk_says("proxy_answer",
                     about("a", R"("factor":"time","round":1,"value":4,"reason":"said aloud",)"
                                R"("nonce":"cccccccccccccccccccccccccccccccc")"));
  workshop.desk_says("merge", about("1", R"("into":")" + person_id("6") + "\""));
  workshop.desk_says("remove", about("2"));
  workshop.desk_says("regroup", about("3", R"("group":"lived")"));
}

void the_desk_runs_the_room(Workshop& workshop) {
  workshop.desk_says("pause", R"({"paused":true})");
  workshop.answer("4", "time", 1);  // refused
  workshop.desk_says("pause", R"({"paused":false})");
  workshop.answer("8", "time", 6);
  workshop.person_says("8", "more_time", R"({"wanted":true})");
  workshop.desk_says("timer", R"({"ends_ms":1700000060000})");
  workshop.desk_says("closing", R"({"at_ms":1700000060000})");
  workshop.desk_says("focus", R"({"factor":"time"})");
  workshop.desk_says("fact", R"({"factor":"time","text":{"en":"Six weeks"},"source":"Plan"})");
  workshop.desk_says("note", R"({"text":"A quiet start"})");
}

}  // namespace

Workshop live_hour() {
  Workshop workshop(kOldestFoldVersion);
  workshop.desk("open", "time:1 trust:1");
  std::string reason;
  for (const char* person : {"1", "2", "3", "4", "5", "6"}) {
    workshop.join(person);
    if (*person == '6') break;  // has not answered
    reason = workshop.answer_because(person, "time", 8, std::string("because of ") + person);
    workshop.answer_because(person, "trust", 3, "not shown");
  }
  people_come_and_go(workshop);
  the_desk_runs_the_room(workshop);
  workshop.desk("close", "time:1 trust:1");
  workshop.desk_says("pace", R"({"pace":"over_days"})");
  workshop.desk_says("skip", R"({"factor":"trust","skipped":true})");
  workshop.desk("reveal", "time:1");
  workshop.desk_says("show_reason",
                     R"({"factor":"time","round":1,"shown":true,"reason":")" + reason + "\"}");
  workshop.desk_says("merge", asking("5", "4"));
  workshop.person_says("5", "same_person", same_as("4", true));
  workshop.desk_says("decide", R"({"approach":3,"shared":["design"],"why":"Time is short"})");
  workshop.desk_says("settle", R"({"factor":"time","round":1,"settled":true})");
  workshop.desk_says("focus", R"({"decision":true})");
  workshop.desk_says("keep_decision");
  workshop.end();
  return workshop;
}

}  // namespace quorate::session

#include "shared/session/record.hpp"
#include "shared/session/hex.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/command.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

std::string error_of(std::string_view kind, std::string_view members) {
  const auto command = command_from_json(kind, *json::read(members));
  return command ? "ok" : command.error().where;
}

TEST(Envelope, ReadsBackWhatItWrites) {
  Envelope envelope{1,
                    person_id("1"),
                    2,
                    1'700'000'000'000,
                    person_id("2"),
                    Role::participant,
                    std::string(kCommandIdDigits, 'c'),
                    "answer"};
  const std::string bytes = json::write(to_json(envelope));
  EXPECT_EQ(
      bytes,
      R"({"actor":"22222222222222222222222222222222","command_id":"cccccccccccccccccccccccc",)"
      R"("epoch":2,"kind":"answer","role":"participant","time_ms":1700000000000,"v":1,)"
      R"("workshop":"11111111111111111111111111111111"})");
  EXPECT_EQ(*envelope_from_json(*json::read(bytes)), envelope);
}

TEST(Envelope, NamesTheFieldThatIsWrong) {
  Envelope envelope{1, "short", 0, 0, "a", Role::wall, std::string(kCommandIdDigits, 'c'), "end"};
  EXPECT_EQ(envelope_from_json(to_json(envelope)).error().where, "workshop");
}

TEST(Command, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(error_of("dance", "{}"), "kind");
  EXPECT_EQ(error_of("join", R"({"group":7})"), "group");
  EXPECT_EQ(error_of("answer", R"({"factor":"time","round":0,"value":5})"), "round");
  EXPECT_EQ(error_of("answer", R"({"factor":"time","round":1,"value":10})"), "value");
  EXPECT_EQ(error_of("answer", R"({"factor":"time","round":1,"value":7.0})"), "value");
  EXPECT_EQ(error_of("answer", R"({"factor":"time","round":1,"value":"7"})"), "value");
  EXPECT_EQ(error_of("answer", R"({"factor":"time","round":1,"value":"dk"})"), "nonce");
  EXPECT_EQ(error_of("open", "{}"), "questions");
  EXPECT_EQ(error_of("open", R"({"questions":[]})"), "questions");
  EXPECT_EQ(error_of("close", R"({"questions":[{"factor":"time"}]})"), "questions[0].round");
  EXPECT_EQ(error_of("end", "{}"), "ok");
}

TEST(Command, APayloadKeepsTheMembersOfItsKindAndNoOthers) {
  const json::Value message = *json::read(
      R"({"t":"command","id":"x","kind":"reveal","questions":[{"round":1,"factor":"time","x":1}]})");
  EXPECT_EQ(json::write(payload_of(*command_from_json("reveal", message))),
            R"({"questions":[{"factor":"time","round":1}]})");
  EXPECT_EQ(json::write(payload_of(*command_from_json("join", json::Value::object()))),
            R"({"group":"unsaid"})");
}

TEST(Command, ARatingIsWrittenAsItWasRead) {
  for (const char* text : {"1", "9", "\"dk\"", "\"na\""}) {
    const std::string members = std::string(R"({"factor":"time","round":1,"nonce":")") +
                                std::string(kIdDigits, '0') + R"(","value":)" + text + "}";
    const auto command = command_from_json("answer", *json::read(members));
    EXPECT_EQ(json::write(to_json(std::get<Answer>(*command).value)), text);
  }
}

}  // namespace
}  // namespace quorate::session

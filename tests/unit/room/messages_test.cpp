// What a room sends, byte for byte: canonical JSON, with and without what may be left out.
#include "server/room/messages.hpp"

#include <gtest/gtest.h>

namespace quorate::room {
namespace {

using json::Value;

TEST(RoomMessages, AWelcomeHasItsMembersInOrder_P2_3) {
  const Value view = Value::object({{"phase", "live"}});
  Welcome welcome{session::Role::participant, 3, 17, nullptr, {}, "", 5, 1'700'000'000'000};
  const auto text = [&] {
    const Send send = encode(1, welcome);
    return send.before + *send.message + send.after;
  };
  EXPECT_EQ(text(), R"({"connected":5,"epoch":3,"now_ms":1700000000000,"offset":17,)"
                    R"("role":"participant","t":"welcome","v":1})");
  welcome.view = encode_view(view);
  EXPECT_TRUE(text().ends_with(R"("v":1,"view":{"phase":"live"}})"));
  EXPECT_EQ(encode(1, welcome).message, welcome.view) << "shared, not copied";
  welcome.own.me = Value::object({{"group", "staff"}});
  welcome.own.waiting = true;
  welcome.code = "FHKLMQ";
  EXPECT_EQ(text(), R"({"code":"FHKLMQ","connected":5,"epoch":3,"me":{"group":"staff"},)"
                    R"("now_ms":1700000000000,"offset":17,"role":"participant",)"
                    R"("t":"welcome","v":1,"view":{"phase":"live"},"waiting":true})");
}

TEST(RoomMessages, AnOutcomeHasItsMembersInOrder_P3_2) {
  session::Outcome outcome;
  EXPECT_EQ(*encode_outcome("ab", outcome, {}), R"({"id":"ab","ok":true,"t":"outcome"})");
  outcome = {false, {session::Refusal::wrong_round, "round"}};
  const Own own{Value::object(), true};
  EXPECT_EQ(*encode_outcome("ab", outcome, own),
            R"({"code":"wrong_round","field":"round","id":"ab","me":{},"ok":false,"t":"outcome",)"
            R"("waiting":true})");
}

TEST(RoomMessages, TheOthersHaveTheirMembersInOrder) {
  EXPECT_EQ(*encode_delta(1, 2, Value::object({{"joined", 3}})),
            R"({"from":1,"patch":{"joined":3},"t":"delta","to":2})");
  EXPECT_EQ(*encode_own({}), R"({"t":"own"})");
  EXPECT_EQ(*encode_own({Value::object(), true}), R"({"me":{},"t":"own","waiting":true})");
  EXPECT_EQ(*encode_presence(4, 1, "f0"),
            R"({"connected":4,"desks":1,"here":"f0","t":"presence"})");
  EXPECT_EQ(*encode_code("FHKLMQ"), R"({"code":"FHKLMQ","t":"code"})");
  EXPECT_EQ(*encode_error({session::Refusal::bad_message, "id"}),
            R"({"code":"bad_message","field":"id","t":"error"})");
  EXPECT_EQ(*encode_pong(), R"({"t":"pong"})");
}

}  // namespace
}  // namespace quorate::room

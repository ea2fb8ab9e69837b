// What a message costs in memory: nothing in it is copied on its way in or out.
#include <gtest/gtest.h>

#include <string>

#include "server/room/messages.hpp"
#include "server/room/session.hpp"
#include "shared/json/read.hpp"
#include "tests/support/allocations.hpp"

namespace quorate::room {
namespace {

constexpr std::size_t kTexts = 150;  // in one message; a command may have 8 KiB
// A text that grows doubles its memory, and a message has some members of its own.
constexpr std::size_t kFew = 50;

template <class Act>
std::size_t allocations_of(const Act& act) {
  const std::size_t before = test::allocations();
  act();
  return test::allocations() - before;
}

// Texts too long to lie inside their values.
json::Value many_texts() {
  json::Value texts = json::Value::object();
  for (std::size_t i = 0; i < kTexts; ++i) {
    texts.set("t" + std::to_string(i), std::string(40, 'x'));
  }
  return texts;
}

TEST(RoomCopies, ACommandIsTheMessageThatWasRead) {
  std::string text = R"({"t":"command","id":"000000000000000000000001","kind":"note","texts":[)";
  for (std::size_t i = 0; i < kTexts; ++i)
    text += (i == 0 ? "\"" : ",\"") + std::string(40, 'x') + '"';
  text += "]}";
  const std::size_t reading = allocations_of([&] { ASSERT_TRUE(json::read(text)); });
  ASSERT_GT(reading, kTexts);

  Session session(0);
  ASSERT_TRUE(session.receive(0, R"({"t":"hello","v":1,"role":"participant",)"
                                 R"("secret":"00112233445566778899aabbccddeeff"})"));
  const std::size_t receiving = allocations_of([&] {
    const auto request = session.receive(0, text);
    ASSERT_TRUE(request && std::holds_alternative<CommandRequest>(*request));
  });
  EXPECT_LT(receiving, reading + kFew);
}

TEST(RoomCopies, AViewAndAPatchAreWrittenWhereTheyAre) {
  const json::Value texts = many_texts();
  EXPECT_LT(allocations_of([&] { encode_delta(1, 2, texts); }), kFew);
  Own own;
  own.me = texts;
  EXPECT_LT(allocations_of([&] { encode_view(texts); }), kFew);
  const Welcome welcome{session::Role::participant, 0, 1, encode_view(texts), own, "", 1, 2};
  EXPECT_LT(allocations_of([&] { encode(1, welcome); }), kFew);
  EXPECT_LT(allocations_of([&] { encode_outcome("id", {}, own); }), kFew);
  EXPECT_LT(allocations_of([&] { encode_own(own); }), kFew);
}

}  // namespace
}  // namespace quorate::room

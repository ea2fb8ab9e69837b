// The copy of the view: P2.3, P4.1–P4.3, and servers that say what cannot be.
#include <gtest/gtest.h>

#include <string_view>
#include <utility>

#include "client-wasm/replica.hpp"
#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

TEST(ClientReplica, ShowsTheViewAndItsDeltas_P4_1) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("view.joined"), "2");
  page.server(
      R"({"t":"delta","from":10,"to":13,"patch":{"joined":3,"questions":{"time":{"answered":5}}}})");
  EXPECT_EQ(page.shown("view.joined"), "3");
  EXPECT_EQ(page.shown("view.questions.time"), R"({"answered":5,"round":1,"state":"open"})");
  page.server(R"({"t":"delta","from":13,"to":14,"patch":{"questions":{"time":null}}})");
  EXPECT_EQ(page.shown("view.questions"), "{}");
}

TEST(ClientReplica, PresenceIsAWholeReplacementWithoutOffset_P4_3) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("connected"), "3");
  page.server(R"({"t":"presence","connected":17})");
  EXPECT_EQ(page.shown("connected"), "17");
  page.server(R"({"t":"delta","from":10,"to":11,"patch":{}})");
  EXPECT_TRUE(page.has_socket);
}

TEST(ClientReplica, ADeltaThatDoesNotFollowReconnects_P4_1) {
  for (const char* delta : {R"({"t":"delta","from":11,"to":12,"patch":{"joined":3}})",
                            R"({"t":"delta","from":9,"to":12,"patch":{"joined":3}})"}) {
    Page page(participant());
    page.connect(welcome_participant(kTimeOpen));
    page.server(delta);
    EXPECT_FALSE(page.has_socket);
    EXPECT_EQ(page.shown("view.joined"), "2") << "nothing of it is shown";
    page.come_back(welcome_participant(kTimeOpen));
    EXPECT_EQ(*page.sent[0].find("offset"), json::Value(10));
    EXPECT_EQ(page.shown("link"), "\"online\"");
  }
}

TEST(ClientReplica, KeepsItsViewWhenTheServerSaysItIsCurrent_P2_3) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close();
  page.come_back(
      R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":10,"connected":4,)"
      R"("me":{"alias":[1,2],"group":"staff","answers":{}}})");
  EXPECT_EQ(page.shown("link"), "\"online\"");
  EXPECT_EQ(page.shown("view.questions.time.state"), "\"open\"");
}

TEST(ClientReplica, AWelcomeWithoutViewMustBeOfTheViewInHand_P2_3) {
  for (
      const char* welcome :
      {R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":11,"connected":4})",
       R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":2,"offset":10,"connected":4})",
       R"({"t":"welcome","v":1,"role":"anonymous","now_ms":1700000000000,"epoch":1,"offset":10,"connected":4})"}) {
    Page page(participant());
    page.connect(welcome_participant(kTimeOpen));
    page.close();
    page.come_back(welcome);
    EXPECT_FALSE(page.has_socket) << welcome;
  }
}

TEST(ClientReplica, AWholeViewReplacesTheOldOne) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close();
  page.come_back(
      welcome_participant(R"({"legal":{"state":"open","round":1,"answered":2}})", "{}", 2, 5));
  EXPECT_EQ(page.shown("view.questions"), R"({"legal":{"answered":2,"round":1,"state":"open"}})");
}

// Where a text lies in memory: elsewhere after a copy, never after a move.
const char* text_at(const json::Value* value, std::string_view key) {
  const json::Value* member = value == nullptr ? nullptr : value->find(key);
  return member == nullptr ? nullptr : member->as_string()->data();
}

TEST(ClientReplica, KeepsThePartsOfAMessageAndNoCopiesOfThem) {
  Replica replica;
  json::Value welcome = parse(
      R"({"t":"welcome","v":1,"role":"participant","now_ms":1,"epoch":1,"offset":10,"connected":4,)"
      R"("view":{"title":"a text that is too long to lie in its value"},)"
      R"("me":{"group":"a text that is too long to lie in its value"}})");
  const char* const title_at = text_at(welcome.find("view"), "title");
  const char* const group_at = text_at(welcome.find("me"), "group");
  ASSERT_TRUE(replica.welcome(std::move(welcome), 0));
  EXPECT_EQ(text_at(replica.view(), "title"), title_at);
  EXPECT_EQ(text_at(replica.me(), "group"), group_at);

  json::Value delta =
      parse(R"({"t":"delta","from":10,"to":11,)"
            R"("patch":{"title":"another text that is too long to lie in its value"}})");
  const char* const patch_at = text_at(delta.find("patch"), "title");
  ASSERT_TRUE(replica.delta(std::move(delta)));
  const auto change = replica.take_view_change();
  ASSERT_TRUE(change);
  EXPECT_EQ(text_at(&*change, "title"), patch_at);

  json::Value own = parse(R"({"t":"own","me":{"group":"a text too long to lie in its value"}})");
  const char* const own_at = text_at(own.find("me"), "group");
  ASSERT_TRUE(replica.own(std::move(own)));
  EXPECT_EQ(text_at(replica.me(), "group"), own_at);
}

TEST(ClientReplica, AMessageThatCannotBeIsLeftWhole) {
  Replica replica;
  const json::Value good = parse(
      R"({"t":"welcome","v":1,"role":"participant","now_ms":1,"epoch":1,"offset":10,"connected":4,)"
      R"("view":{"joined":2},"me":{"group":"staff"}})");
  ASSERT_TRUE(replica.welcome(json::Value(good), 0));
  json::Value other_delta = parse(R"({"t":"delta","from":9,"to":11,"patch":{"joined":3}})");
  EXPECT_FALSE(replica.delta(std::move(other_delta)));
  EXPECT_EQ(*replica.view(), *good.find("view"));
  json::Value wrong = parse(R"({"t":"own","me":7})");
  EXPECT_FALSE(replica.own(std::move(wrong)));
  EXPECT_EQ(*replica.me(), *good.find("me"));
}

TEST(ClientReplica, WhatLooksTheSameIsNotShownAgain) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  const int shows = page.shows;
  page.server(R"({"t":"presence","connected":3})");
  page.server(R"({"t":"delta","from":10,"to":11,"patch":{}})");
  page.server(R"({"t":"pong"})");
  page.pass(30'000);
  EXPECT_EQ(page.shows, shows);
}

void expect_it_ends_the_connection_and_nothing_else(const std::string& message) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen, R"({"time":{"1":7}})"));
  const std::string before = page.shown("view");
  page.server(message);
  EXPECT_FALSE(page.has_socket);
  EXPECT_EQ(page.shown("view"), before);
  EXPECT_EQ(page.complaints, 1);
  page.come_back(welcome_participant(kTimeOpen));
  EXPECT_EQ(page.shown("link"), "\"online\"");
}

void expect_it_is_no_welcome(const std::string& message) {
  Page page(participant());
  page.open();
  page.server(message);
  EXPECT_FALSE(page.has_socket);
  EXPECT_EQ(page.due.count(Timer::retry), 1u);
}

class ClientHostile : public testing::TestWithParam<std::string> {};

TEST_P(ClientHostile, MessageEndsTheConnectionAndNothingElse) {
  expect_it_ends_the_connection_and_nothing_else(GetParam());
}

TEST_P(ClientHostile, MessageInsteadOfTheWelcomeToo) { expect_it_is_no_welcome(GetParam()); }

// No parameter: each test's process copies all parameters ten times before it begins.
TEST(ClientHostileView, LongerThanAnyViewEndsTheConnection) {
  const std::string message(5 * 1024 * 1024, ' ');
  expect_it_ends_the_connection_and_nothing_else(message);
  expect_it_is_no_welcome(message);
}

std::string welcome_with(const char* member) {
  return std::string(
             R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,)"
             R"("connected":1,"view":{},"me":{},)") +
         member + "}";
}

INSTANTIATE_TEST_SUITE_P(
    All, ClientHostile,
    testing::Values(
        "", "null", "[]", "7", "\"x\"", "{", "{}", R"({"t":7})", R"({"t":"unheard of"})",
        R"({"t":"hello"})", R"({"t":"delta"})", R"({"t":"delta","from":10,"to":9,"patch":{}})",
        R"({"t":"delta","from":10,"to":11,"patch":[]})",
        R"({"t":"delta","from":"10","to":11,"patch":{}})",
        R"({"t":"delta","from":10,"to":11,"patch":{"joined":1.5}})",
        R"({"t":"delta","from":10,"to":11,"patch":{"a":[{"b":1e400}]}})",
        R"({"t":"delta","from":-1,"to":11,"patch":{}})", R"({"t":"presence"})",
        R"({"t":"presence","connected":-1})", R"({"t":"presence","connected":[]})",
        R"({"t":"outcome"})", R"({"t":"outcome","id":7,"ok":true})",
        R"({"t":"outcome","id":"a","ok":"yes"})", R"({"t":"outcome","id":"a","ok":false})",
        R"({"t":"outcome","id":"a","ok":true,"me":7})",
        R"({"t":"outcome","id":"a","ok":true,"me":{"x":0.5}})", R"({"t":"error"})",
        R"({"t":"error","code":{}})", R"({"t":"welcome"})",
        R"({"t":"welcome","v":2,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":{}})",
        R"({"t":"welcome","v":1,"role":"king","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":{}})",
        welcome_with(R"("view":{"a":1})"), welcome_with(R"("code":"FHK2470")"),
        R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":7})",
        R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":{"x":0.5}})",
        R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":{},"me":[]})",
        R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1.0,"offset":1,"connected":1,"view":{}})",
        std::string(100'000, '['), R"({"t":)" + std::string(100'000, '[') + "1",
        std::string("{\"t\":\"pong\",\"x\":\"\xff\xfe\"}")));

TEST(ClientHostileView, AnythingButAWelcomeFirstEndsTheConnection_P2_3) {
  for (const char* message : {R"({"t":"presence","connected":4})", R"({"t":"pong"})",
                              R"({"t":"outcome","id":"aaaaaaaaaaaaaaaaaaaaaaaa","ok":true})"}) {
    Page page(participant());
    page.open();
    page.server(message);
    EXPECT_FALSE(page.has_socket) << message;
  }
}

TEST(ClientHostileView, OfWrongTypesInsideIsShownAsItIs) {
  for (const char* view :
       {R"({"questions":7})", R"({"questions":[]})", R"({"questions":{"time":7}})",
        R"({"questions":{"time":{"state":{},"round":"x"}}})",
        R"({"questions":{"time":{"state":"open","round":-3}}})",
        R"({"questions":{"time":{"state":"open","round":9223372036854775807}}})"}) {
    Page page(participant());
    page.connect(
        R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":1,"offset":1,"connected":1,"view":)" +
        std::string(view) + R"(,"me":{"alias":7,"group":{},"answers":{"time":[3]}}})");
    EXPECT_TRUE(page.has_socket) << view;
    EXPECT_EQ(page.shown("answers"), "{}") << view;
    page.answer("time", 3);
    EXPECT_EQ(page.commands().size(), 1u) << view;
  }
}

TEST(ClientHostileView, WhatComesAfterTheSocketIsGivenUpIsNotRead) {
  Page page(participant());
  page.connect(welcome_participant(kTimeOpen));
  page.close();
  page.server(R"({"t":"presence","connected":99})");
  EXPECT_EQ(page.shown("connected"), "3");
  EXPECT_EQ(page.complaints, 0);
}

}  // namespace
}  // namespace quorate::client

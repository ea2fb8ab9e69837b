#include "shared/json/value.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace quorate::json {
namespace {

TEST(JsonValue, KeepsMembersSortedByTheBytesOfTheirKeys) {
  Value value = Value::object({{"b", 2}, {"a", 1}, {"B", 3}});
  value.set("aa", 4);
  std::string keys;
  for (const Member& member : *value.as_object()) keys += member.key + " ";
  EXPECT_EQ(keys, "B a aa b ");
}

TEST(JsonValue, SetReplacesAndEraseTellsWhetherItWasThere) {
  Value value = Value::object({{"a", 1}});
  value.set("a", "text");
  EXPECT_EQ(*value.find("a")->as_string(), "text");
  EXPECT_TRUE(value.erase("a"));
  EXPECT_FALSE(value.erase("a"));
  EXPECT_EQ(value.find("a"), nullptr);
}

TEST(JsonValue, ATextIsNotTakenForABoolean) {
  EXPECT_NE(Value("true").as_string(), nullptr);
  EXPECT_NE(Value(true).as_boolean(), nullptr);
}

// Where a text, a list or an object lies in memory: elsewhere after a copy, never after a move.
TEST(JsonValue, AnObjectIsBuiltOfItsMembersAndNotOfCopiesOfThem) {
  std::string text(1000, 'x');
  Value list = Value::Array{1, 2};
  Value inner = Value::object({{"deep", std::string(1000, 'y')}});
  const char* const text_at = text.data();
  const Value* const list_at = list.as_array()->data();
  const char* const deep_at = inner.find("deep")->as_string()->data();
  const Value value = Value::object({{"text", std::move(text)},
                                     {"list", std::move(list)},
                                     {"outer", Value::object({{"inner", std::move(inner)}})}});
  EXPECT_EQ(value.find("text")->as_string()->data(), text_at);
  EXPECT_EQ(value.find("list")->as_array()->data(), list_at);
  EXPECT_EQ(value.find("outer")->find("inner")->find("deep")->as_string()->data(), deep_at);
}

TEST(JsonValue, WhatGoesIntoAnObjectByNameIsCopied) {
  const std::string text(1000, 'x');
  const Value value = Value::object({{"text", text}});
  EXPECT_EQ(*value.find("text")->as_string(), text);
  EXPECT_EQ(text.size(), 1000u);
}

TEST(JsonValue, EqualityIsDeep) {
  const Value one = Value::object({{"list", Value::Array{1, "two", Value()}}});
  EXPECT_EQ(one, Value::object({{"list", Value::Array{1, "two", Value()}}}));
  EXPECT_NE(one, Value::object({{"list", Value::Array{1, "two", false}}}));
}

}  // namespace
}  // namespace quorate::json

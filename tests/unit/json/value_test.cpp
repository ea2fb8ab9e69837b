#include "shared/json/value.hpp"

#include <gtest/gtest.h>

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

TEST(JsonValue, EqualityIsDeep) {
  const Value one = Value::object({{"list", Value::Array{1, "two", Value()}}});
  EXPECT_EQ(one, Value::object({{"list", Value::Array{1, "two", Value()}}}));
  EXPECT_NE(one, Value::object({{"list", Value::Array{1, "two", false}}}));
}

}  // namespace
}  // namespace quorate::json

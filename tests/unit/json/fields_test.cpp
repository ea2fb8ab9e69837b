#include "shared/json/fields.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"

namespace quorate::json {
namespace {

TEST(JsonFields, ReadsTypedMembers) {
  const Value value = *read(R"({"id":"time","round":3,"open":true,"list":[1],"none":null})");
  Fields fields(value);
  EXPECT_EQ(fields.string("id", {1, 10}), "time");
  EXPECT_EQ(fields.integer("round", 1, 9), 3);
  EXPECT_TRUE(fields.boolean("open"));
  EXPECT_EQ(fields.array("list", 0, 2).size(), 1u);
  EXPECT_FALSE(fields.integer_if("none", 0, 1).has_value());
  EXPECT_TRUE(fields.boolean_or("absent", true));
  EXPECT_FALSE(fields.error().has_value());
}

TEST(JsonFields, RemembersTheFirstThingWrongWithItsPath) {
  const Value value = *read(R"({"groups":[{"label":"a"},{"label":7}]})");
  Fields fields(value);
  Fields group = fields.child("groups", 1);
  group.string("label", {1, 80});
  fields.integer("round", 1, 9);
  ASSERT_TRUE(fields.error().has_value());
  EXPECT_EQ(fields.error()->code, FieldError::Code::wrong_type);
  EXPECT_EQ(fields.error()->where, "groups[1].label");
  EXPECT_EQ(fields.error()->sentence(), "groups[1].label must be a text of 1 to 80 bytes");
}

TEST(JsonFields, SaysWhatAMissingOrOutOfRangeFieldMustBe) {
  const Value value = *read(R"({"round":0,"exact":7.0})");
  EXPECT_EQ((Fields(value).integer("round", 1, 9), 0), 0);
  Fields missing(value);
  missing.integer("factor", 0, 23);
  EXPECT_EQ(missing.error()->sentence(), "factor is missing: it must be an integer from 0 to 23");
  Fields low(value);
  low.integer("round", 1, 9);
  EXPECT_EQ(low.error()->code, FieldError::Code::out_of_range);
  Fields exact(value);
  exact.integer("exact", 1, 9);
  EXPECT_EQ(exact.error()->code, FieldError::Code::wrong_type);
}

TEST(JsonFields, AValueThatIsNoObjectIsAnErrorAtOnce) {
  const Value value(7);
  EXPECT_EQ(Fields(value).error()->sentence(), "the text must be an object");
}

}  // namespace
}  // namespace quorate::json

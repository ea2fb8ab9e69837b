#include "shared/json/write.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"

namespace quorate::json {
namespace {

TEST(JsonWrite, SortsKeysAndLeavesNoSpaces) {
  EXPECT_EQ(write(*read(R"( { "b" : [ 1 , true , null ] , "a" : { } , "c":[] } )")),
            R"({"a":{},"b":[1,true,null],"c":[]})");
}

TEST(JsonWrite, EscapesOnlyWhatItMust) {
  EXPECT_EQ(write(Value("\"\\/\b\f\n\r\t\x01\x1f\x7f\xc3\xa9")),
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\xc3\xa9\"");
}

TEST(JsonWrite, WhatItWritesReadsBackEqual) {
  const Value value = Value::object(
      {{"least", INT64_MIN}, {"text", std::string("a\0b", 3)}, {"list", Value::Array{1, "x"}}});
  EXPECT_EQ(*read(write(value)), value);
}

}  // namespace
}  // namespace quorate::json

#include "shared/json/read.hpp"

#include <gtest/gtest.h>

namespace quorate::json {
namespace {

using Code = ReadError::Code;

ReadError error_of(std::string_view text, const ReadLimits& limits = {}) {
  auto value = read(text, limits);
  EXPECT_FALSE(value.has_value()) << text;
  return value.has_value() ? ReadError{} : value.error();
}

TEST(JsonRead, ReadsEveryKind) {
  auto value = read(R"({"n":null,"b":true,"i":-7,"s":"caf\u00e9","a":[1,[2]],"o":{}})");
  ASSERT_TRUE(value.has_value());
  EXPECT_TRUE(value->find("n")->is_null());
  EXPECT_TRUE(*value->find("b")->as_boolean());
  EXPECT_EQ(*value->find("i")->as_integer(), -7);
  EXPECT_EQ(*value->find("s")->as_string(), "caf\xc3\xa9");
  EXPECT_EQ(value->find("a")->as_array()->size(), 2u);
}

TEST(JsonRead, ANumberThatIsNoIntegerIsReadButIsNoInteger) {
  for (const char* text : {"7.0", "1e3", "9223372036854775808", "-9223372036854775809"}) {
    auto value = read(text);
    ASSERT_TRUE(value.has_value()) << text;
    EXPECT_TRUE(value->is_number()) << text;
    EXPECT_EQ(value->as_integer(), nullptr) << text;
  }
  EXPECT_EQ(*read("9223372036854775807")->as_integer(), INT64_MAX);
  EXPECT_EQ(*read("-9223372036854775808")->as_integer(), INT64_MIN);
}

TEST(JsonRead, RefusesWhatIsNotJson) {
  for (const char* text : {"", "{", "[1,]", "{\"a\":1,}", "nul", "1 2", "\"\x01\"", "\"\xff\"",
                           "\"\\ud800\"", "'a'", "NaN", "// c\n1"}) {
    EXPECT_EQ(error_of(text).code, Code::not_json) << text;
  }
}

// The parser takes a zero byte for the end, and passes over a byte order mark.
TEST(JsonRead, RefusesAZeroByteAndAByteOrderMark) {
  using namespace std::string_view_literals;
  for (const std::string_view text : {"{}\0"sv, "{}\0garbage"sv, "[1\0]"sv, "\"a\0\""sv, "\0{}"sv,
                                      "\xEF\xBB\xBF{}"sv, "\xEF\xBB\xBF"sv}) {
    EXPECT_EQ(error_of(text).code, Code::not_json) << text;
  }
  EXPECT_EQ(error_of("{}\0garbage"sv).sentence(), "the text is not JSON (byte 3)");
  EXPECT_EQ(error_of("\xEF\xBB\xBF{}"sv).sentence(), "the text is not JSON (byte 1)");
}

TEST(JsonRead, NamesANumberBeyondAllRangesByItsPath) {
  const ReadError error = error_of(R"({"ballots":[{},{"ratings":{"time":1e999}}]})");
  EXPECT_EQ(error.code, Code::number_too_large);
  EXPECT_EQ(error.where, "ballots[1].ratings.time");
  EXPECT_EQ(error.sentence(), "the number at \"ballots[1].ratings.time\" is too large");
  EXPECT_EQ(error_of("[7," + std::string(400, '9') + "]").where, "[1]");
  EXPECT_EQ(error_of("-1e999").sentence(), "the number is too large");
}

TEST(JsonRead, RefusesTooDeepWithoutRecursing) {
  const std::string deep(100'000, '[');
  EXPECT_EQ(error_of(deep, {.bytes = deep.size(), .depth = 16, .values = 1'000'000}).code,
            Code::too_deep);
  EXPECT_TRUE(read("[[]]", {.bytes = 9, .depth = 2, .values = 9}).has_value());
  EXPECT_EQ(error_of("[[[]]]", {.bytes = 9, .depth = 2, .values = 9}).code, Code::too_deep);
}

TEST(JsonRead, RefusesTooManyBytesOrValues) {
  EXPECT_EQ(error_of("[1,2,3]", {.bytes = 6, .depth = 2, .values = 9}).code, Code::too_large);
  EXPECT_EQ(error_of("[1,2,3]", {.bytes = 9, .depth = 2, .values = 3}).code, Code::too_many_values);
}

TEST(JsonRead, NamesTheDuplicateKeyByItsPath) {
  const ReadError error = error_of(R"({"ballots":[{},{"ratings":{"time":1,"x":2,"time":3}}]})");
  EXPECT_EQ(error.code, Code::duplicate_key);
  EXPECT_EQ(error.where, "ballots[1].ratings.time");
  EXPECT_EQ(error.sentence(), "the key \"ballots[1].ratings.time\" is there twice");
}

}  // namespace
}  // namespace quorate::json

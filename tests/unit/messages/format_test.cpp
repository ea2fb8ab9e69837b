#include "shared/messages/format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "shared/json/read.hpp"
#include "shared/messages/catalogue.hpp"
#include "tests/support/places.hpp"

namespace quorate::messages {
namespace {

json::Value vectors() {
  std::ifstream file(test::in_checkout("tests/vectors/messages.json"));
  std::stringstream text;
  text << file.rdbuf();
  auto value = json::read(text.str());
  EXPECT_TRUE(value.has_value());
  return value ? *value : json::Value();
}

std::string string_member(const json::Value& object, std::string_view key) {
  const json::Value* member = object.find(key);
  EXPECT_TRUE(member && member->as_string()) << key;
  return member && member->as_string() ? *member->as_string() : std::string();
}

Arguments arguments_member(const json::Value& object) {
  Arguments arguments;
  for (const json::Member& member : *object.find("args")->as_object()) {
    if (const auto* number = member.value.as_integer()) arguments.add(member.key, *number);
    if (const auto* text = member.value.as_string()) arguments.add(member.key, *text);
  }
  return arguments;
}

TEST(Format, gives_the_text_of_every_vector) {
  const json::Value file = vectors();
  const json::Value* cases = file.find("cases");
  ASSERT_TRUE(cases && cases->as_array());
  ASSERT_GE(cases->as_array()->size(), 90u);
  for (const json::Value& vector : *cases->as_array()) {
    const std::string about = string_member(vector, "about");
    const auto language = language_of(string_member(vector, "lang"));
    ASSERT_TRUE(language) << about;
    const std::string pattern = string_member(vector, "pattern");
    EXPECT_EQ(format(pattern, arguments_member(vector), *language), string_member(vector, "text"))
        << about;
    EXPECT_EQ(arguments_of(pattern).has_value(), about.find("malformed") == std::string::npos)
        << about;
  }
}

TEST(Format, numbers_of_every_integer_type_are_numbers) {
  const std::string_view pattern = "{n, plural, one {one} other {# others}}";
  EXPECT_EQ(format(pattern, {{"n", 1u}}, Language::en), "one");
  EXPECT_EQ(format(pattern, {{"n", std::size_t{3}}}, Language::en), "3 others");
  EXPECT_EQ(format(pattern, {{"n", std::int64_t{-9223372036854775807 - 1}}}, Language::en),
            "-9223372036854775808 others");
}

TEST(Format, any_bytes_give_a_text) {
  std::mt19937 random(20);
  const std::string_view pieces[] = {"{",  "}",    "'",        "#",      ",",     " ",
                                     "=1", "n",    "plural",   "select", "other", "one",
                                     "N",  "\xC3", "\xC5\xB5", "\x80",   "x"};
  const Arguments arguments = {{"n", 1}, {"x", "\xC3"}};
  for (int round = 0; round < 20'000; ++round) {
    std::string pattern;
    for (auto length = random() % 24; length > 0; --length) {
      pattern += pieces[random() % std::size(pieces)];
    }
    const std::string text = format(pattern, arguments, Language::cy);
    if (!arguments_of(pattern)) {
      EXPECT_EQ(text, pattern);
    }
  }
}

TEST(Format, deep_nesting_is_refused_without_deep_recursion) {
  std::string pattern;
  for (int i = 0; i < 100'000; ++i) pattern += "{n, plural, other {";
  EXPECT_EQ(format(pattern, {}, Language::en), pattern);
}

TEST(ArgumentsOf, names_each_argument_once_with_its_first_letter_small) {
  const auto names = arguments_of("{Factors} {n, plural, one {{a}} other {{Factors} '{quoted}'}}");
  ASSERT_TRUE(names);
  EXPECT_THAT(*names, testing::ElementsAre("a", "factors", "n"));
}

}  // namespace
}  // namespace quorate::messages

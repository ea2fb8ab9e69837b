#include "shared/messages/plural.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace quorate::messages {
namespace {

TEST(PluralRule, equality_ranges_lists_and_modulus) {
  EXPECT_TRUE(plural_rule_holds("n = 1", 1));
  EXPECT_FALSE(plural_rule_holds("n = 1", 11));
  EXPECT_TRUE(plural_rule_holds("n = 2..4,7", 7));
  EXPECT_FALSE(plural_rule_holds("n = 2..4,7", 5));
  EXPECT_TRUE(plural_rule_holds("n % 10 = 1", 21));
  EXPECT_TRUE(plural_rule_holds("n != 3", 4));
  EXPECT_FALSE(plural_rule_holds("n % 100 != 11..14", 112));
}

TEST(PluralRule, and_binds_tighter_than_or) {
  // Polish "few", and a second way in.
  const std::string_view rule = "n % 10 = 2..4 and n % 100 != 12..14 or n = 13";
  EXPECT_TRUE(plural_rule_holds(rule, 22));
  EXPECT_TRUE(plural_rule_holds(rule, 13));
  EXPECT_FALSE(plural_rule_holds(rule, 12));
  EXPECT_FALSE(plural_rule_holds(rule, 25));
}

TEST(PluralRule, another_notation_never_holds) {
  for (const char* rule : {"", "n", "n =", "n = ", "n = x", "n=1", "i = 1", "n % 0 = 0", "n % = 1",
                           "n = 1..", "n = ..1", "n = 1, 2", "v = 0 and n = 1", "= 1", "n = 1 and",
                           "n = -1", "n ! = 1", "n % 0 != 5", "n != x"}) {
    EXPECT_FALSE(plural_rule_holds(rule, 1)) << rule;
  }
}

TEST(PluralCategory, of_the_two_languages) {
  const LanguageData& en = data_of(Language::en);
  EXPECT_EQ(plural_category(en, 0), "other");
  EXPECT_EQ(plural_category(en, 1), "one");
  EXPECT_EQ(plural_category(en, -1), "one");
  const LanguageData& cy = data_of(Language::cy);
  const std::pair<int, std::string_view> expected[] = {
      {0, "zero"},  {1, "one"},  {2, "two"},   {3, "few"},    {4, "other"},
      {5, "other"}, {6, "many"}, {7, "other"}, {11, "other"}, {106, "other"}};
  for (const auto& [n, category] : expected) EXPECT_EQ(plural_category(cy, n), category) << n;
}

TEST(PluralCategory, the_smallest_number_has_one_too) {
  EXPECT_EQ(plural_category(data_of(Language::cy), std::numeric_limits<std::int64_t>::min()),
            "other");
}

TEST(PluralCategory, every_language_uses_known_categories_and_rules_that_can_hold) {
  for (const LanguageData& language : all_languages()) {
    for (const PluralRule& rule : language.plurals) {
      EXPECT_THAT(rule.category, testing::AnyOf("zero", "one", "two", "few", "many"));
      bool holds = false;
      for (std::uint64_t n = 0; n <= 200; ++n) holds = holds || plural_rule_holds(rule.rule, n);
      EXPECT_TRUE(holds) << language.tag << " " << rule.category << ": " << rule.rule;
    }
  }
}

}  // namespace
}  // namespace quorate::messages

#include "shared/messages/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "shared/messages/catalogue_data.hpp"

namespace quorate::messages {
namespace {

using testing::IsEmpty;

// Words of the answers themselves, which every caller gives for every language: Welsh has a yes and
// a no of its own for each question, English does not need them.
const std::set<std::string> kAnswerWords = {"no", "yes"};
constexpr int kAliasWords = 64;
constexpr std::size_t kFewestKeys = 500;
constexpr std::size_t kLongestShortName = 4;  // words

std::vector<std::string> keys(Language language) {
  std::vector<std::string> all;
  for (const Entry& entry : data_of(language).entries) all.emplace_back(entry.key);
  return all;
}

// The words of a text in small letters.
std::set<std::string> words(std::string_view text) {
  std::set<std::string> found;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      found.insert(word);
      word.clear();
    }
  }
  return found;
}

// That each is used, and each code on the wire has its sentence, is tests/structure/words.mjs's.
TEST(Catalogue, every_language_has_the_keys_of_english_sorted_and_once) {
  const auto english = keys(Language::en);
  EXPECT_GE(english.size(), kFewestKeys);
  EXPECT_TRUE(std::is_sorted(english.begin(), english.end()));
  EXPECT_EQ(std::set<std::string>(english.begin(), english.end()).size(), english.size());
  for (const LanguageData& language : all_languages()) {
    EXPECT_THAT(keys(*language_of(language.tag)), testing::ElementsAreArray(english))
        << language.tag;
  }
}

TEST(Catalogue, every_pattern_is_well_formed_and_says_something) {
  for (const LanguageData& language : all_languages()) {
    for (const Entry& entry : language.entries) {
      EXPECT_TRUE(arguments_of(entry.pattern)) << language.tag << " " << entry.key;
      EXPECT_FALSE(entry.pattern.empty()) << language.tag << " " << entry.key;
    }
  }
}

TEST(Catalogue, a_translation_uses_only_arguments_that_english_has) {
  for (const LanguageData& language : all_languages()) {
    for (const Entry& entry : language.entries) {
      auto allowed = arguments_of(*find(Language::en, entry.key)).value();
      if (entry.key.substr(0, 7) == "answer.") {
        allowed.insert(kAnswerWords.begin(), kAnswerWords.end());
      }
      const auto used = arguments_of(entry.pattern);
      ASSERT_TRUE(used);
      EXPECT_TRUE(std::includes(allowed.begin(), allowed.end(), used->begin(), used->end()))
          << language.tag << " " << entry.key;
    }
  }
}

TEST(Catalogue, english_says_no_forbidden_word) {
  for (const Entry& entry : data_of(Language::en).entries) {
    const auto used = words(entry.pattern);
    for (const char* forbidden : {"please", "sorry", "invalid", "oops"}) {
      EXPECT_EQ(used.count(forbidden), 0u) << entry.key << ": " << entry.pattern;
    }
  }
}

TEST(Catalogue, sentences_have_no_stray_spaces) {
  for (const LanguageData& language : all_languages()) {
    for (const Entry& entry : language.entries) {
      EXPECT_EQ(entry.pattern.find("  "), std::string_view::npos) << entry.key;
      EXPECT_NE(entry.pattern.front(), ' ') << entry.key;
      EXPECT_NE(entry.pattern.back(), ' ') << entry.key;
    }
  }
}

TEST(Catalogue, the_ten_factors_have_all_their_texts) {
  for (const char* factor :
       {"social_complexity", "legitimacy", "power", "senior_buy_in", "time", "process_resources",
        "legal", "specialist_knowledge", "innovation", "service_resources"}) {
    for (const char* part : {"question", "hint", "short", "yes", "no", "error"}) {
      const std::string key = std::string("factor.") + factor + "." + part;
      EXPECT_TRUE(find(Language::en, key)) << key;
    }
    const auto short_name = *find(Language::en, std::string("factor.") + factor + ".short");
    const auto spaces = std::count(short_name.begin(), short_name.end(), ' ');
    EXPECT_LT(static_cast<std::size_t>(spaces), kLongestShortName + 1) << short_name;
  }
}

TEST(Catalogue, every_level_status_flag_and_clause_of_the_engine_has_its_texts) {
  for (const char* level : {"0", "1", "2", "3", "4"}) {
    for (const char* part : {".name", ".title", ".why", ".next"}) {
      EXPECT_TRUE(find(Language::en, std::string("level.") + level + part)) << level << part;
    }
  }
  for (const char* status :
       {"incomplete.title", "incomplete.text", "too_few_people.title", "too_few_people.text",
        "unknown.dont_know.title", "unknown.not_applicable.title", "unknown.few.title",
        "not_agreed.title", "not_agreed.groups.title", "close_call.text", "firm.text"}) {
    EXPECT_TRUE(find(Language::en, std::string("status.") + status)) << status;
  }
  for (const char* flag :
       {"resource_paradox", "buy_in_without_power", "token_risk", "lived_experience_absent",
        "lived_experience_unheard", "buy_in_not_confirmed", "power_holders_unheard",
        "groups_differ", "equal_voice_differs", "template_changed"}) {
    EXPECT_TRUE(find(Language::en, std::string("flag.") + flag + ".title")) << flag;
    EXPECT_TRUE(find(Language::en, std::string("flag.") + flag + ".text")) << flag;
  }
  for (const char* clause : {"C4", "C3", "C2", "C1", "C0", "B0a", "B0b", "B1a", "B1b", "B1c", "B2a",
                             "B2b", "B2c", "B3", "B4"}) {
    EXPECT_TRUE(find(Language::en, std::string("reason.") + clause)) << clause;
  }
}

TEST(Catalogue, aliases_are_64_different_words_of_each_kind_in_every_language) {
  for (const LanguageData& language : all_languages()) {
    for (const char* kind : {"alias.adjective.", "alias.noun."}) {
      std::set<std::string_view> different;
      for (int i = 0; i < kAliasWords; ++i) {
        const auto word = find(*language_of(language.tag), kind + std::to_string(i));
        ASSERT_TRUE(word) << language.tag << " " << kind << i;
        different.insert(*word);
      }
      EXPECT_EQ(different.size(), static_cast<std::size_t>(kAliasWords)) << language.tag << kind;
    }
  }
}

TEST(Catalogue, welsh_answers_use_the_words_of_their_question) {
  const Arguments oes = {{"yes", "oes"}, {"no", "nac oes"}};
  EXPECT_EQ(text(Language::cy, "answer.9", oes), "Oes, yn bendant");
  EXPECT_EQ(text(Language::cy, "answer.6", oes), "Yn rhannol, yn nes at oes");
  EXPECT_EQ(text(Language::cy, "answer.3", oes), "Nac oes, gan mwyaf");
  EXPECT_EQ(text(Language::en, "answer.9", oes), "Definitely yes");
  EXPECT_EQ(text(Language::en, "answer.9"), "Definitely yes");
}

TEST(Catalogue, welsh_questions_mutate_after_two_three_and_six) {
  std::size_t counted = 0;
  for (const Entry& entry : data_of(Language::cy).entries) {
    if (entry.pattern.find("# cwestiwn") == std::string_view::npos) continue;
    ++counted;
    const std::string key(entry.key);
    const auto says = [&](int n, std::string_view noun) {
      const std::string shown = text(Language::cy, key, {{"n", n}, {"all", n}, {"time", "9:00"}});
      EXPECT_NE(shown.find(" " + std::string(noun)), std::string::npos) << key << ": " << shown;
    };
    says(1, "cwestiwn");
    says(2, "gwestiwn");
    says(3, "chwestiwn");
    says(4, "cwestiwn");
    says(6, "chwestiwn");
    says(7, "cwestiwn");
  }
  EXPECT_GE(counted, 5u);
}

TEST(Catalogue, accessible_names_end_with_the_digit) {
  EXPECT_EQ(text(Language::en, "answer.name", {{"label", "Mostly yes"}, {"n", 7}}),
            "Mostly yes, 7");
}

TEST(Catalogue, adjectives_stand_before_the_noun_in_english_and_after_it_in_welsh) {
  EXPECT_EQ(text(Language::en, "alias", {{"adjective", "calm"}, {"noun", "otter"}}), "Calm otter");
  EXPECT_EQ(text(Language::cy, "alias", {{"adjective", "tawel"}, {"noun", "dyfrgi"}}),
            "Dyfrgi tawel");
}

TEST(Catalogue, an_unknown_key_is_shown_itself) {
  EXPECT_EQ(find(Language::cy, "no.such.key"), std::nullopt);
  EXPECT_EQ(text(Language::cy, "no.such.key"), "no.such.key");
  EXPECT_EQ(find(Language::en, "@meta"), std::nullopt);
}

TEST(Catalogue, languages_are_found_by_tag_and_by_the_first_part_of_a_tag) {
  EXPECT_EQ(language_of("cy"), Language::cy);
  EXPECT_EQ(language_of("cy-GB"), Language::cy);
  EXPECT_EQ(language_of("en"), Language::en);
  EXPECT_EQ(language_of("eng"), std::nullopt);
  EXPECT_EQ(language_of(""), std::nullopt);
  EXPECT_EQ(tag_of(Language::cy), "cy");
}

TEST(Catalogue, lists_join_one_two_and_more) {
  EXPECT_EQ(list(Language::en, {}), "");
  EXPECT_EQ(list(Language::en, {"time"}), "time");
  EXPECT_EQ(list(Language::en, {"time", "power"}), "time and power");
  EXPECT_EQ(list(Language::en, {"time", "power", "the law"}), "time, power and the law");
  EXPECT_EQ(list(Language::cy, {"amser", "grym"}), "amser, grym");
  EXPECT_EQ(list(Language::en, {"{a}", "it's '{b}'"}), "{a} and it's '{b}'");
}

}  // namespace
}  // namespace quorate::messages

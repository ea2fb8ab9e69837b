// What build.mjs makes of the catalogues: constant tables, in the order of `enum class Language`.
#pragma once

#include <span>
#include <string_view>

#include "shared/messages/languages.hpp"

namespace quorate::messages {

struct Entry {
  std::string_view key;
  std::string_view pattern;
};

struct PluralRule {
  std::string_view category;  // "one"
  std::string_view rule;      // "n = 1"
};

struct LanguageData {
  std::string_view tag;     // BCP 47: "cy"
  std::string_view name;    // in the language itself: "Cymraeg"
  std::string_view status;  // "ready" or "draft"
  std::span<const PluralRule> plurals;
  std::span<const Entry> entries;  // sorted by the bytes of the keys
};

const LanguageData& data_of(Language language);
std::span<const LanguageData> all_languages();

}  // namespace quorate::messages

// The sentences people read, by key and language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/messages/format.hpp"

namespace quorate::messages {

// The language of a BCP 47 tag such as "cy" or "cy-GB" (its first part decides); nothing when there
// is no catalogue for it.
std::optional<Language> language_of(std::string_view tag);
std::string_view tag_of(Language language);

// The pattern of a key in this language, or in English where this language lacks it; nothing when
// neither has it. The text lives as long as the program.
std::optional<std::string_view> find(Language language, std::string_view key);

// The sentence. A key that no catalogue has is returned itself, so that it is seen and not hidden.
std::string text(Language language, std::string_view key, const Arguments& arguments = {});

// "time", "time and power", "time, power and the law" in this language.
std::string list(Language language, const std::vector<std::string>& items);

}  // namespace quorate::messages

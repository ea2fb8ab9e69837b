// Which plural form a whole number takes. The rules are data of the language (`@meta.plurals` in
// its catalogue), in the notation of the Unicode CLDR, as far as whole numbers need it: "n % 10
// = 2..4 and n % 100 != 12..14 or n = 0".
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/messages/catalogue_data.hpp"

namespace quorate::messages {

// The category that every language has.
inline constexpr std::string_view kOther = "other";

// True when the rule holds for n (n >= 0). A condition in another notation never holds.
bool plural_rule_holds(std::string_view rule, std::uint64_t n);

// The category of the first rule that holds for the number without its sign; "other" when none
// does.
std::string_view plural_category(const LanguageData& language, std::int64_t number);

}  // namespace quorate::messages

#include "shared/messages/plural.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace quorate::messages {
namespace {

using Parts = std::vector<std::string_view>;

// Always at least one part; an empty text gives one empty part.
Parts split(std::string_view text, std::string_view separator) {
  Parts parts;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(start, end - start));
    start = end + separator.size();
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// "n" or "n % 10"
std::optional<std::uint64_t> operand(std::string_view written, std::uint64_t n) {
  const Parts parts = split(written, " % ");
  if (parts[0] != "n" || parts.size() > 2) return std::nullopt;
  if (parts.size() == 1) return n;
  const auto modulus = number(parts[1]);
  if (!modulus || *modulus == 0) return std::nullopt;
  return n % *modulus;
}

// "2..4,7" contains 3.
std::optional<bool> contains(std::string_view ranges, std::uint64_t value) {
  bool found = false;
  for (const std::string_view range : split(ranges, ",")) {
    const Parts ends = split(range, "..");
    const auto low = number(ends.front());
    const auto high = number(ends.back());
    if (!low || !high || ends.size() > 2) return std::nullopt;
    found = found || (value >= *low && value <= *high);
  }
  return found;
}

// "n % 10 != 2..4"
bool condition_holds(std::string_view condition, std::uint64_t n) {
  const bool negated = condition.find(" != ") != std::string_view::npos;
  const Parts sides = split(condition, negated ? " != " : " = ");
  if (sides.size() != 2) return false;
  const auto value = operand(sides[0], n);
  const auto in = value ? contains(sides[1], *value) : std::nullopt;
  return in && *in != negated;
}

}  // namespace

bool plural_rule_holds(std::string_view rule, std::uint64_t n) {
  for (const std::string_view alternative : split(rule, " or ")) {
    const Parts conditions = split(alternative, " and ");
    const auto holds = [n](std::string_view condition) { return condition_holds(condition, n); };
    if (std::all_of(conditions.begin(), conditions.end(), holds)) return true;
  }
  return false;
}

std::string_view plural_category(const LanguageData& language, std::int64_t number) {
  // The negation is made in unsigned numbers, where the smallest one has its opposite too.
  const auto bits = static_cast<std::uint64_t>(number);
  const std::uint64_t n = number < 0 ? 0 - bits : bits;
  for (const PluralRule& rule : language.plurals) {
    if (plural_rule_holds(rule.rule, n)) return rule.category;
  }
  return kOther;
}

}  // namespace quorate::messages

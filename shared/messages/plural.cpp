#include "shared/messages/plural.hpp"

#include <charconv>
#include <optional>
#include <string>

namespace quorate::messages {
namespace {

constexpr std::string_view kOther = "other";

// Takes the text up to the separator off the front of `rest`.
std::string_view take(std::string_view& rest, std::string_view separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + separator.size());
  return part;
}

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// "2..4,7" contains 3.
std::optional<bool> contains(std::string_view ranges, std::uint64_t value) {
  bool found = false;
  while (!ranges.empty()) {
    std::string_view range = take(ranges, ",");
    const auto low = number(take(range, ".."));
    const auto high = range.empty() ? low : number(range);
    if (!low || !high) return std::nullopt;
    found = found || (value >= *low && value <= *high);
  }
  return found;
}

// "n % 10 = 2..4"
bool condition_holds(std::string_view condition, std::uint64_t n) {
  std::string_view operand = take(condition, "= ");
  const bool negated = operand.size() >= 2 && operand.substr(operand.size() - 2) == " !";
  operand = operand.substr(0, operand.size() - (negated ? 2 : operand.empty() ? 0 : 1));
  std::uint64_t value = n;
  if (operand != "n") {
    if (take(operand, " % ") != "n") return false;
    const auto modulus = number(operand);
    if (!modulus || *modulus == 0) return false;
    value = n % *modulus;
  }
  if (condition.empty()) return false;
  const auto in = contains(condition, value);
  return in && *in != negated;
}

}  // namespace

bool plural_rule_holds(std::string_view rule, std::uint64_t n) {
  while (!rule.empty()) {
    std::string_view all = take(rule, " or ");
    bool holds = !all.empty();
    while (!all.empty()) holds = condition_holds(take(all, " and "), n) && holds;
    if (holds) return true;
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

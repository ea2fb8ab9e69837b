// Fills in a message: a subset of ICU MessageFormat, the same as in format.ts (one vector file,
// tests/vectors/messages.json, proves both). README.md describes the subset. Total: any pattern
// gives a text; a malformed one gives the pattern itself, a missing argument its own {name}.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "shared/messages/languages.hpp"  // generated: enum class Language, one for every catalogue

namespace quorate::messages {

// A whole number or a text. Numbers choose plural branches and are printed in plain digits.
class ArgumentValue {
 public:
  template <class I, std::enable_if_t<std::is_integral_v<I> && !std::is_same_v<I, bool>, int> = 0>
  ArgumentValue(I number) : value_(static_cast<std::int64_t>(number)) {}
  ArgumentValue(const char* text) : value_(std::string(text)) {}
  ArgumentValue(std::string_view text) : value_(std::string(text)) {}
  ArgumentValue(std::string text) : value_(std::move(text)) {}

  const std::int64_t* as_number() const { return std::get_if<std::int64_t>(&value_); }
  std::string print() const;

 private:
  std::variant<std::int64_t, std::string> value_;
};

struct Argument {
  std::string name;
  ArgumentValue value;
};

// What a message is filled in with: {{"answered", 14}, {"factor", "time"}}.
class Arguments {
 public:
  Arguments() = default;
  Arguments(std::initializer_list<Argument> arguments) : arguments_(arguments) {}

  void add(std::string name, ArgumentValue value);
  // Null when there is none; the pointer lives until the next add.
  const ArgumentValue* find(std::string_view name) const;

 private:
  std::vector<Argument> arguments_;
};

std::string format(std::string_view pattern, const Arguments& arguments, Language language);

// The names of the arguments a pattern uses, in lower case at the start; nothing when the pattern
// is malformed.
std::optional<std::set<std::string>> arguments_of(std::string_view pattern);

}  // namespace quorate::messages

#include "shared/messages/format.hpp"

#include <algorithm>
#include <utility>

#include "shared/messages/catalogue_data.hpp"
#include "shared/messages/plural.hpp"

namespace quorate::messages {
namespace {

constexpr int kDeepestNesting = 8;           // messages inside branches of messages
constexpr std::size_t kMostExactDigits = 9;  // of an exact case: =123456789

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The first letter in upper case: ASCII, and the two-byte letters of Western European languages
// (U+00E0..U+00FE but the division sign, and the pairs U+0100..U+0137 and U+014A..U+0177).
std::string capitalised(std::string text) {
  if (text.empty()) return text;
  auto& first = text[0];
  if (first >= 'a' && first <= 'z') {
    first = static_cast<char>(first - 'a' + 'A');
    return text;
  }
  if (text.size() < 2) return text;
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto trail = static_cast<unsigned char>(text[1]);
  if (lead < 0xC3 || lead > 0xC5 || (trail & 0xC0) != 0x80) return text;
  const unsigned letter = ((lead & 0x1Fu) << 6) | (trail & 0x3Fu);
  unsigned upper = letter;
  if (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7) upper = letter - 0x20;
  const bool paired = (letter >= 0x100 && letter <= 0x137 && letter != 0x131) ||
                      (letter >= 0x14A && letter <= 0x177);
  if (paired && letter % 2 == 1) upper = letter - 1;
  text[0] = static_cast<char>(0xC0 | (upper >> 6));
  text[1] = static_cast<char>(0x80 | (upper & 0x3F));
  return text;
}

struct Branch {
  std::string_view selector;
  std::string text;
};

// Reads a pattern once from left to right and writes its text as it goes. Every branch is read and
// written, so that a fault in any of them is found; then the right one is kept.
class Filler {
 public:
  Filler(std::string_view pattern, const Arguments& arguments, const LanguageData& language)
      : pattern_(pattern), arguments_(arguments), language_(language) {}

  // Nothing when the pattern is malformed.
  std::optional<std::string> fill() {
    std::string text = message(nullptr, 0);
    if (at_ < pattern_.size()) malformed_ = true;  // a closing brace too many
    if (malformed_) return std::nullopt;
    return text;
  }

  std::set<std::string> names;  // of the arguments met, as the caller gives them

 private:
  // Up to the closing brace of the branch or the end of the pattern. `number` is what # stands for;
  // null where there is no plural around.
  std::string message(const std::string* number, int depth) {
    std::string out;
    while (!malformed_ && at_ < pattern_.size() && pattern_[at_] != '}') {
      const char c = pattern_[at_++];
      if (c == '\'') {
        apostrophe(out, number != nullptr);
      } else if (c == '{') {
        out += argument(number, depth);
      } else if (c == '#' && number) {
        out += *number;
      } else {
        out += c;
      }
    }
    return out;
  }

  // An apostrophe was just read. It quotes only before a brace (before # too, inside a plural).
  void apostrophe(std::string& out, bool in_plural) {
    const char next = at_ < pattern_.size() ? pattern_[at_] : '\0';
    const bool quotes = next == '{' || next == '}' || (next == '#' && in_plural);
    if (!quotes) {
      out += '\'';
      if (next == '\'') ++at_;
      return;
    }
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_++];
      if (c == '\'') {
        if (at_ == pattern_.size() || pattern_[at_] != '\'') return;
        ++at_;
      }
      out += c;
    }
  }

  // An opening brace was just read.
  std::string argument(const std::string* number, int depth) {
    skip_spaces();
    const std::string_view written = word();
    if (written.empty() || !is_letter(written[0])) return fail();
    std::string name(written);
    const bool capital = is_upper(name[0]);
    if (capital) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    names.insert(name);
    const ArgumentValue* value = arguments_.find(name);
    const std::string printed = value ? value->print() : "{" + std::string(written) + "}";
    skip_spaces();
    if (take('}')) return capital && value ? capitalised(printed) : printed;
    if (capital || !take(',')) return fail();
    skip_spaces();
    const std::string_view kind = word();
    skip_spaces();
    if ((kind != "plural" && kind != "select") || !take(',') || depth == kDeepestNesting) {
      return fail();
    }
    const bool plural = kind == "plural";
    const auto read = branches(plural, plural ? &printed : number, depth);
    if (malformed_) return {};
    return choose(read, plural, value);
  }

  std::vector<Branch> branches(bool plural, const std::string* number, int depth) {
    std::vector<Branch> read;
    skip_spaces();
    while (!malformed_ && !take('}')) {
      const std::string_view selector = plural ? plural_selector() : word();
      skip_spaces();
      if (selector.empty() || find(read, selector) || !take('{')) malformed_ = true;
      if (malformed_) return read;
      std::string text = message(number, depth + 1);
      if (!take('}')) malformed_ = true;
      read.push_back({selector, std::move(text)});
      skip_spaces();
    }
    if (!find(read, kOther)) malformed_ = true;
    return read;
  }

  // One of CLDR's six words, or "=12". Empty when it is neither.
  std::string_view plural_selector() {
    const std::size_t start = at_;
    if (take('=')) {
      const std::string_view digits = word();
      const bool exact = !digits.empty() && digits.size() <= kMostExactDigits &&
                         std::all_of(digits.begin(), digits.end(), is_digit);
      return exact ? pattern_.substr(start, at_ - start) : std::string_view();
    }
    const std::string_view category = word();
    for (const std::string_view known : {"zero", "one", "two", "few", "many", "other"}) {
      if (category == known) return category;
    }
    return {};
  }

  std::string choose(const std::vector<Branch>& read, bool plural, const ArgumentValue* value) {
    const Branch* chosen = nullptr;
    if (value && !plural) chosen = find(read, value->print());
    if (const auto* number = value && plural ? value->as_number() : nullptr) {
      chosen = find(read, "=" + std::to_string(*number));
      if (!chosen) chosen = find(read, plural_category(language_, *number));
    }
    return chosen ? chosen->text : find(read, kOther)->text;
  }

  static const Branch* find(const std::vector<Branch>& read, std::string_view selector) {
    for (const Branch& branch : read) {
      if (branch.selector == selector) return &branch;
    }
    return nullptr;
  }

  std::string_view word() {
    const std::size_t start = at_;
    while (at_ < pattern_.size() && is_word(pattern_[at_])) ++at_;
    return pattern_.substr(start, at_ - start);
  }

  void skip_spaces() {
    while (at_ < pattern_.size() && is_space(pattern_[at_])) ++at_;
  }

  bool take(char c) {
    if (at_ >= pattern_.size() || pattern_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string fail() {
    malformed_ = true;
    return {};
  }

  std::string_view pattern_;
  const Arguments& arguments_;
  const LanguageData& language_;
  std::size_t at_ = 0;
  bool malformed_ = false;
};

}  // namespace

std::string ArgumentValue::print() const {
  const auto* number = as_number();
  return number ? std::to_string(*number) : *std::get_if<std::string>(&value_);
}

void Arguments::add(std::string name, ArgumentValue value) {
  arguments_.push_back({std::move(name), std::move(value)});
}

const ArgumentValue* Arguments::find(std::string_view name) const {
  for (const Argument& argument : arguments_) {
    if (argument.name == name) return &argument.value;
  }
  return nullptr;
}

std::string format(std::string_view pattern, const Arguments& arguments, Language language) {
  auto filled = Filler(pattern, arguments, data_of(language)).fill();
  return filled ? *std::move(filled) : std::string(pattern);
}

std::optional<std::set<std::string>> arguments_of(std::string_view pattern) {
  const Arguments none;
  Filler filler(pattern, none, data_of(Language::en));
  if (!filler.fill()) return std::nullopt;
  return std::move(filler.names);
}

}  // namespace quorate::messages

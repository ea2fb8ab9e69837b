#include "shared/session/text.hpp"

#include <algorithm>
#include <utility>

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;

constexpr std::size_t kMostLanguageBytes = 3;

}  // namespace

bool is_language(std::string_view text) {
  return text.size() >= 2 && text.size() <= kMostLanguageBytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Text read_text(json::Fields& fields, std::string_view key, std::size_t most, bool required) {
  Text text;
  if (!required && !fields.has(key)) return text;
  const json::Value& object = fields.object(key);
  json::Fields inner = fields.child(key);
  for (const json::Member& member : *object.as_object()) {
    if (!is_language(member.key)) {
      inner.fail(Code::unknown, member.key, "a text goes by languages such as \"en\"");
      return text;
    }
    std::string words = inner.string(member.key, {0, most});
    if (!words.empty()) text.emplace(member.key, std::move(words));
  }
  if (required && text.empty())
    fields.fail(Code::too_short, key, "a text in at least one language");
  return text;
}

json::Value to_json(const Text& text) {
  json::Value value = json::Value::object();
  for (const auto& [language, words] : text) value.set(language, words);
  return value;
}

}  // namespace quorate::session

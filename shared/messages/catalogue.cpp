#include "shared/messages/catalogue.hpp"

#include <algorithm>

#include "shared/messages/catalogue_data.hpp"

namespace quorate::messages {
namespace {

std::optional<std::string_view> find_only_in(Language language, std::string_view key) {
  const auto entries = data_of(language).entries;
  const auto at =
      std::lower_bound(entries.begin(), entries.end(), key,
                       [](const Entry& entry, std::string_view k) { return entry.key < k; });
  if (at == entries.end() || at->key != key) return std::nullopt;
  return at->pattern;
}

}  // namespace

std::optional<Language> language_of(std::string_view tag) {
  const std::string_view first = tag.substr(0, tag.find('-'));
  const auto languages = all_languages();
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i].tag == tag || languages[i].tag == first) return static_cast<Language>(i);
  }
  return std::nullopt;
}

std::string_view tag_of(Language language) { return data_of(language).tag; }

std::optional<std::string_view> find(Language language, std::string_view key) {
  const auto own = find_only_in(language, key);
  return own ? own : find_only_in(Language::en, key);
}

std::string text(Language language, std::string_view key, const Arguments& arguments) {
  const auto pattern = find(language, key);
  return pattern ? format(*pattern, arguments, language) : std::string(key);
}

std::string list(Language language, const std::vector<std::string>& items) {
  std::string joined;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0) {
      joined = items[0];
    } else {
      const bool last = i + 1 == items.size();
      joined = text(language, last ? "list.and" : "list.comma", {{"a", joined}, {"b", items[i]}});
    }
  }
  return joined;
}

}  // namespace quorate::messages

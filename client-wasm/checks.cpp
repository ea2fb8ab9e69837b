#include "client-wasm/checks.hpp"

#include <algorithm>
#include <string>

namespace quorate::client {

using json::Value;

bool is_rating(const Value* value) {
  if (value == nullptr) return false;
  if (const std::int64_t* rating = value->as_integer()) return *rating >= 1 && *rating <= 9;
  const std::string* word = value->as_string();
  return word != nullptr && (*word == "dk" || *word == "na");
}

bool is_whole(const Value& value) {
  if (const Value::Object* members = value.as_object()) {
    return std::all_of(members->begin(), members->end(),
                       [](const json::Member& member) { return is_whole(member.value); });
  }
  if (const Value::Array* items = value.as_array()) {
    return std::all_of(items->begin(), items->end(), is_whole);
  }
  return !value.is_number() || value.as_integer() != nullptr;
}

int depth(const Value& value) {
  int deepest = 0;
  if (const Value::Object* members = value.as_object()) {
    for (const json::Member& member : *members) deepest = std::max(deepest, depth(member.value));
    return deepest + 1;
  }
  if (const Value::Array* items = value.as_array()) {
    for (const Value& item : *items) deepest = std::max(deepest, depth(item));
    return deepest + 1;
  }
  return 0;
}

}  // namespace quorate::client

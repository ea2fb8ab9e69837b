#include "shared/json/patch.hpp"

#include <cassert>
#include <utility>

namespace quorate::json {

// Both are gone through side by side, and the patch is made in the order of its keys: it costs as
// much as the two are long, however many members come and go.
std::optional<Value> difference(const Value& from, const Value& to) {
  assert(from.as_object() != nullptr && to.as_object() != nullptr);
  Value::Object patch;
  auto old = from.as_object()->begin();
  const auto end = from.as_object()->end();
  for (const Member& member : *to.as_object()) {
    for (; old != end && old->key < member.key; ++old) patch.push_back({old->key, Value()});
    if (old == end || old->key != member.key) {
      patch.push_back(member);
      continue;
    }
    if (old->value.as_object() != nullptr && member.value.as_object() != nullptr) {
      if (auto inner = difference(old->value, member.value)) {
        patch.push_back({member.key, std::move(*inner)});
      }
    } else if (old->value != member.value) {
      patch.push_back(member);
    }
    ++old;
  }
  for (; old != end; ++old) patch.push_back({old->key, Value()});
  if (patch.empty()) return std::nullopt;
  return Value(std::move(patch));
}

void apply(Value& target, const Value& patch) {
  const Value::Object* members = patch.as_object();
  if (members == nullptr) {
    target = patch;
    return;
  }
  if (target.as_object() == nullptr) target = Value::object();
  for (const Member& member : *members) {
    if (member.value.is_null()) {
      target.erase(member.key);
    } else if (Value* old = target.find(member.key)) {
      apply(*old, member.value);
    } else {
      apply(target.set(member.key, Value()), member.value);
    }
  }
}

}  // namespace quorate::json

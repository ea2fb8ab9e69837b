#include "shared/json/patch.hpp"

#include <cassert>

namespace quorate::json {

std::optional<Value> difference(const Value& from, const Value& to) {
  assert(from.as_object() != nullptr && to.as_object() != nullptr);
  Value patch = Value::object();
  for (const Member& old : *from.as_object()) {
    if (to.find(old.key) == nullptr) patch.set(old.key, Value());
  }
  for (const Member& member : *to.as_object()) {
    const Value* old = from.find(member.key);
    if (old == nullptr) {
      patch.set(member.key, member.value);
    } else if (old->as_object() != nullptr && member.value.as_object() != nullptr) {
      if (auto inner = difference(*old, member.value)) patch.set(member.key, std::move(*inner));
    } else if (*old != member.value) {
      patch.set(member.key, member.value);
    }
  }
  if (patch.as_object()->empty()) return std::nullopt;
  return patch;
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

#include "shared/json/value.hpp"

#include <algorithm>
#include <cassert>

namespace quorate::json {

namespace {

bool key_less(const Member& member, std::string_view key) {
  return std::string_view(member.key) < key;
}

}  // namespace

Value::Value() = default;
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value::Value(Storage storage) : storage_(std::move(storage)) {}
Value::Value(const char* text) : storage_(std::string(text)) {}
Value::Value(std::string_view text) : storage_(std::string(text)) {}
Value::Value(std::string text) : storage_(std::move(text)) {}
Value::Value(Array items) : storage_(std::move(items)) {}
Value::Value(NotAnInteger) : storage_(NotAnInteger{}) {}

Value::Value(Object members) {
  std::sort(members.begin(), members.end(),
            [](const Member& a, const Member& b) { return a.key < b.key; });
  assert(std::adjacent_find(members.begin(), members.end(), [](const Member& a, const Member& b) {
           return a.key == b.key;
         }) == members.end());
  storage_ = std::move(members);
}

Value Value::object() { return Value(Object()); }
Value Value::object_of(Member* members, std::size_t count) {
  Object object;
  object.reserve(count);
  for (std::size_t i = 0; i < count; ++i) object.push_back(std::move(members[i]));
  return Value(std::move(object));
}

bool Value::is_null() const { return std::holds_alternative<std::monostate>(storage_); }
bool Value::is_number() const {
  return std::holds_alternative<std::int64_t>(storage_) ||
         std::holds_alternative<NotAnInteger>(storage_);
}
const bool* Value::as_boolean() const { return std::get_if<bool>(&storage_); }
const std::int64_t* Value::as_integer() const { return std::get_if<std::int64_t>(&storage_); }
const std::string* Value::as_string() const { return std::get_if<std::string>(&storage_); }
const Value::Array* Value::as_array() const { return std::get_if<Array>(&storage_); }
const Value::Object* Value::as_object() const { return std::get_if<Object>(&storage_); }
Value::Array* Value::as_array() { return std::get_if<Array>(&storage_); }
Value::Object* Value::as_object() { return std::get_if<Object>(&storage_); }

const Value* Value::find(std::string_view key) const { return const_cast<Value*>(this)->find(key); }

Value* Value::find(std::string_view key) {
  Object* members = as_object();
  if (members == nullptr) return nullptr;
  auto at = std::lower_bound(members->begin(), members->end(), key, key_less);
  return at != members->end() && at->key == key ? &at->value : nullptr;
}

Value& Value::set(std::string_view key, Value value) {
  Object* members = as_object();
  assert(members != nullptr);
  auto at = std::lower_bound(members->begin(), members->end(), key, key_less);
  if (at != members->end() && at->key == key) {
    at->value = std::move(value);
  } else {
    at = members->insert(at, Member{std::string(key), std::move(value)});
  }
  return at->value;
}

bool Value::erase(std::string_view key) {
  Object* members = as_object();
  if (members == nullptr) return false;
  auto at = std::lower_bound(members->begin(), members->end(), key, key_less);
  if (at == members->end() || at->key != key) return false;
  members->erase(at);
  return true;
}

void Value::push(Value value) {
  Array* items = as_array();
  assert(items != nullptr);
  items->push_back(std::move(value));
}

bool Value::operator==(const Value& other) const { return storage_ == other.storage_; }

}  // namespace quorate::json

#include "shared/json/fields.hpp"

namespace quorate::json {

namespace {

using Code = FieldError::Code;
const Value kNull;
const Value kObject = Value::object();
const Value::Array kNoItems;

std::string range(std::string_view what, std::int64_t least, std::int64_t most) {
  return std::string(what) + " from " + std::to_string(least) + " to " + std::to_string(most);
}

std::string length_rule(Bytes length) {
  return "a text of " + std::to_string(length.least) + " to " + std::to_string(length.most) +
         " bytes";
}

}  // namespace

std::string FieldError::sentence() const {
  const std::string name = where.empty() ? "the text" : where;
  switch (code) {
    case Code::missing:
      return name + " is missing: it must be " + detail;
    case Code::unknown:
      return name + " is not known: " + detail;
    default:
      return name + " must be " + detail;
  }
}

Fields::Fields(const Value& value, std::string path)
    : Fields(value, std::move(path), std::make_shared<std::optional<FieldError>>()) {}

Fields::Fields(const Value& value, std::string path,
               std::shared_ptr<std::optional<FieldError>> error)
    : value_(value), path_(std::move(path)), error_(std::move(error)) {
  if (value_.as_object() == nullptr) fail(Code::wrong_type, "", "an object");
}

std::string Fields::path(std::string_view key) const {
  if (key.empty()) return path_;
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void Fields::fail(Code code, std::string_view key, std::string detail) {
  if (!*error_) *error_ = FieldError{code, path(key), std::move(detail)};
}

const Value* Fields::find(std::string_view key) const {
  const Value* found = value_.find(key);
  return found != nullptr && !found->is_null() ? found : nullptr;
}

std::int64_t Fields::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const Value* found = find(key);
  const std::int64_t* value = found == nullptr ? nullptr : found->as_integer();
  if (value != nullptr && *value >= least && *value <= most) return *value;
  Code code = Code::out_of_range;
  if (value == nullptr) code = found == nullptr ? Code::missing : Code::wrong_type;
  fail(code, key, range("an integer", least, most));
  return least;
}

std::string Fields::string(std::string_view key, Bytes length) {
  const Value* found = find(key);
  if (found == nullptr) {
    fail(Code::missing, key, length_rule(length));
    return {};
  }
  const std::string* text = found->as_string();
  if (text == nullptr) {
    fail(Code::wrong_type, key, length_rule(length));
    return {};
  }
  if (text->size() > length.most || text->size() < length.least) {
    fail(text->size() > length.most ? Code::too_long : Code::too_short, key, length_rule(length));
    return {};
  }
  return *text;
}

bool Fields::boolean(std::string_view key) {
  const Value* found = find(key);
  const bool* value = found == nullptr ? nullptr : found->as_boolean();
  if (value == nullptr)
    fail(found == nullptr ? Code::missing : Code::wrong_type, key, "true or false");
  return value != nullptr && *value;
}

const Value::Array& Fields::array(std::string_view key, std::size_t least, std::size_t most) {
  const Value* found = find(key);
  const Value::Array* items = found == nullptr ? nullptr : found->as_array();
  if (items != nullptr && items->size() >= least && items->size() <= most) return *items;
  Code code = found == nullptr ? Code::missing : Code::wrong_type;
  if (items != nullptr) code = items->size() > most ? Code::too_long : Code::too_short;
  fail(
      code, key,
      range("a list", static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)) + " long");
  return kNoItems;
}

const Value& Fields::object(std::string_view key) {
  const Value* found = find(key);
  if (found == nullptr || found->as_object() == nullptr) {
    fail(found == nullptr ? Code::missing : Code::wrong_type, key, "an object");
    return kObject;
  }
  return *found;
}

std::optional<std::int64_t> Fields::integer_if(std::string_view key, std::int64_t least,
                                               std::int64_t most) {
  if (!has(key)) return std::nullopt;
  return integer(key, least, most);
}

std::optional<std::string> Fields::string_if(std::string_view key, Bytes length) {
  if (!has(key)) return std::nullopt;
  return string(key, length);
}

bool Fields::boolean_or(std::string_view key, bool otherwise) {
  return has(key) ? boolean(key) : otherwise;
}

Fields Fields::child(std::string_view key) { return Fields(object(key), path(key), error_); }

Fields Fields::child(std::string_view key, std::size_t index) {
  const Value* list = find(key);
  const Value::Array* items = list == nullptr ? nullptr : list->as_array();
  const std::string where = path(key) + "[" + std::to_string(index) + "]";
  return Fields(items != nullptr && index < items->size() ? (*items)[index] : kNull, where, error_);
}

}  // namespace quorate::json

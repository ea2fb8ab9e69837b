// Typed reading of an object's members from hostile input. The first thing wrong is remembered
// with the path of its field; everything after it reads as empty, so a caller checks once, at the
// end:
//
//   Fields fields(value);
//   const std::string id = fields.string("id", {1, 40});
//   const std::int64_t round = fields.integer("round", 1, 99);
//   if (auto error = fields.error()) return refuse(*error);
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/json/value.hpp"

namespace quorate::json {

struct FieldError {
  enum class Code { missing, wrong_type, out_of_range, too_long, too_short, unknown };
  Code code;
  std::string where;   // "groups[2].label"; empty for the whole text
  std::string detail;  // what it has to be, in English: "an integer from 1 to 99"

  // "groups[2].label must be a text of 1 to 80 bytes", for a terminal or a log.
  std::string sentence() const;
};

struct Bytes {
  std::size_t least = 0;
  std::size_t most = 0;
};

class Fields {
 public:
  // `value` is kept by reference. A value that is no object is an error at once.
  explicit Fields(const Value& value, std::string path = "");

  // The member where it is there and not null, else null.
  const Value* find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::string string(std::string_view key, Bytes length);
  bool boolean(std::string_view key);
  const Value::Array& array(std::string_view key, std::size_t least, std::size_t most);
  const Value& object(std::string_view key);

  // The same where the member may be missing or null.
  std::optional<std::int64_t> integer_if(std::string_view key, std::int64_t least,
                                         std::int64_t most);
  std::optional<std::string> string_if(std::string_view key, Bytes length);
  bool boolean_or(std::string_view key, bool otherwise);

  // A child that reports into this one. `fields.child("setup")`, `fields.child("groups", 2)`.
  Fields child(std::string_view key);
  Fields child(std::string_view key, std::size_t index);

  // Reports something the caller found wrong with a member ("" for the object itself).
  void fail(FieldError::Code code, std::string_view key, std::string detail);

  std::string path(std::string_view key) const;
  const std::optional<FieldError>& error() const { return *error_; }

 private:
  Fields(const Value& value, std::string path, std::shared_ptr<std::optional<FieldError>> error);

  const Value& value_;
  std::string path_;
  std::shared_ptr<std::optional<FieldError>> error_;
};

}  // namespace quorate::json

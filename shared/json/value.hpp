// A JSON value as this project uses JSON: integers, never floating point; object keys unique and
// kept sorted by their bytes, so that equal values have equal canonical bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace quorate::json {

struct Member;

class Value {
 public:
  using Array = std::vector<Value>;
  using Object = std::vector<Member>;
  // A number that is no 64-bit integer (7.0, 1e3, 2^70). It can be read past, never written.
  struct NotAnInteger {
    bool operator==(const NotAnInteger&) const { return true; }
  };

  Value();  // null
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  template <class B, std::enable_if_t<std::is_same_v<B, bool>, int> = 0>
  Value(B boolean) : Value(Storage(boolean)) {}
  template <class I, std::enable_if_t<std::is_integral_v<I> && !std::is_same_v<I, bool>, int> = 0>
  Value(I integer) : Value(Storage(static_cast<std::int64_t>(integer))) {}
  Value(const char* text);
  Value(std::string_view text);
  Value(std::string text);
  Value(Array items);
  Value(Object members);  // sorts; no two members may have one key
  Value(NotAnInteger);

  static Value array() { return Value(Array()); }
  static Value object();
  // From a list in braces: object({{"a", 1}, {"b", std::move(list)}}). Taken as an array and no
  // std::initializer_list, which would have every member copied, however deep.
  template <std::size_t N>
  static Value object(Member (&&members)[N]);

  bool is_null() const;
  bool is_number() const;  // an integer or a number we do not represent
  // Null when the value is of another kind; the pointer lives as long as the value is unchanged.
  const bool* as_boolean() const;
  const std::int64_t* as_integer() const;
  const std::string* as_string() const;
  const Array* as_array() const;
  const Object* as_object() const;
  Array* as_array();
  Object* as_object();

  // The member `key` of an object; null when there is none or this is no object.
  const Value* find(std::string_view key) const;
  Value* find(std::string_view key);
  // Sets a member, replacing one of the same key. The value must be an object.
  Value& set(std::string_view key, Value value);
  // True when there was such a member.
  bool erase(std::string_view key);
  // Appends to an array. The value must be an array.
  void push(Value value);

  bool operator==(const Value& other) const;
  bool operator!=(const Value& other) const { return !(*this == other); }

 private:
  using Storage =
      std::variant<std::monostate, bool, std::int64_t, NotAnInteger, std::string, Array, Object>;
  explicit Value(Storage storage);
  static Value object_of(Member* members, std::size_t count);
  Storage storage_;
};

struct Member {
  std::string key;
  Value value;
  bool operator==(const Member&) const = default;
};

template <std::size_t N>
Value Value::object(Member (&&members)[N]) {
  return object_of(members, N);
}

}  // namespace quorate::json

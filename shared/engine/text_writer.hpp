// Writes canonical JSON straight into a text. A result has thousands of values; building them as a
// tree first took ten times as long. Whoever writes sees to the order of keys: sorted by bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/engine/fraction.hpp"

namespace quorate::engine {

class TextWriter {
 public:
  // A key of ours, which needs no escapes, or one of the workshop's, which may.
  TextWriter& key(std::string_view name);
  TextWriter& key_of(std::string_view id);

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void null();
  void boolean(bool value);
  void integer(std::int64_t value);
  void word(std::string_view value);    // a text of ours
  void string(std::string_view value);  // any text
  void fraction(Fraction value);        // {"dec":..,"den":..,"num":..}, reduced
  void counts(const Histogram& value);

  template <class T, class Write>
  void or_null(const std::optional<T>& value, Write write) {
    if (value) {
      write(*value);
    } else {
      null();
    }
  }
  template <class Items, class Write>
  void array(const Items& items, Write write) {
    begin_array();
    for (const auto& item : items) write(item);
    end_array();
  }

  std::string take() { return std::move(text_); }

 private:
  void separate();
  void quote(std::string_view plain);
  void open(char bracket);
  void close(char bracket);

  std::string text_;
  bool first_ = true;  // in its array or object, or after its key
};

}  // namespace quorate::engine

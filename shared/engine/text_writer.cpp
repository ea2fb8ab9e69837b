#include "shared/engine/text_writer.hpp"

#include <charconv>

#include "shared/json/write.hpp"

namespace quorate::engine {

void TextWriter::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

void TextWriter::open(char bracket) {
  separate();
  text_ += bracket;
  first_ = true;
}

void TextWriter::close(char bracket) {
  text_ += bracket;
  first_ = false;
}

void TextWriter::quote(std::string_view plain) {
  text_ += '"';
  text_ += plain;
  text_ += '"';
}

TextWriter& TextWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  first_ = true;
  return *this;
}

TextWriter& TextWriter::key_of(std::string_view id) {
  separate();
  json::append_string(text_, id);
  text_ += ':';
  first_ = true;
  return *this;
}

void TextWriter::null() {
  separate();
  text_ += "null";
}

void TextWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

void TextWriter::integer(std::int64_t value) {
  separate();
  char digits[20];  // as many as the least 64-bit integer has, with its sign
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  text_.append(digits, end.ptr);
}

void TextWriter::word(std::string_view value) {
  separate();
  quote(value);
}

void TextWriter::string(std::string_view value) {
  separate();
  json::append_string(text_, value);
}

void TextWriter::fraction(Fraction value) {
  const Fraction lowest = reduced(value);
  begin_object();
  key("dec").word(decimal(lowest));
  key("den").integer(lowest.den);
  key("num").integer(lowest.num);
  end_object();
}

void TextWriter::counts(const Histogram& value) {
  array(value, [&](std::int64_t count) { integer(count); });
}

}  // namespace quorate::engine

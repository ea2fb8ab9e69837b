#include "shared/json/write.hpp"

#include <cassert>

namespace quorate::json {

void append_string(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 0xF];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void append(std::string& out, const Value& value) {
  if (const auto* members = value.as_object()) {
    char separator = '{';
    if (members->empty()) out += '{';
    for (const Member& member : *members) {
      out += separator;
      append_string(out, member.key);
      out += ':';
      append(out, member.value);
      separator = ',';
    }
    out += '}';
  } else if (const auto* items = value.as_array()) {
    char separator = '[';
    if (items->empty()) out += '[';
    for (const Value& item : *items) {
      out += separator;
      append(out, item);
      separator = ',';
    }
    out += ']';
  } else if (const auto* text = value.as_string()) {
    append_string(out, *text);
  } else if (const auto* integer = value.as_integer()) {
    out += std::to_string(*integer);
  } else if (const auto* boolean = value.as_boolean()) {
    out += *boolean ? "true" : "false";
  } else {
    assert(value.is_null());
    out += "null";
  }
}

std::string write(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace quorate::json

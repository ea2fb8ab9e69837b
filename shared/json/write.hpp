// Canonical JSON: UTF-8, object keys sorted by their bytes, no spaces, integers, and only the
// escapes that RFC 8259 section 7 requires (short forms where it has them). Equal values give
// equal bytes, natively and in the browser. No newline at the end: who stores a file adds it.
#pragma once

#include <string>

#include "shared/json/value.hpp"

namespace quorate::json {

// The value must hold no NotAnInteger.
std::string write(const Value& value);
void append(std::string& out, const Value& value);
void append_string(std::string& out, std::string_view text);

}  // namespace quorate::json

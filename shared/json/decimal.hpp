// A decimal fraction's value, nearly: to tell a finite number from one too large for a double,
// which is all that reading JSON needs of a number that is no integer.
#pragma once

namespace quorate::json {

// The number at the start of `text` (digits, point, exponent, as JSON writes them; ends at the
// first other character, at the latest at its NUL), and `*end` behind it. Within 1e-12 of the true
// value; infinite where the true value is more than 1e-12 beyond the largest double.
double rough_decimal(const char* text, const char** end);

}  // namespace quorate::json

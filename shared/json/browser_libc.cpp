// For the browser's modules alone: in place of functions of the C library, of which
// nlohmann/json calls the first to see whether a fraction is finite, and the second to word a
// message that nobody reads. The library's own bring floating point of 128 bits and all of printf:
// 10 KB as sent, of 37. No code of ours uses either; tests/structure refuses <cstdio> here.
#include <cstddef>

#include "shared/json/decimal.hpp"

extern "C" {

double strtod(const char* text, char** end) {
  const char* behind = text;
  const double value = quorate::json::rough_decimal(text, &behind);
  if (end != nullptr) *end = const_cast<char*>(behind);
  return value;
}

// The library defines the three together, and another part of it names the other two.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) out[0] = '\0';
  return 0;
}

}  // extern "C"

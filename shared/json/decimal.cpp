#include "shared/json/decimal.hpp"

#include <limits>

namespace quorate::json {

namespace {

// Beyond this many more digits every number is infinite or, the other way, zero.
constexpr int kMostExponent = 100'000;
// A double holds no more digits than these; the rest only moves the point.
constexpr double kMostMantissa = 1e17;
constexpr double kLargest = std::numeric_limits<double>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Scan {
  const char* at;
  double mantissa = 0;
  int exponent = 0;

  // `shift` is what each digit adds to the exponent if it is counted: 0 before the point, -1 after.
  void digits(int shift) {
    for (; is_digit(*at); ++at) {
      if (mantissa < kMostMantissa) {
        mantissa = mantissa * 10 + (*at - '0');
        exponent += shift;
      } else if (exponent < kMostExponent) {
        exponent += shift + 1;
      }
    }
  }
};

int read_exponent(const char*& at) {
  if (*at != 'e' && *at != 'E') return 0;
  ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  int value = 0;
  for (; is_digit(*at); ++at) {
    if (value < kMostExponent) value = value * 10 + (*at - '0');
  }
  return negative ? -value : value;
}

}  // namespace

double rough_decimal(const char* text, const char** end) {
  Scan scan{text};
  const bool negative = *scan.at == '-';
  if (negative) ++scan.at;
  scan.digits(0);
  if (*scan.at == '.') {
    ++scan.at;
    scan.digits(-1);
  }
  int exponent = scan.exponent + read_exponent(scan.at);
  double value = scan.mantissa;
  for (; exponent > 0 && value > 0 && value <= kLargest; --exponent) value *= 10;
  for (; exponent < 0 && value > 0; ++exponent) value /= 10;
  *end = scan.at;
  return negative ? -value : value;
}

}  // namespace quorate::json

#include "shared/engine/fraction.hpp"

#include <numeric>

#include "shared/engine/json_object.hpp"

namespace quorate::engine {

int Fraction::compare(const Fraction& other) const {
  const Int128 left = static_cast<Int128>(num) * other.den;
  const Int128 right = static_cast<Int128>(other.num) * den;
  return left < right ? -1 : left > right ? 1 : 0;
}

Fraction reduced(Fraction fraction) {
  const std::int64_t divisor = std::gcd(fraction.num, fraction.den);
  return {fraction.num / divisor, fraction.den / divisor};
}

std::string decimal(Fraction fraction) {
  std::int64_t scale = 1;
  for (int i = 0; i < kDecimals; ++i) scale *= 10;
  const bool negative = fraction.num < 0;
  const Int128 size = negative ? -static_cast<Int128>(fraction.num) : Int128{fraction.num};
  // Rounded in units of the last decimal; twice 2^63 * 10^15 is below 2^127.
  const Int128 units =
      (2 * (size % fraction.den) * scale + fraction.den) / (2 * Int128{fraction.den});
  const std::int64_t whole =
      static_cast<std::int64_t>(size / fraction.den) + static_cast<std::int64_t>(units / scale);
  const std::int64_t rest = static_cast<std::int64_t>(units % scale);
  const std::string digits = std::to_string(rest);
  std::string text = negative && (whole != 0 || rest != 0) ? "-" : "";
  text += std::to_string(whole);
  text += '.';
  text.append(static_cast<std::size_t>(kDecimals) - digits.size(), '0');
  return text + digits;
}

json::Value to_json(Fraction fraction) {
  const Fraction lowest = reduced(fraction);
  return ObjectBuilder(3)
      .add("dec", decimal(lowest))
      .add("den", lowest.den)
      .add("num", lowest.num)
      .take();
}

}  // namespace quorate::engine

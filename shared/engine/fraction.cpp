#include "shared/engine/fraction.hpp"

#include <limits>
#include <numeric>

namespace quorate::engine {

namespace {

constexpr std::uint64_t kOneDecimal = 10;
constexpr std::uint64_t kFewDecimals = 100'000;                // five at a time
constexpr std::uint64_t kAllDecimals = 1'000'000'000'000'000;  // 15

template <class N>
int order(N left, N right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace

int Fraction::compare(const Fraction& other) const {
  // Products of 32-bit numbers fit; wider ones are slow in a browser.
  const auto narrow = [](const Fraction& fraction) {
    return fraction.den <= INT32_MAX && fraction.num <= INT32_MAX && fraction.num >= -INT32_MAX;
  };
  if (narrow(*this) && narrow(other)) return order(num * other.den, other.num * den);
  return order(static_cast<Int128>(num) * other.den, static_cast<Int128>(other.num) * den);
}

Fraction reduced(Fraction fraction) {
  const std::int64_t divisor = std::gcd(fraction.num, fraction.den);
  return {fraction.num / divisor, fraction.den / divisor};
}

std::string decimal(Fraction fraction) {
  // Long division, several decimals at a time where the denominator leaves room for them: 128-bit
  // division is slow in a browser. The largest denominator we form, 1.6e18, leaves room for one.
  const auto den = static_cast<std::uint64_t>(fraction.den);
  const bool wide = den <= std::numeric_limits<std::uint64_t>::max() / kFewDecimals;
  const std::uint64_t scale = wide ? kFewDecimals : kOneDecimal;
  const auto size = static_cast<std::uint64_t>(fraction.num < 0 ? -fraction.num : fraction.num);
  std::uint64_t whole = size / den;
  std::uint64_t rest = size % den;
  std::uint64_t decimals = 0;
  for (std::uint64_t all = 1; all < kAllDecimals; all *= scale) {
    decimals = decimals * scale + rest * scale / den;
    rest = rest * scale % den;
  }
  if (rest >= den - rest) ++decimals;  // halves away from zero
  whole += decimals / kAllDecimals;
  decimals %= kAllDecimals;
  const std::string digits = std::to_string(decimals);
  std::string text = fraction.num < 0 && (whole != 0 || decimals != 0) ? "-" : "";
  text += std::to_string(whole);
  text += '.';
  text.append(static_cast<std::size_t>(kDecimals) - digits.size(), '0');
  return text + digits;
}

}  // namespace quorate::engine

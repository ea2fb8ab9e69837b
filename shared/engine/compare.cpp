#include "shared/engine/compare.hpp"

#include "shared/engine/counts.hpp"

namespace quorate::engine {

namespace {

using Points = std::span<const std::int64_t>;

// Cut-points in thousandths.
constexpr std::int64_t kSmallFrom = 147;
constexpr std::int64_t kMediumFrom = 330;
constexpr std::int64_t kLargeFrom = 474;
constexpr std::int64_t kThousand = 1000;

std::int64_t size_of(std::int64_t number) { return number < 0 ? -number : number; }

DeltaClass classify(Fraction delta) {
  const std::int64_t size = size_of(delta.num);
  // size / den >= cut / 1000, without a product that could overflow: size is a whole number, so it
  // is compared with cut * den / 1000, rounded up.
  const auto reaches = [&](std::int64_t cut) {
    return size >=
           delta.den / kThousand * cut + (delta.den % kThousand * cut + kThousand - 1) / kThousand;
  };
  if (reaches(kLargeFrom)) return DeltaClass::large;
  if (reaches(kMediumFrom)) return DeltaClass::medium;
  return reaches(kSmallFrom) ? DeltaClass::small : DeltaClass::negligible;
}

}  // namespace

const char* name(DeltaClass size) {
  switch (size) {
    case DeltaClass::negligible:
      return "negligible";
    case DeltaClass::small:
      return "small";
    case DeltaClass::medium:
      return "medium";
    case DeltaClass::large:
      break;
  }
  return "large";
}

Comparison compare(Points a, Points b) {
  const std::int64_t n_a = sum(a);
  const std::int64_t n_b = sum(b);
  const std::int64_t pairs = n_a * n_b;
  std::int64_t above = 0;  // pairs in which a's is higher, less those in which b's is
  std::int64_t distance = 0;
  std::int64_t below_a = 0;
  std::int64_t below_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    above += a[i] * below_b - b[i] * below_a;
    below_a += a[i];
    below_b += b[i];
    distance += size_of(below_a * n_b - below_b * n_a);
  }
  Comparison result;
  result.delta = {above, pairs};
  result.superiority = {pairs + above, 2 * pairs};
  result.w1 = {distance, pairs};
  result.size = classify(result.delta);
  return result;
}

Fraction total_variation(Points a, Points b) {
  const std::int64_t n_a = sum(a);
  const std::int64_t n_b = sum(b);
  std::int64_t moved = 0;
  for (std::size_t i = 0; i < a.size(); ++i) moved += size_of(a[i] * n_b - b[i] * n_a);
  return {moved, 2 * n_a * n_b};
}

}  // namespace quorate::engine

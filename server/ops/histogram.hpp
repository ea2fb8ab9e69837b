// How often something took how long, in buckets that are set once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace quorate::ops {

// Of durations. From half a millisecond, a fast commit, to ten seconds, a disk that hangs.
class Histogram {
 public:
  static constexpr std::array<std::int64_t, 14> kUpToUs{
      500,     1'000,   2'500,   5'000,     10'000,    25'000,    50'000,
      100'000, 250'000, 500'000, 1'000'000, 2'500'000, 5'000'000, 10'000'000};

  void observe(std::int64_t us) {
    std::size_t bucket = 0;
    while (bucket < kUpToUs.size() && us > kUpToUs[bucket]) ++bucket;
    ++counts_[bucket];
    ++count_;
    sum_us_ += us;
  }

  // How many took at most kUpToUs[bucket].
  std::uint64_t up_to(std::size_t bucket) const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i <= bucket; ++i) sum += counts_[i];
    return sum;
  }
  std::uint64_t count() const { return count_; }
  std::int64_t sum_us() const { return sum_us_; }

 private:
  std::array<std::uint64_t, kUpToUs.size() + 1> counts_{};  // the last: longer than all of them
  std::uint64_t count_ = 0;
  std::int64_t sum_us_ = 0;
};

}  // namespace quorate::ops

// Budgets that refill with time, as token buckets kept in one number each: the time at which the
// bucket is full again (the generic cell rate algorithm). Synchronous; the time is given,
// monotonic.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace quorate::budgets {

struct Rate {
  std::int64_t burst;     // at once
  std::int64_t every_us;  // and another one after so long
};

constexpr Rate per_second(std::int64_t burst, std::int64_t count) {
  return {burst, 1'000'000 / count};
}
constexpr Rate per_hour(std::int64_t burst, std::int64_t count) {
  return {burst, 3'600'000'000 / count};
}

class Bucket {
 public:
  // False, and nothing spent, when there is nothing left.
  bool spend(const Rate& rate, std::int64_t now_ms) {
    if (wait_ms(rate, now_ms) > 0) return false;
    full_at_us_ = std::max(full_at_us_, now_ms * kUsPerMs) + rate.every_us;
    return true;
  }
  // How long until spend() would do; 0 for now.
  std::int64_t wait_ms(const Rate& rate, std::int64_t now_ms) const {
    const std::int64_t ready_us = full_at_us_ - (rate.burst - 1) * rate.every_us;
    const std::int64_t wait_us = ready_us - now_ms * kUsPerMs;
    return wait_us <= 0 ? 0 : (wait_us + kUsPerMs - 1) / kUsPerMs;
  }
  bool full(std::int64_t now_ms) const { return full_at_us_ <= now_ms * kUsPerMs; }

 private:
  static constexpr std::int64_t kUsPerMs = 1000;
  std::int64_t full_at_us_ = INT64_MIN / 2;  // far past: a bucket that was never used is full
};

// A bucket for each key. One that is full again says nothing and is forgotten.
template <class Key, class Hash = std::hash<Key>>
class Buckets {
 public:
  // Beyond `most` that are not full, what newcomers spend is not remembered: there is a budget
  // above this one wherever keys are easily made.
  Buckets(const Rate& rate, std::size_t most) : rate_(rate), most_(most) {}

  bool spend(const Key& key, std::int64_t now_ms) {
    const auto known = buckets_.find(key);
    if (known != buckets_.end()) return known->second.spend(rate_, now_ms);
    if (buckets_.size() >= sweep_at_) sweep(now_ms);
    if (buckets_.size() < most_) buckets_[key].spend(rate_, now_ms);
    return true;
  }
  std::int64_t wait_ms(const Key& key, std::int64_t now_ms) const {
    const auto known = buckets_.find(key);
    return known == buckets_.end() ? 0 : known->second.wait_ms(rate_, now_ms);
  }

  std::size_t size() const { return buckets_.size(); }

 private:
  static constexpr std::size_t kFirstSweep = 1024;

  // Rarely enough that it costs a spender a constant on average.
  void sweep(std::int64_t now_ms) {
    std::erase_if(buckets_, [now_ms](const auto& one) { return one.second.full(now_ms); });
    sweep_at_ = std::max(kFirstSweep, 2 * buckets_.size());
  }

  Rate rate_;
  std::size_t most_;
  std::size_t sweep_at_ = kFirstSweep;
  std::unordered_map<Key, Bucket, Hash> buckets_;
};

}  // namespace quorate::budgets

// How much may wait to be written. Internal to this folder; the executor's thread only.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "server/log/directory.hpp"
#include "server/log/log.hpp"

namespace quorate::log {

// What one write takes of the allowance.
struct Cost {
  std::size_t records = 0;
  std::size_t bytes = 0;
};

inline Cost cost_of(const std::vector<Record>& batch) {
  Cost cost{batch.size(), 0};
  for (const Record& record : batch) cost.bytes += size_of(record);
  return cost;
}

inline Cost cost_of(const WorkshopEntry& entry) {
  return {1, entry.workshop.size() + entry.code.size() + entry.key.size() +
                 entry.facilitator_hash.size() + entry.cofacilitator_hash.size() +
                 entry.wall_hash.size() + entry.recovery_hash.size()};
}

class Allowance {
 public:
  explicit Allowance(Limits limits) : limits_(limits) {}

  // Nothing when the batch may wait; it then counts until give_back().
  std::optional<Failure> take(const std::vector<Record>& batch) {
    for (const Record& record : batch) {
      if (size_of(record) > limits_.record_bytes) return Failure::too_large;
    }
    return take(cost_of(batch));
  }

  std::optional<Failure> take(Cost cost) {
    if (cost.records > limits_.batch_records || cost.bytes > limits_.batch_bytes) {
      return Failure::too_large;
    }
    // An empty store takes any batch within the limits, or a small allowance would refuse for ever.
    const bool idle = waiting_.records == 0;
    if (!idle && (waiting_.records + cost.records > limits_.waiting_records ||
                  waiting_.bytes + cost.bytes > limits_.waiting_bytes)) {
      return Failure::busy;
    }
    waiting_.records += cost.records;
    waiting_.bytes += cost.bytes;
    return std::nullopt;
  }

  void give_back(Cost cost) {
    waiting_.records -= cost.records;
    waiting_.bytes -= cost.bytes;
  }

 private:
  Limits limits_;
  Cost waiting_;
};

}  // namespace quorate::log

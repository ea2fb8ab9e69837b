// The log and the directory in memory: for tests and simulations. No thread, no clock: everything
// completes through the given executor, in the order of the calls.
#pragma once

#include <memory>

#include "server/log/directory.hpp"
#include "server/log/log.hpp"

namespace quorate::log {

// What a disk would hold. Logs opened one after the other on one of these see what was stored,
// like a server that was started again.
struct MemoryDisk;
std::shared_ptr<MemoryDisk> make_memory_disk();

// What a test wants to go wrong. Change it at any time on the executor's thread.
struct MemoryFaults {
  int fail_next = 0;                  // this many of the next writes fail ...
  Failure failure = Failure::failed;  // ... with this
  bool fail_reads = false;            // subscriptions cannot read what is stored
  bool hold = false;                  // writes wait; MemoryStore::release() lets them go on
  bool store_at_once = false;         // stored within the call, though acknowledged later: what a
                                      // crash between commit and acknowledgement leaves
};

class MemoryStore {
 public:
  explicit MemoryStore(Executor executor, std::shared_ptr<MemoryDisk> disk = make_memory_disk(),
                       Limits limits = {});
  ~MemoryStore();
  MemoryStore(const MemoryStore&) = delete;
  MemoryStore& operator=(const MemoryStore&) = delete;

  Log& log();
  Directory& directory();
  MemoryFaults& faults();
  // Lets the writes go on that were held, in their order, and stops holding.
  void release();

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace quorate::log

// Memory that is not to be had: what every allocation may come to, in the core as well as around
// it.
#pragma once

namespace quorate::room {

// While it lives, the n-th allocation of this thread fails, once. One at a time.
class ScarceMemory {
 public:
  explicit ScarceMemory(int nth);
  ~ScarceMemory();
  ScarceMemory(const ScarceMemory&) = delete;
  ScarceMemory& operator=(const ScarceMemory&) = delete;
  static bool ran_out();
};

}  // namespace quorate::room

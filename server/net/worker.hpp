// A thread for what takes long, so that the loop does not wait for it.
#pragma once

#include <functional>
#include <memory>

#include "server/net/loop.hpp"

namespace quorate::net {

class Worker {
 public:
  static constexpr std::size_t kWaiting = 8;

  // `loop` outlives this.
  explicit Worker(Loop& loop);
  // Finishes what it is doing, drops the rest.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs `work` on the thread and then, on the loop's, what it returned; or `failed`, when it
  // threw, and that is logged. One after the other. False when kWaiting are waiting already.
  bool run(std::function<std::function<void()>()> work, std::function<void()> failed);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quorate::net

// Which timers are set, so that one is cancelled only when it runs and a late one is known as such.
#pragma once

#include <array>
#include <cstdint>

#include "client-wasm/actions.hpp"

namespace quorate::client {

class Timers {
 public:
  void set(Timer timer, std::int64_t ms, Actions& out);
  void cancel(Timer timer, Actions& out);
  // The driver says that it ran out. False when it had been cancelled meanwhile.
  bool ran_out(Timer timer);
  bool running(Timer timer) const { return running_[static_cast<std::size_t>(timer)]; }

 private:
  std::array<bool, kTimers> running_{};
};

}  // namespace quorate::client

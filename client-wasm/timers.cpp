#include "client-wasm/timers.hpp"

namespace quorate::client {

std::string_view name(Timer timer) {
  switch (timer) {
    case Timer::retry:
      return "retry";
    case Timer::welcome:
      return "welcome";
    case Timer::ping:
      return "ping";
    case Timer::pong:
      return "pong";
    case Timer::grace:
      return "grace";
    case Timer::back:
      return "back";
    case Timer::again:
      return "again";
  }
  return "";
}

void Timers::set(Timer timer, std::int64_t ms, Actions& out) {
  running_[static_cast<std::size_t>(timer)] = true;
  out.push_back(SetTimer{timer, ms});
}

void Timers::cancel(Timer timer, Actions& out) {
  if (!running(timer)) return;
  running_[static_cast<std::size_t>(timer)] = false;
  out.push_back(CancelTimer{timer});
}

bool Timers::ran_out(Timer timer) {
  const bool was_running = running(timer);
  running_[static_cast<std::size_t>(timer)] = false;
  return was_running;
}

}  // namespace quorate::client

// One thread's event loop and its timers. Everything in this folder runs on one of these; the code
// around it needs no header of the library behind it.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <vector>

namespace quorate::net {

class Loop {
 public:
  Loop();
  ~Loop();  // drops what is still queued, uncalled
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  // Runs what is posted and what sockets and timers report, until stop(). Called by one thread; may
  // be called again afterwards. Throws what a function that it ran threw, and what fail() was told.
  void run();
  // Makes run() return soon. From any thread.
  void stop();
  // Makes run() throw this soon; of several, the first. For code that may be running inside of a
  // connection, where an exception would end that connection alone. On the loop's thread.
  void fail(std::exception_ptr error);
  // Runs `function` later, in order, on the loop's thread, never within this call. From any thread.
  void post(std::function<void()> function);
  // Calls `arrived` for each of these signals that the process gets from now on, instead of what
  // the signal would do. May be called once.
  void on_signals(const std::vector<int>& signals, std::function<void(int)> arrived);

  // A monotonic clock, in milliseconds.
  static std::int64_t steady_ms();
  // Milliseconds since 1970, UTC.
  static std::int64_t wall_ms();

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// Runs one function once, at a time. Setting it again replaces what was set before. To be used on
// the loop's thread (or before it runs); ended by its destructor.
class Timer {
 public:
  explicit Timer(Loop& loop);
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  // `at_steady_ms` as Loop::steady_ms(); a time past means soon, never within this call.
  void at(std::int64_t at_steady_ms, std::function<void()> function);
  void after(std::int64_t ms, std::function<void()> function);
  void cancel();

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace quorate::net

#include "server/net/loop.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <utility>

#include "server/net/loop_impl.hpp"

namespace quorate::net {

namespace asio = boost::asio;

void Loop::Impl::wait_for_signal() {
  signals->async_wait([this](const boost::system::error_code& error, int signal) {
    if (error) return;
    on_signal(signal);
    wait_for_signal();
  });
}

Loop::Loop() : impl_(std::make_unique<Impl>()) {}
Loop::~Loop() = default;

void Loop::run() {
  impl_->io.restart();
  const auto stay = asio::make_work_guard(impl_->io);
  impl_->io.run();
  if (const auto failure = std::exchange(impl_->failure, nullptr)) std::rethrow_exception(failure);
}

void Loop::stop() { impl_->io.stop(); }

void Loop::fail(std::exception_ptr error) {
  if (!impl_->failure) impl_->failure = std::move(error);
  stop();
}

void Loop::post(std::function<void()> function) { asio::post(impl_->io, std::move(function)); }

void Loop::on_signals(const std::vector<int>& signals, std::function<void(int)> arrived) {
  impl_->signals.emplace(impl_->io);
  for (const int signal : signals) impl_->signals->add(signal);
  impl_->on_signal = std::move(arrived);
  impl_->wait_for_signal();
}

std::int64_t Loop::steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::int64_t Loop::wall_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Kept alive by the handler that waits: the timer's owner may end it from within the function.
struct Timer::Impl {
  explicit Impl(asio::io_context& io) : timer(io) {}
  asio::steady_timer timer;
  std::uint64_t setting = 0;  // tells an expiry that was already on its way from the one set since
};

Timer::Timer(Loop& loop) : impl_(std::make_shared<Impl>(loop.impl().io)) {}
Timer::~Timer() { cancel(); }

void Timer::at(std::int64_t at_steady_ms, std::function<void()> function) {
  using Clock = std::chrono::steady_clock;
  const std::uint64_t setting = ++impl_->setting;
  impl_->timer.expires_at(Clock::time_point(std::chrono::milliseconds(at_steady_ms)));
  impl_->timer.async_wait(
      [impl = impl_, setting, function = std::move(function)](const boost::system::error_code&) {
        if (impl->setting == setting) function();
      });
}

void Timer::after(std::int64_t ms, std::function<void()> function) {
  // Rounded up: a timer never runs out early.
  at(Loop::steady_ms() + 1 + ms, std::move(function));
}

void Timer::cancel() {
  ++impl_->setting;
  impl_->timer.cancel();
}

}  // namespace quorate::net

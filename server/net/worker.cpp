#include "server/net/worker.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace quorate::net {

struct Worker::Impl {
  explicit Impl(Loop& owner) : loop(owner), thread([this] { work(); }) {}
  ~Impl() {
    {
      const std::lock_guard lock(mutex);
      ending = true;
    }
    changed.notify_one();
    thread.join();
  }

  void work() {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [this] { return ending || !waiting.empty(); });
      if (ending) return;
      const auto next = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      loop.post(next());
      lock.lock();
    }
  }

  Loop& loop;
  std::mutex mutex;  // of the three below
  std::condition_variable changed;
  std::deque<std::function<std::function<void()>()>> waiting;
  bool ending = false;
  std::thread thread;  // last: it uses all the others
};

Worker::Worker(Loop& loop) : impl_(std::make_unique<Impl>(loop)) {}
Worker::~Worker() = default;

bool Worker::run(std::function<std::function<void()>()> work) {
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->waiting.size() >= kWaiting) return false;
    impl_->waiting.push_back(std::move(work));
  }
  impl_->changed.notify_one();
  return true;
}

}  // namespace quorate::net

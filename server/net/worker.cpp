#include "server/net/worker.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace quorate::net {

struct Worker::Impl {
  struct Job {
    std::function<std::function<void()>()> work;
    std::function<void()> failed;
  };

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
      Job next = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      loop.post(finish(std::move(next)));
      lock.lock();
    }
  }

  // No exception ends the thread: somebody waits for this, and others behind it. The job is gone
  // before the loop goes on, so that what it holds of the loop's is not ended on this thread.
  static std::function<void()> finish(Job job) {
    try {
      return job.work();
    } catch (const std::exception& error) {
      spdlog::error("work beside the loop failed: {}", error.what());
    } catch (...) {
      spdlog::error("work beside the loop failed");
    }
    return std::move(job.failed);
  }

  Loop& loop;
  std::mutex mutex;  // of the three below
  std::condition_variable changed;
  std::deque<Job> waiting;
  bool ending = false;
  std::thread thread;  // last: it uses all the others
};

Worker::Worker(Loop& loop) : impl_(std::make_unique<Impl>(loop)) {}
Worker::~Worker() = default;

bool Worker::run(std::function<std::function<void()>()> work, std::function<void()> failed) {
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->waiting.size() >= kWaiting) return false;
    impl_->waiting.push_back({std::move(work), std::move(failed)});
  }
  impl_->changed.notify_one();
  return true;
}

}  // namespace quorate::net

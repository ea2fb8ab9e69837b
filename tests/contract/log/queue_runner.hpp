// The executor of these tests: a queue that the test's own thread works off, so that the test is
// the thread that owns the rooms. Posting is safe from any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "server/log/log.hpp"

namespace quorate::log::test {

class QueueRunner {
 public:
  QueueRunner() = default;
  QueueRunner(const QueueRunner&) = delete;
  QueueRunner& operator=(const QueueRunner&) = delete;
  // What was not run is dropped. (Tasks hold stores and stores hold executors: nothing else would
  // let go of them.)
  ~QueueRunner() {
    std::deque<std::function<void()>> dropped;  // destroyed after the lock is given back
    const std::lock_guard lock(queue_->mutex);
    dropped.swap(queue_->tasks);
    queue_->closed = true;
  }

  Executor executor() {
    return [queue = queue_](std::function<void()> task) {
      const std::lock_guard lock(queue->mutex);
      if (queue->closed) return;
      queue->tasks.push_back(std::move(task));
      queue->posted.notify_one();
    };
  }

  // Runs what is posted until the condition holds, which is looked at after each task. False when
  // that did not happen within the deadline.
  bool run_until(const std::function<bool()>& condition,
                 std::chrono::milliseconds deadline = std::chrono::seconds(30)) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!condition()) {
      std::function<void()> task;
      {
        std::unique_lock lock(queue_->mutex);
        if (!queue_->posted.wait_until(lock, end, [this] { return !queue_->tasks.empty(); })) {
          return false;
        }
        task = std::move(queue_->tasks.front());
        queue_->tasks.pop_front();
      }
      task();
    }
    return true;
  }

  // Runs what has been posted and what that posts, without waiting for anything.
  std::size_t run_ready() {
    std::size_t count = 0;
    while (run_one()) ++count;
    return count;
  }

 private:
  bool run_one() {
    std::function<void()> task;
    {
      const std::lock_guard lock(queue_->mutex);
      if (queue_->tasks.empty()) return false;
      task = std::move(queue_->tasks.front());
      queue_->tasks.pop_front();
    }
    task();
    return true;
  }

  struct Queue {
    std::mutex mutex;
    std::condition_variable posted;
    std::deque<std::function<void()>> tasks;
    bool closed = false;
  };
  // Shared with the executors handed out, which may outlive the runner.
  std::shared_ptr<Queue> queue_ = std::make_shared<Queue>();
};

}  // namespace quorate::log::test

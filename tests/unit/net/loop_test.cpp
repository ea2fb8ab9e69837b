#include "server/net/loop.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

#include "server/net/worker.hpp"

namespace quorate::net {
namespace {

TEST(Loop, RunsWhatIsPostedInOrder) {
  Loop loop;
  std::vector<int> seen;
  loop.post([&] { seen.push_back(1); });
  loop.post([&] {
    loop.post([&] { loop.stop(); });
    seen.push_back(2);
  });
  EXPECT_TRUE(seen.empty());
  loop.run();
  EXPECT_EQ(seen, (std::vector{1, 2}));
}

TEST(Loop, TakesWorkFromOtherThreads) {
  Loop loop;
  int seen = 0;
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) loop.post([&] { ++seen; });
    loop.post([&] { loop.stop(); });
  });
  loop.run();
  other.join();
  EXPECT_EQ(seen, 100);
}

TEST(Timer, RunsOnceAndNotBeforeItsTime) {
  Loop loop;
  Timer timer(loop);
  const std::int64_t start = Loop::steady_ms();
  timer.after(20, [&] { loop.stop(); });
  loop.run();
  EXPECT_GE(Loop::steady_ms() - start, 20);
}

TEST(Timer, RunsOnlyWhatWasSetLast) {
  Loop loop;
  Timer timer(loop);
  std::vector<int> seen;
  timer.after(0, [&] { seen.push_back(1); });
  timer.after(1, [&] {
    seen.push_back(2);
    loop.stop();
  });
  loop.run();
  EXPECT_EQ(seen, std::vector{2});
}

TEST(Timer, IsSilentOnceCancelledOrDestroyed) {
  Loop loop;
  bool rang = false;
  Timer cancelled(loop);
  cancelled.after(0, [&] { rang = true; });
  cancelled.cancel();
  auto destroyed = std::make_unique<Timer>(loop);
  destroyed->after(0, [&] { rang = true; });
  destroyed.reset();
  Timer last(loop);
  last.after(5, [&] { loop.stop(); });
  loop.run();
  EXPECT_FALSE(rang);
}

TEST(Timer, MayBeDestroyedByItsOwnFunction) {
  Loop loop;
  auto timer = std::make_unique<Timer>(loop);
  bool rang = false;
  timer->after(0, [&] {
    timer.reset();
    rang = true;
    loop.stop();
  });
  loop.run();
  EXPECT_TRUE(rang);
}

TEST(Worker, ReturnsItsResultsToTheLoopInOrder) {
  Loop loop;
  Worker worker(loop);
  std::vector<int> seen;
  const auto home = std::this_thread::get_id();
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(worker.run([&, i] {
      const bool away = std::this_thread::get_id() != home;
      return [&, i, away] {
        EXPECT_TRUE(away);
        EXPECT_EQ(std::this_thread::get_id(), home);
        seen.push_back(i);
        if (i == 2) loop.stop();
      };
    }));
  }
  loop.run();
  EXPECT_EQ(seen, (std::vector{0, 1, 2}));
}

}  // namespace
}  // namespace quorate::net

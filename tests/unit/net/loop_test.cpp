#include "server/net/loop.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
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

TEST(Loop, EndsItsRunWithWhatAFunctionThrew) {
  Loop loop;
  bool later = false;
  loop.post([] { throw std::runtime_error("a bug"); });
  loop.post([&] { later = true; });
  EXPECT_THROW(loop.run(), std::runtime_error);
  EXPECT_FALSE(later);
}

TEST(Loop, EndsItsRunWithTheFirstErrorThatItWasTold) {
  Loop loop;
  bool later = false;
  loop.post([&] {
    loop.fail(std::make_exception_ptr(std::string("first")));
    loop.fail(std::make_exception_ptr(std::string("second")));
  });
  loop.post([&] { later = true; });
  try {
    loop.run();
    FAIL() << "it went on";
  } catch (const std::string& error) {
    EXPECT_EQ(error, "first");
  }
  EXPECT_FALSE(later);
  loop.post([&] { loop.stop(); });
  EXPECT_NO_THROW(loop.run()) << "an error ends one run";
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
    ASSERT_TRUE(worker.run(
        [&, i] {
          const bool away = std::this_thread::get_id() != home;
          return [&, i, away] {
            EXPECT_TRUE(away);
            EXPECT_EQ(std::this_thread::get_id(), home);
            seen.push_back(i);
            if (i == 2) loop.stop();
          };
        },
        [] { ADD_FAILURE() << "nothing failed"; }));
  }
  loop.run();
  EXPECT_EQ(seen, (std::vector{0, 1, 2}));
}

TEST(Worker, TellsWhoWaitsThatItsWorkFailedAndGoesOn) {
  Loop loop;
  Worker worker(loop);
  std::vector<std::string> seen;
  const auto home = std::this_thread::get_id();
  using Result = std::function<void()>;
  const auto failed = [&](const char* which) {
    return [&, which] {
      EXPECT_EQ(std::this_thread::get_id(), home);
      seen.emplace_back(which);
    };
  };
  ASSERT_TRUE(worker.run([]() -> Result { throw std::bad_alloc(); }, failed("no memory")));
  ASSERT_TRUE(worker.run([]() -> Result { throw 7; }, failed("no exception of std")));
  ASSERT_TRUE(worker.run(
      [&]() -> Result {
        return [&] {
          seen.emplace_back("done");
          loop.stop();
        };
      },
      failed("never")));
  loop.run();
  EXPECT_EQ(seen, (std::vector<std::string>{"no memory", "no exception of std", "done"}));
}

}  // namespace
}  // namespace quorate::net

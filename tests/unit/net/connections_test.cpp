#include "server/net/connections.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

namespace quorate::net {
namespace {

// What is logged while this is there.
class Logged {
 public:
  Logged() {
    spdlog::set_default_logger(std::make_shared<spdlog::logger>(
        "test", std::make_shared<spdlog::sinks::ostream_sink_st>(text_)));
  }
  ~Logged() { spdlog::set_default_logger(before_); }
  Logged(const Logged&) = delete;
  Logged& operator=(const Logged&) = delete;

  std::ptrdiff_t lines() const { return std::ranges::count(text_.str(), '\n'); }

 private:
  const std::shared_ptr<spdlog::logger> before_ = spdlog::default_logger();
  std::ostringstream text_;
};

TEST(Connections, AreReportedInFewLinesAndNothingComesThrough) {
  Loop loop;
  Connections connections(loop, 10, {1, 1}, [](budgets::Budget) {});
  const Logged logged;
  EXPECT_NO_THROW(connections.report_end(nullptr));
  EXPECT_EQ(logged.lines(), 0) << "it ended well";
  EXPECT_NO_THROW(connections.report_end(std::make_exception_ptr(std::runtime_error("a bug"))));
  EXPECT_NO_THROW(connections.report_end(std::make_exception_ptr(7)));
  EXPECT_EQ(logged.lines(), 2);
  for (int i = 0; i < 1'000; ++i) connections.report_none("Too many open files");
  EXPECT_GE(logged.lines(), 10);
  EXPECT_LT(logged.lines(), 100);
}

}  // namespace
}  // namespace quorate::net

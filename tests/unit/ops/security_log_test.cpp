#include "server/ops/security_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quorate::ops {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

class SecurityLogLines : public testing::Test {
 protected:
  void note(std::int64_t now_ms, SecurityEvent event, int times = 1) {
    for (int i = 0; i < times; ++i) log_->note(now_ms, event);
  }

  std::vector<std::string> lines_;
  std::unique_ptr<SecurityLog> log_ =
      std::make_unique<SecurityLog>([this](const std::string& line) { lines_.push_back(line); });
};

TEST_F(SecurityLogLines, NameTheEvent) {
  note(0, SecurityEvent::wrong_token);
  note(0, SecurityEvent::handed_over);
  EXPECT_THAT(lines_, ElementsAre("security event=wrong_token", "security event=handed_over"));
}

TEST_F(SecurityLogLines, HaveANameOfItsOwnForEachKind) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kSecurityEvents; ++i) {
    names.insert(name(static_cast<SecurityEvent>(i)));
  }
  EXPECT_THAT(names, SizeIs(kSecurityEvents));
  EXPECT_FALSE(names.contains(""));
}

TEST_F(SecurityLogLines, OfOneKindAreFewInAPeriodAndTheOthersAreCounted) {
  note(5, SecurityEvent::wrong_token, SecurityLog::kLines + 25);
  EXPECT_THAT(lines_, SizeIs(SecurityLog::kLines));
  EXPECT_THAT(lines_, Each("security event=wrong_token"));
  note(5, SecurityEvent::guessing);
  EXPECT_EQ(lines_.back(), "security event=guessing") << "another kind is not held back";
  lines_.clear();
  note(5 + SecurityLog::kPeriodMs - 1, SecurityEvent::wrong_token);
  EXPECT_THAT(lines_, SizeIs(0));
  note(5 + SecurityLog::kPeriodMs, SecurityEvent::wrong_token);
  EXPECT_THAT(lines_,
              ElementsAre("security held_back=26 event=wrong_token", "security event=wrong_token"));
}

TEST_F(SecurityLogLines, NameTheBudgetThatWasMetAndHoldBackEachForItself) {
  for (int i = 0; i < SecurityLog::kLines + 2; ++i) log_->note(0, budgets::Budget::pings);
  EXPECT_THAT(lines_, SizeIs(SecurityLog::kLines));
  EXPECT_THAT(lines_, Each("security event=budget_met budget=pings"));
  log_->note(0, budgets::Budget::unsent_of_an_address);
  EXPECT_EQ(lines_.back(), "security event=budget_met budget=unsent_of_an_address");
  lines_.clear();
  log_.reset();
  EXPECT_THAT(lines_, ElementsAre("security held_back=2 event=budget_met budget=pings"));
}

TEST_F(SecurityLogLines, AreCountedWhetherTheyWereHeldBackOrNot) {
  note(0, SecurityEvent::wrong_token, SecurityLog::kLines + 7);
  log_->note(0, budgets::Budget::joins);
  EXPECT_EQ(log_->count(SecurityEvent::wrong_token), SecurityLog::kLines + 7u);
  EXPECT_EQ(log_->count(budgets::Budget::joins), 1u);
  EXPECT_EQ(log_->count(budgets::Budget::pings), 0u);
}

TEST_F(SecurityLogLines, HeldBackAreSaidAtTheEnd) {
  note(0, SecurityEvent::wrong_token, SecurityLog::kLines + 3);
  note(0, SecurityEvent::recovered);
  lines_.clear();
  log_.reset();
  EXPECT_THAT(lines_, ElementsAre("security held_back=3 event=wrong_token"));
}

}  // namespace
}  // namespace quorate::ops

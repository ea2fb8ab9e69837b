#include "server/ops/security_log.hpp"

#include <utility>

namespace quorate::ops {

namespace {

constexpr std::array<std::string_view, kSecurityEvents> kNames{
    "wrong_token", "wrong_create_key", "wrong_recovery", "guessing",
    "recovered",   "handed_over",      "code_changed"};

}  // namespace

std::string_view name(SecurityEvent event) { return kNames.at(static_cast<std::size_t>(event)); }

SecurityLog::SecurityLog(Write write) : write_(std::move(write)) {}

SecurityLog::~SecurityLog() {
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    tell_held_back(static_cast<SecurityEvent>(i), periods_[i]);
  }
}

void SecurityLog::note(std::int64_t now_ms, SecurityEvent event) {
  Period& period = periods_.at(static_cast<std::size_t>(event));
  if (period.until_ms <= now_ms) {
    tell_held_back(event, period);
    period = {now_ms + kPeriodMs, 0, 0};
  }
  if (period.lines == kLines) {
    ++period.held_back;
    return;
  }
  ++period.lines;
  write_("security event=" + std::string(name(event)));
}

void SecurityLog::tell_held_back(SecurityEvent event, Period& period) {
  if (period.held_back == 0) return;
  write_("security held_back=" + std::to_string(period.held_back) +
         " event=" + std::string(name(event)));
}

}  // namespace quorate::ops

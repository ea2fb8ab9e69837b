#include "server/ops/security_log.hpp"

#include <utility>

namespace quorate::ops {

namespace {

constexpr std::array<std::string_view, kSecurityEvents> kNames{
    "wrong_token",         "wrong_create_key", "wrong_recovery",  "guessing",
    "recovered",           "handed_over",      "code_changed",    "storage_failed",
    "storage_works_again", "write_refused",    "data_unreadable", "room_failed"};

std::size_t kind_of(SecurityEvent event) { return static_cast<std::size_t>(event); }
std::size_t kind_of(budgets::Budget budget) {
  return kSecurityEvents + static_cast<std::size_t>(budget);
}

std::string described(std::size_t kind) {
  if (kind < kSecurityEvents) return "event=" + std::string(kNames[kind]);
  return "event=budget_met budget=" + std::string(budgets::kBudgetNames[kind - kSecurityEvents]);
}

}  // namespace

std::string_view name(SecurityEvent event) { return kNames.at(kind_of(event)); }

SecurityLog::SecurityLog(Write write) : write_(std::move(write)) {}

SecurityLog::~SecurityLog() {
  for (std::size_t kind = 0; kind < kinds_.size(); ++kind) tell_held_back(kind);
}

void SecurityLog::note(std::int64_t now_ms, SecurityEvent event) { note(now_ms, kind_of(event)); }

void SecurityLog::note(std::int64_t now_ms, budgets::Budget budget) {
  note(now_ms, kind_of(budget));
}

std::uint64_t SecurityLog::count(SecurityEvent event) const {
  return kinds_.at(kind_of(event)).count;
}

std::uint64_t SecurityLog::count(budgets::Budget budget) const {
  return kinds_.at(kind_of(budget)).count;
}

void SecurityLog::note(std::int64_t now_ms, std::size_t kind) {
  Kind& noted = kinds_.at(kind);
  ++noted.count;
  if (noted.until_ms <= now_ms) {
    tell_held_back(kind);
    noted.until_ms = now_ms + kPeriodMs;
    noted.lines = 0;
    noted.held_back = 0;
  }
  if (noted.lines == kLines) {
    ++noted.held_back;
    return;
  }
  ++noted.lines;
  write_("security " + described(kind));
}

void SecurityLog::tell_held_back(std::size_t kind) {
  const std::uint64_t held_back = kinds_.at(kind).held_back;
  if (held_back == 0) return;
  write_("security held_back=" + std::to_string(held_back) + " " + described(kind));
}

}  // namespace quorate::ops

// What an operator is told of attacks, of acts that change who may do what, and of what is wrong
// with the data: a line each, and few of each kind, so that nobody can fill the log. No line holds
// an address, a token, a code or a name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "server/budgets/budget.hpp"

namespace quorate::ops {

enum class SecurityEvent {
  wrong_token,          // a link's token that is none of the workshop's
  wrong_create_key,     // somebody wanted to make a workshop with a key that is not the server's
  wrong_recovery,       // a code and a recovery code that do not belong together
  guessing,             // so many wrong ones from one address that answers to it are slowed
  recovered,            // the facilitator's link was made anew with the recovery code
  handed_over,          // a role was given a new link in place of the old one
  code_changed,         // a workshop has another join code
  storage_failed,       // nothing can be written: everybody is read-only
  storage_works_again,  // what is sent is written again
  write_refused,        // one write was left out, the others are stored
  data_unreadable,      // stored data cannot be read: damaged, or the disk is
  room_failed,          // a workshop is out of service for a while: its records cannot be followed
};
inline constexpr std::size_t kSecurityEvents = 12;

// "wrong_token"
std::string_view name(SecurityEvent event);

class SecurityLog {
 public:
  static constexpr int kLines = 10;  // of one kind in a period; the rest is counted
  static constexpr std::int64_t kPeriodMs = 60'000;

  // Takes one line at a time, without a line break; called from within note() and the destructor.
  using Write = std::function<void(const std::string& line)>;

  explicit SecurityLog(Write write);
  // Says how many lines were held back and not told of yet.
  ~SecurityLog();
  SecurityLog(const SecurityLog&) = delete;
  SecurityLog& operator=(const SecurityLog&) = delete;

  // Writes "security event=wrong_token", after "security held_back=12 event=wrong_token" where a
  // period before had more than its lines. `now_ms` does not go backwards.
  void note(std::int64_t now_ms, SecurityEvent event);
  // Somebody met it: "security event=budget_met budget=pings", likewise, each budget for itself.
  void note(std::int64_t now_ms, budgets::Budget budget);

  // How often it was noted, with those that were held back.
  std::uint64_t count(SecurityEvent event) const;
  std::uint64_t count(budgets::Budget budget) const;

 private:
  struct Kind {
    std::uint64_t count = 0;
    std::int64_t until_ms = 0;  // of the period
    int lines = 0;
    std::uint64_t held_back = 0;
  };

  void note(std::int64_t now_ms, std::size_t kind);
  void tell_held_back(std::size_t kind);

  Write write_;
  std::array<Kind, kSecurityEvents + budgets::kBudgets> kinds_{};  // the events, then the budgets
};

}  // namespace quorate::ops

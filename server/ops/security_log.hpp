// What an operator is told of attacks, and of acts that change who may do what: a line each, and
// few of each kind, so that nobody can fill the log. No line holds an address, a token, a code or a
// name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace quorate::ops {

enum class SecurityEvent {
  wrong_token,       // a link's token that is none of the workshop's
  wrong_create_key,  // somebody wanted to make a workshop with a key that is not the server's
  wrong_recovery,    // a code and a recovery code that do not belong together
  guessing,          // so many wrong ones from one address that answers to it are slowed
  recovered,         // the facilitator's link was made anew with the recovery code
  handed_over,       // a role was given a new link in place of the old one
  code_changed,      // a workshop has another join code
};
inline constexpr std::size_t kSecurityEvents = 7;

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

 private:
  struct Period {
    std::int64_t until_ms = 0;
    int lines = 0;
    std::uint64_t held_back = 0;
  };

  void tell_held_back(SecurityEvent event, Period& period);

  Write write_;
  std::array<Period, kSecurityEvents> periods_{};
};

}  // namespace quorate::ops

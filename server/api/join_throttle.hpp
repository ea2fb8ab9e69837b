// Slows down the guessing of join codes (PROTOCOL.md P1.1) without ever shutting out a hall full of
// people behind one address. Synchronous; the time is given.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace quorate::api {

class JoinThrottle {
 public:
  static constexpr std::size_t kFailures = 20;  // in kWindowMs; after these an address is slowed
  static constexpr std::int64_t kWindowMs = 60'000;
  static constexpr std::int64_t kDelayMs = 2'000;
  static constexpr std::size_t kAtATime = 8;
  static constexpr std::size_t kAddresses = 64 * 1024;  // remembered; the oldest is forgotten first

  // When the response to a join from `address` may be given: now, or later for an address that is
  // slowed. To be called before failed() of the same join. Times are monotonic milliseconds.
  std::int64_t respond_at(const std::string& address, std::int64_t now_ms);
  // The join named no workshop.
  void failed(const std::string& address, std::int64_t now_ms);

  std::size_t addresses() const { return entries_.size(); }

 private:
  struct Entry {
    std::deque<std::int64_t> failures;             // the last kFailures, oldest first
    std::array<std::int64_t, kAtATime> busy_to{};  // when each of the slots is free again
    std::int64_t last_ms = 0;                      // of the last failure
  };
  void make_room(std::int64_t now_ms);

  std::map<std::string, Entry> entries_;
};

// What counts as one address: all of an IPv4 one, the network (the first 64 bits) of an IPv6 one.
// Behind a proxy of ours it is the last one in `forwarded` (X-Forwarded-For), if there is one.
std::string throttle_key(const std::string& remote, std::string_view forwarded, bool behind_proxy);

}  // namespace quorate::api

#include "server/api/join_throttle.hpp"

#include <algorithm>

#include "server/net/http/ascii.hpp"

namespace quorate::api {

std::int64_t JoinThrottle::respond_at(const std::string& address, std::int64_t now_ms) {
  const auto found = entries_.find(address);
  if (found == entries_.end()) return now_ms;
  Entry& entry = found->second;
  const bool slowed =
      entry.failures.size() == kFailures && entry.failures.front() > now_ms - kWindowMs;
  if (!slowed) return now_ms;
  std::int64_t& slot = *std::min_element(entry.busy_to.begin(), entry.busy_to.end());
  slot = std::max(slot, now_ms) + kDelayMs;
  return slot;
}

void JoinThrottle::failed(const std::string& address, std::int64_t now_ms) {
  auto found = entries_.find(address);
  if (found == entries_.end()) {
    make_room(now_ms);
    found = entries_.emplace(address, Entry{}).first;
  }
  Entry& entry = found->second;
  entry.last_ms = now_ms;
  entry.failures.push_back(now_ms);
  if (entry.failures.size() > kFailures) entry.failures.pop_front();
}

void JoinThrottle::make_room(std::int64_t now_ms) {
  if (entries_.size() < kAddresses) return;
  std::erase_if(entries_,
                [&](const auto& item) { return item.second.last_ms <= now_ms - kWindowMs; });
  if (entries_.size() < kAddresses) return;
  entries_.erase(std::min_element(
      entries_.begin(), entries_.end(),
      [](const auto& a, const auto& b) { return a.second.last_ms < b.second.last_ms; }));
}

std::string throttle_key(const std::string& remote, std::string_view forwarded, bool behind_proxy) {
  constexpr std::size_t kMostAddress = 45;  // the longest text of an IPv6 address
  constexpr int kNetworkGroups = 4;         // of 16 bits
  std::string address = remote;
  if (behind_proxy && !forwarded.empty()) {
    const std::size_t comma = forwarded.rfind(',');
    const std::string_view last =
        net::trim(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    address = std::string(last.substr(0, kMostAddress));
  }
  const bool mapped = address.find('.') != std::string::npos;
  std::size_t end = 0;
  for (int group = 0; group < kNetworkGroups && !mapped; ++group) {
    const std::size_t colon = address.find(':', end);
    if (colon == std::string::npos) return address;
    end = colon + 1;
    if (end < address.size() && address[end] == ':') break;  // zeros from here on
  }
  return mapped ? address : address.substr(0, end);
}

}  // namespace quorate::api

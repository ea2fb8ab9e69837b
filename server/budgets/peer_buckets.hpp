// A bucket for each address, and for each wider network, which has kNetworkShare times as much.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "server/budgets/address.hpp"
#include "server/budgets/bucket.hpp"
#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

class PeerBuckets {
 public:
  explicit PeerBuckets(const Rate& rate)
      : own_(rate, kRemembered),
        wide_({rate.burst * kNetworkShare, rate.every_us / kNetworkShare}, kRemembered) {}

  // False, and nothing spent, when there is nothing left.
  bool spend(const Peer& peer, std::int64_t now_ms) {
    if (wait_ms(peer, now_ms) > 0) return false;
    own_.spend(peer.own, now_ms);
    if (peer.wide) wide_.spend(*peer.wide, now_ms);
    return true;
  }
  // How long until spend() would do; 0 for now.
  std::int64_t wait_ms(const Peer& peer, std::int64_t now_ms) const {
    const std::int64_t own = own_.wait_ms(peer.own, now_ms);
    return peer.wide ? std::max(own, wide_.wait_ms(*peer.wide, now_ms)) : own;
  }

 private:
  Buckets<Network, NetworkHash> own_;
  Buckets<Network, NetworkHash> wide_;
};

}  // namespace quorate::budgets

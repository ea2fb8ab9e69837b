// Who holds the places that there are for connections, by address.
// Synchronous, and nothing here looks at every address or every holder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "server/budgets/address.hpp"

namespace quorate::budgets {

class Places {
 public:
  using Holder = std::uint64_t;

  struct Limits {
    std::size_t all;
    std::size_t of_an_address;
    std::size_t free;  // below so many in all, nobody is counted
  };
  explicit Places(const Limits& limits) : limits_(limits) {}

  struct Verdict {
    bool in = false;
    // Who has to give way first: a stranger, one who has not joined.
    std::optional<Holder> out;
  };
  // Whether another one of `peer` is let in. An address at its limit gives way to itself; where all
  // is taken, the one with most strangers does. In both cases its oldest stranger, and where there
  // is none, nobody is let in.
  Verdict ask(const Peer& peer) const;

  Holder take(const Peer& peer);
  void leave(Holder holder);
  // They are known now: nobody takes their place.
  void joined(Holder holder);

  std::size_t size() const { return holders_.size(); }
  // How many addresses and networks are remembered.
  std::size_t addresses() const { return shares_.size(); }

 private:
  struct Share {
    std::size_t places = 0;
    std::set<Holder> strangers;  // oldest first
  };
  struct Place {
    Peer peer;
    bool joined = false;
  };
  using Shares = std::unordered_map<Network, Share, NetworkHash>;

  bool at_its_limit(const Network& network, std::size_t most) const;
  Verdict instead_of(const Network& network) const;
  void forget_stranger(Holder holder, const Place& place);
  void rank(const Network& network, std::size_t before, std::size_t now);

  Limits limits_;
  Shares shares_;
  std::unordered_map<Holder, Place> holders_;
  std::set<std::pair<std::size_t, Network>> ranked_;  // the widest networks by their strangers
  Holder next_ = 1;
};

}  // namespace quorate::budgets

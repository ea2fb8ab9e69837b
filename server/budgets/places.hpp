// Who holds the places that there are for connections, by address.
// Synchronous, and nothing here looks at every address or every holder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
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
    // What the largest honest address needs. Beyond it also those who have joined give way; in the
    // beginning nobody of them does.
    std::size_t of_a_hall = std::numeric_limits<std::size_t>::max();
  };
  explicit Places(const Limits& limits) : limits_(limits) {}

  struct Verdict {
    bool in = false;
    // Who has to give way first.
    std::optional<Holder> out;
  };
  // Whether another one of `peer` is let in. An address at its limit gives way to itself: its
  // oldest stranger, one who has not joined, and where there is none, nobody is let in. Where all
  // is taken, the address with most places gives way, if it has more than a hall needs and more
  // than `peer` then has: its oldest stranger, or else who joined last. Otherwise the address with
  // most strangers loses its oldest.
  Verdict ask(const Peer& peer) const;

  Holder take(const Peer& peer);
  void leave(Holder holder);
  // They are no stranger any more.
  void joined(Holder holder);

  std::size_t size() const { return holders_.size(); }
  // How many addresses and networks are remembered.
  std::size_t addresses() const { return shares_.size(); }

 private:
  struct Share {
    std::set<Holder> strangers;  // oldest first
    std::set<Holder> known;
    std::size_t places() const { return strangers.size() + known.size(); }
  };
  using Shares = std::unordered_map<Network, Share, NetworkHash>;

  std::size_t places_of(const Network& network) const;
  Verdict instead_of_a_stranger(const Network& network) const;
  std::optional<Holder> instead_of_the_largest(const Peer& peer) const;
  // Has `change` done to each network of this peer, and ranks them anew.
  template <class Change>
  void update(const Peer& peer, const Change& change);

  Limits limits_;
  Shares shares_;
  std::unordered_map<Holder, Peer> holders_;
  // The widest networks by their strangers, and by their places.
  std::set<std::pair<std::size_t, Network>> by_strangers_;
  std::set<std::pair<std::size_t, Network>> by_places_;
  Holder next_ = 1;
};

}  // namespace quorate::budgets

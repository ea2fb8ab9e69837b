#include "server/budgets/places.hpp"

#include <algorithm>

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

Places::Verdict Places::ask(const Peer& peer) const {
  if (holders_.size() < limits_.free) return {true, std::nullopt};
  if (places_of(peer.own) >= limits_.of_an_address) return instead_of_a_stranger(peer.own);
  if (peer.wide && places_of(*peer.wide) >= kNetworkShare * limits_.of_an_address) {
    return instead_of_a_stranger(*peer.wide);
  }
  if (holders_.size() < limits_.all) return {true, std::nullopt};
  if (const auto out = instead_of_the_largest(peer)) return {true, out};
  if (by_strangers_.empty()) return {false, std::nullopt};
  return instead_of_a_stranger(by_strangers_.rbegin()->second);
}

std::size_t Places::places_of(const Network& network) const {
  const auto share = shares_.find(network);
  return share == shares_.end() ? 0 : share->second.places();
}

Places::Verdict Places::instead_of_a_stranger(const Network& network) const {
  const auto share = shares_.find(network);
  if (share == shares_.end() || share->second.strangers.empty()) return {false, std::nullopt};
  return {true, *share->second.strangers.begin()};
}

std::optional<Places::Holder> Places::instead_of_the_largest(const Peer& peer) const {
  if (by_places_.empty()) return std::nullopt;
  const auto& [places, network] = *by_places_.rbegin();
  if (places <= std::max(limits_.of_a_hall, places_of(peer.widest()) + 1)) return std::nullopt;
  const Share& share = shares_.at(network);
  return share.strangers.empty() ? *share.known.rbegin() : *share.strangers.begin();
}

Places::Holder Places::take(const Peer& peer) {
  const Holder holder = next_++;
  holders_.emplace(holder, peer);
  update(peer, [holder](Share& share) { share.strangers.insert(holder); });
  return holder;
}

void Places::leave(Holder holder) {
  const auto found = holders_.find(holder);
  if (found == holders_.end()) return;
  update(found->second, [holder](Share& share) {
    share.strangers.erase(holder);
    share.known.erase(holder);
  });
  holders_.erase(found);
}

void Places::joined(Holder holder) {
  const auto found = holders_.find(holder);
  if (found == holders_.end()) return;
  update(found->second, [holder](Share& share) {
    share.strangers.erase(holder);
    share.known.insert(holder);
  });
}

template <class Change>
void Places::update(const Peer& peer, const Change& change) {
  const auto update_one = [&](const Network& network) {
    Share& share = shares_[network];
    const bool ranked = network == peer.widest();
    if (ranked) {
      by_strangers_.erase({share.strangers.size(), network});
      by_places_.erase({share.places(), network});
    }
    change(share);
    if (share.places() == 0) {
      shares_.erase(network);
    } else if (ranked) {
      if (!share.strangers.empty()) by_strangers_.emplace(share.strangers.size(), network);
      by_places_.emplace(share.places(), network);
    }
  };
  update_one(peer.own);
  if (peer.wide) update_one(*peer.wide);
}

}  // namespace quorate::budgets

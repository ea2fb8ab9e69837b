#include "server/budgets/places.hpp"

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

Places::Verdict Places::ask(const Peer& peer) const {
  if (holders_.size() < limits_.free) return {true, std::nullopt};
  if (at_its_limit(peer.own, limits_.of_an_address)) return instead_of(peer.own);
  if (peer.wide && at_its_limit(*peer.wide, kNetworkShare * limits_.of_an_address)) {
    return instead_of(*peer.wide);
  }
  if (holders_.size() < limits_.all) return {true, std::nullopt};
  if (ranked_.empty()) return {false, std::nullopt};
  return instead_of(ranked_.rbegin()->second);
}

bool Places::at_its_limit(const Network& network, std::size_t most) const {
  const auto share = shares_.find(network);
  return share != shares_.end() && share->second.places >= most;
}

Places::Verdict Places::instead_of(const Network& network) const {
  const auto share = shares_.find(network);
  if (share == shares_.end() || share->second.strangers.empty()) return {false, std::nullopt};
  return {true, *share->second.strangers.begin()};
}

Places::Holder Places::take(const Peer& peer) {
  const Holder holder = next_++;
  holders_.emplace(holder, Place{peer});
  const auto add = [&](const Network& network) {
    Share& share = shares_[network];
    ++share.places;
    share.strangers.insert(holder);
  };
  add(peer.own);
  if (peer.wide) add(*peer.wide);
  const std::size_t strangers = shares_[peer.widest()].strangers.size();
  rank(peer.widest(), strangers - 1, strangers);
  return holder;
}

void Places::leave(Holder holder) {
  const auto found = holders_.find(holder);
  if (found == holders_.end()) return;
  const Place& place = found->second;
  if (!place.joined) forget_stranger(holder, place);
  const auto take_out = [&](const Network& network) {
    const auto share = shares_.find(network);
    if (--share->second.places == 0) shares_.erase(share);
  };
  take_out(place.peer.own);
  if (place.peer.wide) take_out(*place.peer.wide);
  holders_.erase(found);
}

void Places::joined(Holder holder) {
  const auto found = holders_.find(holder);
  if (found == holders_.end() || found->second.joined) return;
  forget_stranger(holder, found->second);
  found->second.joined = true;
}

void Places::forget_stranger(Holder holder, const Place& place) {
  const std::size_t before = shares_[place.peer.widest()].strangers.size();
  shares_[place.peer.own].strangers.erase(holder);
  if (place.peer.wide) shares_[*place.peer.wide].strangers.erase(holder);
  rank(place.peer.widest(), before, before - 1);
}

void Places::rank(const Network& network, std::size_t before, std::size_t now) {
  ranked_.erase({before, network});
  if (now > 0) ranked_.emplace(now, network);
}

}  // namespace quorate::budgets

#include "server/budgets/unsent.hpp"

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

Unsent::Part Unsent::take(const Peer& peer, std::size_t own, const void* text, std::size_t size) {
  // How much more there is to hold with one part more.
  const auto more = [&](Text& held) {
    held.size = size;
    return own + (held.parts++ == 0 ? size : 0);
  };
  const auto count = [&](const Network& network) {
    add(network, text == nullptr ? own : more(texts_[{network, text}]));
  };
  count(peer.own);
  if (peer.wide) count(*peer.wide);
  bytes_ += text == nullptr ? own : more(texts_of_all_[text]);
  Part part;
  part.unsent_ = this;
  part.peer_ = peer;
  part.own_ = own;
  part.text_ = text;
  return part;
}

void Unsent::release(const Part& part) {
  const auto less = [&](auto& texts, const auto& key) {
    const auto held = texts.find(key);
    if (--held->second.parts > 0) return part.own_;
    const std::size_t size = held->second.size;
    texts.erase(held);
    return part.own_ + size;
  };
  const auto uncount = [&](const Network& network) {
    subtract(network, part.text_ == nullptr ? part.own_ : less(texts_, Key{network, part.text_}));
  };
  uncount(part.peer_.own);
  if (part.peer_.wide) uncount(*part.peer_.wide);
  bytes_ -= part.text_ == nullptr ? part.own_ : less(texts_of_all_, part.text_);
}

bool Unsent::too_much(const Peer& peer) const {
  return bytes_ > limits_.all || sum_of(peer.own) > limits_.of_an_address ||
         (peer.wide && sum_of(*peer.wide) > kNetworkShare * limits_.of_an_address);
}

void Unsent::add(const Network& network, std::size_t bytes) {
  if (bytes > 0) sums_[network] += bytes;
}

void Unsent::subtract(const Network& network, std::size_t bytes) {
  if (bytes == 0) return;
  const auto sum = sums_.find(network);
  sum->second -= bytes;
  if (sum->second == 0) sums_.erase(sum);
}

std::size_t Unsent::sum_of(const Network& network) const {
  const auto sum = sums_.find(network);
  return sum == sums_.end() ? 0 : sum->second;
}

}  // namespace quorate::budgets

#include "server/budgets/unsent.hpp"

#include "server/budgets/budgets.hpp"

namespace quorate::budgets {

Unsent::Part Unsent::Holder::take(std::size_t own, const void* text, std::size_t size) {
  Part part;
  part.holder_ = this;
  part.own_ = own;
  part.text_ = text;
  part.size_ = text == nullptr ? 0 : size;
  bytes_ += own + part.size_;
  unsent_.holders_.insert(this);
  unsent_.count(*this, part);
  return part;
}

void Unsent::release(const Part& part) {
  Holder& holder = *part.holder_;
  holder.bytes_ -= part.own_ + part.size_;
  if (holder.bytes_ == 0) holder.unsent_.holders_.erase(&holder);
  holder.unsent_.uncount(holder, part);
}

void Unsent::count(const Holder& holder, const Part& part) {
  // How much more there is to hold with this part.
  const auto more = [&](auto& texts, const auto& key) {
    if (part.text_ == nullptr) return part.own_;
    Text& held = texts[key];
    held.size = part.size_;
    return part.own_ + (held.parts++ == 0 ? held.size : 0);
  };
  const auto add_to = [&](const Network& network) {
    add(network, more(texts_, Key{network, part.text_}));
  };
  add_to(holder.peer_.own);
  if (holder.peer_.wide) add_to(*holder.peer_.wide);
  bytes_ += more(texts_of_all_, part.text_);
}

void Unsent::uncount(const Holder& holder, const Part& part) {
  const auto less = [&](auto& texts, const auto& key) {
    if (part.text_ == nullptr) return part.own_;
    const auto held = texts.find(key);
    if (--held->second.parts > 0) return part.own_;
    const std::size_t size = held->second.size;
    texts.erase(held);
    return part.own_ + size;
  };
  const auto take_from = [&](const Network& network) {
    subtract(network, less(texts_, Key{network, part.text_}));
  };
  take_from(holder.peer_.own);
  if (holder.peer_.wide) take_from(*holder.peer_.wide);
  bytes_ -= less(texts_of_all_, part.text_);
}

void Unsent::relieve(const Peer& peer) {
  const auto most_of = [&](const auto& belongs) {
    Holder* most = nullptr;
    for (Holder* holder : holders_) {
      if (belongs(*holder) && (most == nullptr || holder->bytes_ > most->bytes_)) most = holder;
    }
    return most;
  };
  const auto relieve = [&](const auto& too_much, const auto& belongs) {
    while (too_much()) {
      Holder* const most = most_of(belongs);
      if (most == nullptr) return;
      holders_.erase(most);
      most->give_way_();
    }
  };
  relieve([&] { return sum_of(peer.own) > limits_.of_an_address; },
          [&](const Holder& holder) { return holder.peer_.own == peer.own; });
  if (peer.wide) {
    relieve([&] { return sum_of(*peer.wide) > kNetworkShare * limits_.of_an_address; },
            [&](const Holder& holder) { return holder.peer_.wide == peer.wide; });
  }
  relieve([&] { return bytes_ > limits_.all; }, [](const Holder&) { return true; });
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

// The bytes that were said and that the network has not taken yet, by address and in all. A text
// that waits for many is held in memory once, and is counted once for each address. Synchronous.
#pragma once

#include <cstddef>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "server/budgets/address.hpp"

namespace quorate::budgets {

class Unsent {
 public:
  struct Limits {
    std::size_t all;
    std::size_t of_an_address;
  };
  explicit Unsent(const Limits& limits) : limits_(limits) {}
  Unsent(const Unsent&) = delete;
  Unsent& operator=(const Unsent&) = delete;

  class Holder;

  // Something that waits for a holder, counted as long as this object is there.
  class Part {
   public:
    Part() = default;
    Part(Part&& other) noexcept { swap(other); }
    Part& operator=(Part&& other) noexcept {
      Part(std::move(other)).swap(*this);
      return *this;
    }
    ~Part() {
      if (holder_ != nullptr) Unsent::release(*this);
    }
    explicit operator bool() const { return holder_ != nullptr; }

   private:
    friend class Unsent;
    void swap(Part& other) noexcept {
      std::swap(holder_, other.holder_);
      std::swap(own_, other.own_);
      std::swap(text_, other.text_);
      std::swap(size_, other.size_);
    }

    Holder* holder_ = nullptr;
    std::size_t own_ = 0;
    const void* text_ = nullptr;
    std::size_t size_ = 0;
  };

  // One that something may wait for. It outlives its parts, and the sums outlive it.
  class Holder {
   public:
    // `give_way` lets go of all of its parts within the call, and of what they count soon after.
    Holder(Unsent& unsent, const Peer& peer, std::function<void()> give_way)
        : unsent_(unsent), peer_(peer), give_way_(std::move(give_way)) {}
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() { unsent_.holders_.erase(this); }

    // `own` bytes that nobody else has, and a text of `size` bytes, perhaps null, that is the same
    // for everybody whose parts name it, and stays where it is as long as they do.
    Part take(std::size_t own, const void* text = nullptr, std::size_t size = 0);

   private:
    friend class Unsent;

    Unsent& unsent_;
    const Peer peer_;
    const std::function<void()> give_way_;
    std::size_t bytes_ = 0;  // of its parts, shared texts included
  };

  // While more waits for the address of `peer`, or for all, than may: who has most of it gives way.
  void relieve(const Peer& peer);

  std::size_t bytes() const { return bytes_; }
  // How many holders, addresses, networks and texts are remembered.
  std::size_t remembered() const {
    return holders_.size() + sums_.size() + texts_.size() + texts_of_all_.size();
  }

 private:
  struct Text {
    std::size_t parts = 0;
    std::size_t size = 0;
  };
  using Key = std::pair<Network, const void*>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return NetworkHash()(key.first) ^ std::hash<const void*>()(key.second);
    }
  };

  static void release(const Part& part);
  void count(const Holder& holder, const Part& part);
  void uncount(const Holder& holder, const Part& part);
  void add(const Network& network, std::size_t bytes);
  void subtract(const Network& network, std::size_t bytes);
  std::size_t sum_of(const Network& network) const;

  Limits limits_;
  std::unordered_map<Network, std::size_t, NetworkHash> sums_;
  std::unordered_map<Key, Text, KeyHash> texts_;
  std::unordered_map<const void*, Text> texts_of_all_;
  std::unordered_set<Holder*> holders_;  // for whom something waits
  std::size_t bytes_ = 0;
};

}  // namespace quorate::budgets

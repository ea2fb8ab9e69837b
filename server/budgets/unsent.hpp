// The bytes that were said and that the network has not taken yet, by address and in all. A text
// that waits for many is held in memory once, and is counted once for each address. Synchronous.
#pragma once

#include <cstddef>
#include <functional>
#include <unordered_map>
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

  // Something that waits for somebody, counted as long as this object is there.
  class Part {
   public:
    Part() = default;
    Part(Part&& other) noexcept { swap(other); }
    Part& operator=(Part&& other) noexcept {
      Part(std::move(other)).swap(*this);
      return *this;
    }
    ~Part() {
      if (unsent_ != nullptr) unsent_->release(*this);
    }
    explicit operator bool() const { return unsent_ != nullptr; }

   private:
    friend class Unsent;
    void swap(Part& other) noexcept {
      std::swap(unsent_, other.unsent_);
      std::swap(peer_, other.peer_);
      std::swap(own_, other.own_);
      std::swap(text_, other.text_);
    }

    Unsent* unsent_ = nullptr;
    Peer peer_;
    std::size_t own_ = 0;
    const void* text_ = nullptr;
  };

  // `own` bytes that nobody else has, and a text of `size` bytes, perhaps null, that is the same
  // for everybody whose parts name it, and stays where it is as long as they do. This object
  // outlives the part.
  Part take(const Peer& peer, std::size_t own, const void* text = nullptr, std::size_t size = 0);

  // Whether more waits for this address, or for all, than may.
  bool too_much(const Peer& peer) const;

  std::size_t bytes() const { return bytes_; }
  // How many addresses, networks and texts are remembered.
  std::size_t remembered() const { return sums_.size() + texts_.size() + texts_of_all_.size(); }

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

  void release(const Part& part);
  void add(const Network& network, std::size_t bytes);
  void subtract(const Network& network, std::size_t bytes);
  std::size_t sum_of(const Network& network) const;

  Limits limits_;
  std::unordered_map<Network, std::size_t, NetworkHash> sums_;
  std::unordered_map<Key, Text, KeyHash> texts_;
  std::unordered_map<const void*, Text> texts_of_all_;
  std::size_t bytes_ = 0;
};

}  // namespace quorate::budgets

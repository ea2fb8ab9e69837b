// What waits on a channel without a socket: whole messages, numbered from 1, each kept until the
// other end says that it has come. Synchronous, bounded in bytes; owned by one channel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "server/budgets/unsent.hpp"
#include "server/room/events.hpp"

namespace quorate::net {

class PollQueue {
 public:
  explicit PollQueue(std::size_t bytes) : most_(bytes) {}

  // What may wait from now on.
  void allow(std::size_t bytes) { most_ = bytes; }

  // With `replaces`, an older message of that kind that was not handed out yet is dropped. False
  // when there is no room: nothing was taken. True, and nothing taken, after close().
  bool push(room::Send message);
  // The last thing to be said, after what waits.
  void close(std::uint16_t code);
  // The last thing to be said, and the only one: what waits is let go, received or not.
  void close_at_once(std::uint16_t code);

  // The other end has everything up to this number. What was never handed out stays.
  void received(std::uint64_t number);

  // Counts what waits and is not counted yet: of each message the bytes that nobody else has, and
  // the text that it shares. It is counted until it was received or dropped.
  void count(budgets::Unsent::Holder& holder);

  bool empty() const { return messages_.empty() && !close_; }
  std::size_t bytes() const { return bytes_; }
  std::optional<std::uint16_t> closing() const { return close_; }

  // Everything that has not been received: a line each, `first` being the number of the first.
  struct Batch {
    std::uint64_t first = 0;
    std::string lines;
  };
  Batch hand_out();

 private:
  struct Waiting {
    room::Send message;
    budgets::Unsent::Part counted{};
    std::size_t size() const { return room::size_of(message); }
  };

  std::size_t most_;
  std::deque<Waiting> messages_;
  std::size_t bytes_ = 0;
  std::uint64_t first_ = 1;  // the number of the first of them
  std::size_t handed_ = 0;   // how many of them were handed out
  std::optional<std::uint16_t> close_;
};

}  // namespace quorate::net

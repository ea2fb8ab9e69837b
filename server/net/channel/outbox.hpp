// What waits to be sent on one connection: whole chunks in order, bounded in bytes. Synchronous; it
// knows no socket. Owned by one connection and called by one thread.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>

#include "server/budgets/unsent.hpp"
#include "server/room/events.hpp"

namespace quorate::net {

class Outbox {
 public:
  explicit Outbox(std::size_t bytes) : most_(bytes) {}

  // What may wait from now on.
  void allow(std::size_t bytes) { most_ = bytes; }

  // One chunk: `head` (framing), the shared bytes of `body`, which may be null, and `tail`. With
  // `replaces`, an older chunk of that kind is dropped, unless part of it was written already.
  // False when there is no room: nothing was taken, and the connection is to be ended. True, and
  // nothing taken, after last().
  bool push(std::string head, room::Message body, bool replaces = false, std::string tail = {});

  // The chunk that ends the connection: nothing is taken after it. Always fits.
  void last(std::string bytes);
  // The same where the reader is too slow for what waits: only the chunk that is being written and
  // this one remain.
  void last_at_once(std::string bytes);

  // Puts the next bytes to write into `pieces`, as many as fit; how many. The bytes stay where they
  // are until the next call of a member that is not const.
  std::size_t next(std::span<std::string_view> pieces) const;
  // That many of those bytes were written.
  void wrote(std::size_t bytes);

  // Lets go of everything, what was begun included: nothing is written any more.
  void abandon();

  // Counts what waits and is not counted yet: of each chunk the bytes that nobody else has, and the
  // text that it may share. It is counted until it was written or dropped.
  void count(budgets::Unsent::Holder& holder);

  std::size_t bytes() const { return bytes_; }
  bool empty() const { return bytes_ == 0; }
  bool ending() const { return ending_; }

 private:
  struct Chunk {
    std::string head;
    room::Message body;
    std::string tail;
    bool replaces;
    budgets::Unsent::Part counted{};
    std::size_t size() const { return head.size() + (body ? body->size() : 0) + tail.size(); }
  };
  bool begun(const Chunk& chunk) const { return written_ > 0 && &chunk == &chunks_.front(); }
  void drop_replaced();

  std::size_t most_;
  std::deque<Chunk> chunks_;
  std::size_t bytes_ = 0;    // of all chunks, without what was written of the first
  std::size_t written_ = 0;  // of the first chunk
  bool ending_ = false;
};

}  // namespace quorate::net

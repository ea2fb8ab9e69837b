// The connections of one listener, whatever they carry: counted, by address too, and ended
// together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <unordered_map>

#include "server/budgets/bucket.hpp"
#include "server/budgets/budget.hpp"
#include "server/budgets/places.hpp"
#include "server/budgets/unsent.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

// A connection that the listener may want to end.
class Endable {
 public:
  enum class Kind { http, web_socket, poll };
  static constexpr std::size_t kKinds = 3;

  virtual ~Endable() = default;
  virtual Kind kind() const = 0;
  // No new work is wanted: end when nothing is under way.
  virtual void stop() = 0;
  // Ends now.
  virtual void cut() = 0;
};

// To be used on the loop's thread. Every connection is here from its construction to its end.
class Connections {
 public:
  // At most `most` at once. `loop` outlives this. `met` is told of each budget that somebody met.
  Connections(Loop& loop, std::size_t most, const budgets::Unsent::Limits& unsent,
              std::function<void(budgets::Budget)> met);

  // Whether another one of `peer` is let in; another is perhaps cut for it.
  bool make_place(const budgets::Peer& peer);
  void begin(Endable& connection, const budgets::Peer& peer);
  // May be called again.
  void end(Endable& connection);

  // It turned out to be somebody else's.
  void belongs_to(Endable& connection, const budgets::Peer& peer);
  // It is no stranger's.
  void joined(Endable& connection);
  // What waits to be sent on all of them.
  budgets::Unsent& unsent() { return unsent_; }

  // Tells of one that is counted elsewhere.
  void met(budgets::Budget budget) const { met_(budget); }

  // The network took so many bytes.
  void sent(std::size_t bytes) { sent_bytes_ += bytes; }
  // Tells how a connection's coroutine ended: an exception there is an error of ours or a lack of
  // memory; the connection is gone, the server goes on. Lets no exception through.
  void report_end(std::exception_ptr error);
  // Tells that none could be accepted.
  void report_none(const std::string& why);
  // One was closed because its reader is too slow.
  void closed_slow() { ++closed_slow_; }

  std::size_t size() const { return all_.size(); }
  std::size_t size(Endable::Kind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
  std::size_t unsent_bytes() const { return unsent_.bytes(); }
  std::uint64_t sent_bytes() const { return sent_bytes_; }
  std::uint64_t closed_slow() const { return closed_slow_; }
  bool stopping() const { return stopping_; }

  // Stops every connection; `empty` is called when the last one is gone, never within this call.
  void stop(std::function<void()> empty);
  // Cuts every connection; nothing is called any more.
  void cut();

 private:
  using Holder = budgets::Places::Holder;

  Loop& loop_;
  budgets::Places places_;
  budgets::Unsent unsent_;
  std::unordered_map<Endable*, Holder> all_;  // those that were cut, too, until they have ended
  std::unordered_map<Holder, Endable*> holders_;
  std::array<std::size_t, Endable::kKinds> kinds_{};
  std::function<void(budgets::Budget)> met_;
  std::uint64_t sent_bytes_ = 0;
  std::uint64_t closed_slow_ = 0;
  bool stopping_ = false;
  std::function<void()> empty_;
  budgets::Bucket lines_;
};

}  // namespace quorate::net

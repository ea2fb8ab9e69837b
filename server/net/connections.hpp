// The connections of one listener, whatever they carry: counted, by address too, and ended
// together.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <unordered_map>

#include "server/budgets/places.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

// A connection that the listener may want to end.
class Endable {
 public:
  virtual ~Endable() = default;
  // No new work is wanted: end when nothing is under way.
  virtual void stop() = 0;
  // Ends now.
  virtual void cut() = 0;
};

// To be used on the loop's thread. Every connection is here from its construction to its end.
class Connections {
 public:
  // At most so many at once. `loop` outlives this.
  Connections(Loop& loop, std::size_t most);

  // Whether another one of `peer` is let in; a stranger's is perhaps cut for it.
  bool make_place(const budgets::Peer& peer);
  void begin(Endable& connection, const budgets::Peer& peer);
  // May be called again.
  void end(Endable& connection);

  // It turned out to be somebody else's.
  void belongs_to(Endable& connection, const budgets::Peer& peer);
  // It is no stranger's: nobody takes its place.
  void joined(Endable& connection);
  // What waits to be sent on it now. False when that is more than its address or all may have
  // waiting: it is to be ended.
  bool holds(Endable& connection, std::size_t bytes);

  std::size_t size() const { return all_.size(); }
  bool stopping() const { return stopping_; }

  // Stops every connection; `empty` is called when the last one is gone, never within this call.
  void stop(std::function<void()> empty);
  // Cuts every connection; nothing is called any more.
  void cut();

 private:
  using Holder = budgets::Places::Holder;

  Loop& loop_;
  budgets::Places places_;
  std::unordered_map<Endable*, Holder> all_;  // those that were cut, too, until they have ended
  std::unordered_map<Holder, Endable*> holders_;
  bool stopping_ = false;
  std::function<void()> empty_;
};

// How a connection's coroutine ended: an exception there is an error of ours or a lack of memory;
// the connection is gone, the server goes on. Lets no exception through.
void report_end(std::exception_ptr error);

}  // namespace quorate::net

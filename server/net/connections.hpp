// The connections of one listener, whatever they carry: counted, and ended together.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <unordered_set>

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
  Connections(Loop& loop, std::size_t most) : loop_(loop), most_(most) {}

  void begin(Endable& connection) { all_.insert(&connection); }
  void end(Endable& connection);

  std::size_t size() const { return all_.size(); }
  // Whether another one is not to be let in.
  bool full() const { return all_.size() >= most_; }
  bool stopping() const { return stopping_; }

  // Stops every connection; `empty` is called when the last one is gone, never within this call.
  void stop(std::function<void()> empty);
  // Cuts every connection; nothing is called any more.
  void cut();

 private:
  Loop& loop_;
  std::size_t most_;
  std::unordered_set<Endable*> all_;
  bool stopping_ = false;
  std::function<void()> empty_;
};

// How a connection's coroutine ended: an exception there is an error of ours or a lack of memory;
// the connection is gone, the server goes on. Lets no exception through.
void report_end(std::exception_ptr error);

}  // namespace quorate::net

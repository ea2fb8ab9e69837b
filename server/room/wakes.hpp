// Who is to be looked at, and when, the soonest first: what there is to do is found without going
// through everybody. Everybody has one place, which they keep track of themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace quorate::room {

template <class Who>
class Wakes {
 public:
  using Place = std::pair<std::int64_t, Who>;  // steady ms
  static constexpr std::int64_t kNever = INT64_MAX;

  void add(const Place& place) { places_.insert(place); }
  void remove(const Place& place) { places_.erase(place); }
  // Allocates nothing, and so cannot fail half way.
  void move(const Place& from, std::int64_t to) {
    if (from.first == to) return;
    auto place = places_.extract(from);
    place.value().first = to;
    places_.insert(std::move(place));
  }

  // When somebody is first to be looked at; nothing when nobody ever is.
  std::optional<std::int64_t> first() const {
    if (places_.empty() || places_.begin()->first == kNever) return std::nullopt;
    return places_.begin()->first;
  }

  // Calls `look` for each whose time has come, who may be moved to any other time and removed by
  // it. Who is moved to a time that has come too waits for the next call: `look` moves them to
  // kAtOnce.
  static constexpr std::int64_t kAtOnce = INT64_MIN;
  template <class Look>
  void each_due(std::int64_t now, Look look) {
    for (auto at = places_.begin(); at != places_.end() && at->first <= now;) {
      const Place place = *at++;  // it may be gone after the call; whoever is behind it stays
      look(place);
    }
  }

 private:
  std::set<Place> places_;
};

}  // namespace quorate::room

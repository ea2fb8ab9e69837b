// Changes of workshops' entries in the directory, where an entry is always written whole: of one
// workshop they are made one after the other, so that none undoes another.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "server/api/http.hpp"
#include "server/log/directory.hpp"

namespace quorate::api {

// How often a join code is drawn when another workshop is being given the one that was drawn.
inline constexpr int kCodeTries = 3;

// 503: what was asked for is not stored.
HttpResponse not_stored(log::Failure failure);

class EntryChanges {
 public:
  static constexpr std::size_t kWaiting = 8;  // of one workshop, with the one being written

  // The entry as it shall be, made of the newest one, or why not. Called when the change is asked
  // for, when its turn comes, and again when its code turns out to be taken.
  using Change = std::function<tl::expected<log::WorkshopEntry, HttpResponse>(log::WorkshopEntry)>;
  // What is in the directory now.
  using Stored = std::function<void(const log::WorkshopEntry&)>;

  // `directory` outlives this.
  explicit EntryChanges(log::Directory& directory);
  // Who is waiting still is told nothing.
  ~EntryChanges();
  EntryChanges(const EntryChanges&) = delete;
  EntryChanges& operator=(const EntryChanges&) = delete;

  // Calls one of the last two: `refused` perhaps at once, `stored` later.
  void make(const std::string& workshop, Change change, Stored stored, Respond refused);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace quorate::api

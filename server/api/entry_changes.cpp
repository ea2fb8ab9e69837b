#include "server/api/entry_changes.hpp"

#include <deque>
#include <exception>
#include <map>
#include <optional>
#include <utility>

namespace quorate::api {

HttpResponse not_stored(log::Failure failure) {
  const bool again = failure == log::Failure::busy || failure == log::Failure::taken;
  return error_response(status::kUnavailable, again ? "busy" : "read_only");
}

struct EntryChanges::State : std::enable_shared_from_this<State> {
  struct Asked {
    Change change;
    Stored stored;
    Respond refused;
    int tries = kCodeTries;
  };
  using Made = tl::expected<log::WorkshopEntry, HttpResponse>;

  explicit State(log::Directory& workshops) : directory(workshops) {}

  Made made(const std::string& workshop, const Change& change) const {
    try {
      const auto entry = directory.find(workshop);
      if (entry) return change(*entry);  // which may look for a code that is free
    } catch (const std::exception&) {  // those who wait are told here, where no request is running
      return tl::make_unexpected(not_stored(log::Failure::failed));
    }
    return tl::make_unexpected(error_response(status::kNotFound, "unknown_workshop"));
  }

  // Writes the first of those waiting that may be made still.
  void next(const std::string& workshop) {
    const auto queue = asked.find(workshop);
    if (queue == asked.end()) return;
    auto entry = made(workshop, queue->second.front().change);
    if (!entry) {
      finish(workshop, [&](const Asked& refused) { refused.refused(entry.error()); });
      return next(workshop);
    }
    const std::weak_ptr<State> weak = weak_from_this();  // the directory may outlive this
    auto done = [weak, written = *entry](std::optional<log::Failure> failure) {
      if (const auto self = weak.lock()) self->settle(written, failure);
    };
    directory.put(*std::move(entry), std::move(done));
  }

  void settle(const log::WorkshopEntry& written, std::optional<log::Failure> failure) {
    const std::string& workshop = written.workshop;
    if (failure == log::Failure::taken && --asked[workshop].front().tries > 0) {
      return next(workshop);
    }
    finish(workshop, [&](const Asked& done) {
      if (failure) return done.refused(not_stored(*failure));
      done.stored(written);
    });
    next(workshop);
  }

  // Tells the first, which keeps its place meanwhile: what is asked for while it is told comes
  // after those waiting.
  template <class Tell>
  void finish(const std::string& workshop, const Tell& tell) {
    const Asked first = std::move(asked[workshop].front());
    tell(first);
    const auto queue = asked.find(workshop);
    queue->second.pop_front();
    if (queue->second.empty()) asked.erase(queue);
  }

  log::Directory& directory;
  // By workshop; the first of each is being written. None is empty.
  std::map<std::string, std::deque<Asked>> asked;
};

EntryChanges::EntryChanges(log::Directory& directory)
    : state_(std::make_shared<State>(directory)) {}

EntryChanges::~EntryChanges() = default;

void EntryChanges::make(const std::string& workshop, Change change, Stored stored,
                        Respond refused) {
  // Who may not is told now and takes nobody's place.
  const auto made = state_->made(workshop, change);
  if (!made) return refused(made.error());
  const auto queue = state_->asked.find(workshop);
  const bool under_way = queue != state_->asked.end();
  if (under_way && queue->second.size() >= kWaiting) {
    return refused(not_stored(log::Failure::busy));
  }
  state_->asked[workshop].push_back({std::move(change), std::move(stored), std::move(refused)});
  if (!under_way) state_->next(workshop);
}

}  // namespace quorate::api

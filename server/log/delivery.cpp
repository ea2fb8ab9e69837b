#include "server/log/delivery.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace quorate::log {
namespace {

// What a subscription keeps of the newest batches while it still reads older ones. What is dropped
// is read from storage instead.
constexpr std::size_t held_bytes_limit = 4 * 1024 * 1024;

std::size_t size_of(const std::vector<Record>& records) {
  std::size_t bytes = 0;
  for (const Record& record : records) bytes += size_of(record);
  return bytes;
}

}  // namespace

struct Delivery::Reader {
  enum class Stage { reading, live, ended };
  struct Held {
    std::uint64_t first;
    Batch batch;
  };

  std::string workshop;
  std::uint64_t next = 0;  // the position that is delivered next
  Log::OnRecord on_record;
  Log::CaughtUp caught_up;
  Log::OnFailure on_failure;
  Stage stage = Stage::reading;
  std::deque<Held> held;  // batches published while reading: the newest, without gaps
  std::size_t held_bytes = 0;

  // A callback may end the subscription, so that the stage is looked at before each.
  void hand(std::uint64_t first, const std::vector<Record>& records) {
    for (std::size_t i = 0; i < records.size() && stage != Stage::ended; ++i) {
      const std::uint64_t position = first + i;
      if (position < next) continue;
      next = position + 1;
      on_record(position, records[i]);
    }
  }

  void hold(std::uint64_t first, const Batch& batch) {
    held.push_back({first, batch});
    held_bytes += size_of(*batch);
    while (held.size() > 1 && held_bytes > held_bytes_limit) {
      held_bytes -= size_of(*held.front().batch);
      held.pop_front();
    }
  }
};

Subscription Delivery::subscribe(const std::string& workshop, std::uint64_t from,
                                 Log::OnRecord on_record, Log::CaughtUp caught_up,
                                 Log::OnFailure on_failure) {
  auto reader = std::make_shared<Reader>();
  reader->workshop = workshop;
  reader->next = from;
  reader->on_record = std::move(on_record);
  reader->caught_up = std::move(caught_up);
  reader->on_failure = std::move(on_failure);
  readers_[workshop].push_back(reader);
  request(reader);
  return Subscription([delivery = weak_from_this(), reader] {
    reader->stage = Reader::Stage::ended;
    if (const auto alive = delivery.lock()) alive->remove(reader);
  });
}

void Delivery::publish(const std::string& workshop, std::uint64_t first, const Batch& batch) {
  const auto found = readers_.find(workshop);
  if (found == readers_.end() || batch->empty()) return;
  const Readers readers = found->second;  // callbacks may add and remove some
  for (const auto& reader : readers) {
    if (reader->stage == Reader::Stage::live) reader->hand(first, *batch);
    if (reader->stage == Reader::Stage::reading) reader->hold(first, batch);
  }
}

void Delivery::request(const std::shared_ptr<Reader>& reader) {
  read_(reader->workshop, reader->next,
        [self = shared_from_this(), reader](tl::expected<Chunk, Failure> chunk) {
          self->on_chunk(reader, std::move(chunk));
        });
}

void Delivery::on_chunk(const std::shared_ptr<Reader>& reader, tl::expected<Chunk, Failure> chunk) {
  if (reader->stage == Reader::Stage::ended) return;
  if (!chunk) {
    reader->stage = Reader::Stage::ended;
    remove(reader);
    if (reader->on_failure) reader->on_failure(chunk.error());
    return;
  }
  reader->hand(reader->next, chunk->records);
  if (reader->stage == Reader::Stage::ended) return;
  // Some of the batches that came meanwhile may have been dropped from the front.
  const bool gap = !reader->held.empty() && reader->held.front().first > reader->next;
  if (!chunk->end || gap) {
    request(reader);
    return;
  }
  while (!reader->held.empty()) {
    const Reader::Held held = std::move(reader->held.front());
    reader->held.pop_front();
    reader->hand(held.first, *held.batch);
    if (reader->stage == Reader::Stage::ended) return;
  }
  reader->held_bytes = 0;
  reader->stage = Reader::Stage::live;
  if (reader->caught_up) reader->caught_up();
}

void Delivery::remove(const std::shared_ptr<Reader>& reader) {
  const auto found = readers_.find(reader->workshop);
  if (found == readers_.end()) return;
  Readers& readers = found->second;
  readers.erase(std::remove(readers.begin(), readers.end(), reader), readers.end());
  if (readers.empty()) readers_.erase(found);
}

}  // namespace quorate::log

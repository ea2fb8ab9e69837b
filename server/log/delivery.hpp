// What every adapter does on the executor's thread: hands records to subscriptions, across the
// boundary between what is read from storage and what is written meanwhile, each record once.
// Internal to this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/log/log.hpp"

namespace quorate::log {

using Batch = std::shared_ptr<const std::vector<Record>>;

struct Chunk {
  std::vector<Record> records;  // at most chunk_records, and about chunk_bytes
  bool end = false;             // nothing more was stored when this was read
};
inline constexpr std::size_t chunk_records = 256;
inline constexpr std::size_t chunk_bytes = 512 * 1024;

using ReadDone = std::function<void(tl::expected<Chunk, Failure>)>;

class Delivery : public std::enable_shared_from_this<Delivery> {
 public:
  // Starts reading a workshop's records from position `from` on and calls `done` later, on the
  // executor, once. It must see everything that was published before it was called.
  using Read = std::function<void(const std::string& workshop, std::uint64_t from, ReadDone done)>;

  explicit Delivery(Read read) : read_(std::move(read)) {}

  Subscription subscribe(const std::string& workshop, std::uint64_t from, Log::OnRecord on_record,
                         Log::CaughtUp caught_up, Log::OnFailure on_failure);

  // Hands the batch, which is durable and whose first record has the position `first`, to the
  // workshop's live subscriptions. Batches of one workshop come in order and without gaps.
  void publish(const std::string& workshop, std::uint64_t first, const Batch& batch);

 private:
  struct Reader;
  using Readers = std::vector<std::shared_ptr<Reader>>;

  void request(const std::shared_ptr<Reader>& reader);
  void on_chunk(const std::shared_ptr<Reader>& reader, tl::expected<Chunk, Failure> chunk);
  void remove(const std::shared_ptr<Reader>& reader);

  Read read_;
  std::map<std::string, Readers> readers_;  // by workshop; no empty ones
};

}  // namespace quorate::log

// The directory of workshops: ids, join codes and keys, and the hashes of the links' tokens. It is
// no part of any log and is never exported.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/log.hpp"

namespace quorate::log {

struct WorkshopEntry {
  std::string workshop;  // 32 hexadecimal digits
  std::string code;      // the join code, 6 characters; empty when there is none
  std::string key;       // the join key, 16 characters: what a link has beside the code
  // 32 raw bytes each
  std::string facilitator_hash;
  std::string cofacilitator_hash;
  std::string wall_hash;
  std::string recovery_hash;
  std::int64_t created_ms = 0;  // since 1970, UTC
  bool operator==(const WorkshopEntry&) const = default;
};

// Looked up where it is stored: what nobody asks for is not in memory. Every member is called on
// the executor's thread, and so is `done`, never from within put(). Finding waits for no write; it
// throws when what is stored cannot be read, and after the log was closed.
class Directory {
 public:
  using Done = std::function<void(std::optional<Failure>)>;

  virtual ~Directory() = default;

  // Inserts an entry or replaces the workshop's earlier one. Finding sees it once it is durable,
  // when `done` comes at the latest.
  // `taken` when another workshop has the code, or is being given it.
  virtual void put(WorkshopEntry entry, Done done) = 0;
  virtual std::optional<WorkshopEntry> find(const std::string& workshop) const = 0;
  // The id of the workshop that has this code now.
  virtual std::optional<std::string> find_code(std::string_view code) const = 0;
};

}  // namespace quorate::log

#include "server/log/directory_index.hpp"

namespace quorate::log {

std::optional<Failure> DirectoryIndex::claim(const WorkshopEntry& entry) {
  if (entry.code.empty()) return std::nullopt;
  const auto owner = codes_.find(entry.code);
  if (owner != codes_.end() && owner->second != entry.workshop) return Failure::taken;
  // All claims of one code are of one workshop.
  const auto claim = claims_.find(entry.code);
  if (claim != claims_.end() && claim->second != entry.workshop) return Failure::taken;
  claims_.emplace(entry.code, entry.workshop);
  return std::nullopt;
}

void DirectoryIndex::settle(const WorkshopEntry& entry, bool stored) {
  if (const auto claim = claims_.find(entry.code); claim != claims_.end()) claims_.erase(claim);
  if (!stored) return;
  WorkshopEntry& place = entries_[entry.workshop];
  if (!place.code.empty()) codes_.erase(place.code);
  place = entry;
  if (!entry.code.empty()) codes_[entry.code] = entry.workshop;
}

std::optional<WorkshopEntry> DirectoryIndex::find(const std::string& workshop) const {
  const auto found = entries_.find(workshop);
  if (found == entries_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> DirectoryIndex::find_code(std::string_view code) const {
  const auto found = codes_.find(code);
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

}  // namespace quorate::log

#include "server/log/code_claims.hpp"

namespace quorate::log {

std::optional<Failure> CodeClaims::claim(const WorkshopEntry& entry,
                                         const std::optional<std::string>& owner) {
  if (entry.code.empty()) return std::nullopt;
  if (owner && *owner != entry.workshop) return Failure::taken;
  // All claims of one code are of one workshop.
  const auto claim = claims_.find(entry.code);
  if (claim != claims_.end() && claim->second != entry.workshop) return Failure::taken;
  claims_.emplace(entry.code, entry.workshop);
  return std::nullopt;
}

void CodeClaims::end(const WorkshopEntry& entry) {
  if (const auto claim = claims_.find(entry.code); claim != claims_.end()) claims_.erase(claim);
}

}  // namespace quorate::log

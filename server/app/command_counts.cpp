#include "server/app/command_counts.hpp"

#include "shared/session/command.hpp"

namespace quorate::app {

void CommandCounts::count(std::string_view kind, std::optional<session::Refusal> refused) {
  auto counted = kinds_.find(kind);
  if (counted == kinds_.end()) {
    const std::string_view known = session::is_command(kind) ? kind : "unknown";
    counted = kinds_.try_emplace(std::string(known)).first;
  }
  ++counted->second[refused ? session::name(*refused) : "accepted"];
}

}  // namespace quorate::app

// Codes on their way into the directory: each is kept for the one workshop that is being given it.
// Internal to this folder.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/directory.hpp"

namespace quorate::log {

class CodeClaims {
 public:
  // Before writing: `taken`, or the entry's code is kept for it until end(). `owner` is the
  // workshop that has the code by what is stored.
  std::optional<Failure> claim(const WorkshopEntry& entry, const std::optional<std::string>& owner);
  // After writing, whatever came of it.
  void end(const WorkshopEntry& entry);

 private:
  std::multimap<std::string, std::string, std::less<>> claims_;  // code -> workshop
};

}  // namespace quorate::log

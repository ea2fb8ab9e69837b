// The directory as it is held in memory by every adapter. Internal to this folder.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/directory.hpp"

namespace quorate::log {

class DirectoryIndex {
 public:
  // Before writing: `taken`, or the entry's code is kept for it until settle().
  std::optional<Failure> claim(const WorkshopEntry& entry);
  // After writing: the entry counts when it was stored, and its claim ends.
  void settle(const WorkshopEntry& entry, bool stored);

  std::optional<WorkshopEntry> find(const std::string& workshop) const;
  std::optional<std::string> find_code(std::string_view code) const;

 private:
  std::map<std::string, WorkshopEntry> entries_;
  std::map<std::string, std::string, std::less<>> codes_;        // code -> workshop
  std::multimap<std::string, std::string, std::less<>> claims_;  // the same, being written
};

}  // namespace quorate::log

// Files that only their owner can read, for the sources of the SQLite adapter.
#pragma once

#include <sys/stat.h>

#include <string>
#include <system_error>

namespace quorate::log {

inline constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

// What an `errno` means.
inline std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace quorate::log

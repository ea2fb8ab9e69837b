// This process, as the operating system sees it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quorate::ops {

// Zeros where Linux does not tell.
struct Process {
  std::int64_t cpu_us = 0;          // of all its threads
  std::uint64_t virtual_bytes = 0;  // addresses
  std::uint64_t resident_bytes = 0;
  std::size_t open_files = 0;
  std::uint64_t most_files = 0;
};

Process look_at_process();

}  // namespace quorate::ops

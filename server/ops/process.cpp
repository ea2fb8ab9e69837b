#include "server/ops/process.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace quorate::ops {

namespace {

std::int64_t us_of(const timeval& time) {
  constexpr std::int64_t kUsPerSecond = 1'000'000;
  return time.tv_sec * kUsPerSecond + time.tv_usec;
}

// With the one that looks.
std::size_t count_open_files() {
  std::size_t count = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator file("/proc/self/fd", error), end; !error && file != end;
       file.increment(error)) {
    ++count;
  }
  return count;
}

}  // namespace

Process look_at_process() {
  Process process;
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) == 0) {
    process.cpu_us = us_of(usage.ru_utime) + us_of(usage.ru_stime);
  }
  std::uint64_t pages = 0;
  std::uint64_t resident_pages = 0;
  if (std::ifstream("/proc/self/statm") >> pages >> resident_pages) {
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    process.virtual_bytes = pages * page;
    process.resident_bytes = resident_pages * page;
  }
  process.open_files = count_open_files();
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) process.most_files = limit.rlim_cur;
  return process;
}

}  // namespace quorate::ops

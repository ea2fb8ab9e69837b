#include "server/log/sqlite_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <utility>

#include "server/log/owner_file.hpp"

namespace quorate::log {
namespace {

constexpr std::size_t longest_pid = 20;

// The process id that the holder wrote; for people, so that an unreadable one is no error.
std::string read_holder(int descriptor) {
  std::array<char, longest_pid> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string pid;
  for (ssize_t i = 0; i < size; ++i) {
    const char digit = text[static_cast<std::size_t>(i)];
    if (digit < '0' || digit > '9') break;
    pid += digit;
  }
  return pid;
}

// A full disk is no reason not to serve what is stored: the lock holds without the number.
bool note_holder(int descriptor) {
  const std::string pid = std::to_string(::getpid()) + "\n";
  return ::ftruncate(descriptor, 0) == 0 &&
         ::pwrite(descriptor, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
}

}  // namespace

tl::expected<SqliteLock, std::string> SqliteLock::take(const std::filesystem::path& database) {
  const std::string name = database.string() + ".lock";
  SqliteLock lock(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only));
  if (lock.descriptor_ < 0) return tl::unexpected("cannot make " + name + ": " + reason(errno));
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return tl::unexpected("cannot lock " + name + ": " + reason(errno));
    const std::string pid = read_holder(lock.descriptor_);
    return tl::unexpected(database.string() + " is in use by another server" +
                          (pid.empty() ? "" : " (process " + pid + ")"));
  }
  note_holder(lock.descriptor_);
  return lock;
}

SqliteLock::SqliteLock(SqliteLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

SqliteLock& SqliteLock::operator=(SqliteLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

SqliteLock::~SqliteLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace quorate::log

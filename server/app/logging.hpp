// The process's log: lines on standard error, written by a thread of its own. Under a flood the
// oldest waiting lines are lost, never the server's time. No token, code, name or answer is logged.
#pragma once

#include <string>

namespace quorate::app {

class Logging {
 public:
  // `level` is debug, info, warning or error. One at a time in a process.
  explicit Logging(const std::string& level);
  // Writes what waits.
  ~Logging();
  Logging(const Logging&) = delete;
  Logging& operator=(const Logging&) = delete;
};

}  // namespace quorate::app

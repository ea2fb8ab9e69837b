// Another process for a test: the helper program log_child, talked to through pipes. It never
// outlives the test.
#pragma once

#include <string>
#include <vector>

namespace quorate::log::test {

class Child {
 public:
  // Starts log_child with these arguments. Throws when it cannot be started.
  explicit Child(std::vector<std::string> arguments);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  // Kills it if it still runs.
  ~Child();

  // The next whole line of its output without the line's end. False at the end of the output; a
  // last line that was cut off is dropped.
  bool read_line(std::string& line);
  // No more input for it.
  void close_input();
  // kill -9. What it had written can still be read.
  void kill();
  // Waits for its end: its exit code, or minus the signal that ended it.
  int wait();

 private:
  int pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string buffer_;
};

}  // namespace quorate::log::test

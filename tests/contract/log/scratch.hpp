// A folder of its own for one test, gone with it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace quorate::log::test {

class Scratch {
 public:
  Scratch() {
    std::string name = testing::TempDir() + "quorate-log-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    folder_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;  // a folder left behind in the temporary folder fails no test
    std::filesystem::remove_all(folder_, ignored);
  }
  std::filesystem::path file(const std::string& name = "quorate.db") const {
    return folder_ / name;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace quorate::log::test

// One adapter under the contract suite: opened, closed and opened again on the same storage.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "server/log/directory.hpp"
#include "server/log/log.hpp"

namespace quorate::log::test {

class Backend {
 public:
  virtual ~Backend() = default;
  // Closes what is open first.
  virtual void open(Limits limits) = 0;
  // Destroys the store.
  virtual void shut() = 0;
  virtual Log& log() = 0;
  virtual Directory& directory() = 0;
};

struct Adapter {
  std::string name;
  std::function<std::unique_ptr<Backend>(Executor)> make;
};
inline void PrintTo(const Adapter& adapter, std::ostream* out) { *out << adapter.name; }

Adapter memory_adapter();
Adapter sqlite_adapter();

}  // namespace quorate::log::test

// Whose fault it is that something could not be written or read. Internal to the SQLite adapter.
#pragma once

#include <string>

namespace quorate::log {

struct Fault {
  bool own;     // of this one write, whatever the storage may do with others
  bool damage;  // what the file holds is not as it was written
  std::string reason;
};

// Of the exception being handled, whatever its type. What SQLite reports is the storage's fault
// unless it is known to be the write's; what is not SQLite's came of the write.
Fault fault_at_hand();

}  // namespace quorate::log

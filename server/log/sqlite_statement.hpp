// Small helpers around SQLiteCpp's statements. Internal to the SQLite adapter.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <string>

namespace quorate::log {

// The bytes are not copied: they must live until the statement has been used.
inline void bind_bytes(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

// Empty for NULL.
inline std::string bytes_of(const SQLite::Column& column) {
  return std::string(static_cast<const char*>(column.getBlob()),
                     static_cast<std::size_t>(column.getBytes()));
}

// One use of a prepared statement: leaves it ready for the next, also when it threw. An open read
// would keep the write-ahead log from being reset.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() {
    // The result only repeats an error that was thrown already.
    static_cast<void>(statement_.tryReset());
  }

 private:
  SQLite::Statement& statement_;
};

}  // namespace quorate::log

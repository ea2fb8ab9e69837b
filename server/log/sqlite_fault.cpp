#include "server/log/sqlite_fault.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <exception>

namespace quorate::log {

Fault fault_at_hand() {
  try {
    throw;
  } catch (const SQLite::Exception& error) {
    constexpr int primary_code = 0xff;
    const int code = error.getErrorCode() & primary_code;
    const bool own = code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH;
    const bool damage = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return {own, damage, error.what()};
  } catch (const std::exception& error) {
    return {true, false, error.what()};
  } catch (...) {
    return {true, false, "an exception of no known kind"};
  }
}

}  // namespace quorate::log

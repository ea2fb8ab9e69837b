// What program this is.
#pragma once

#include <string>

namespace quorate::app {

// Lines for a terminal: the version, the commit it was built from ("+": and changed since;
// "unknown": not from a checkout), and the options it was built with.
std::string version_text();

}  // namespace quorate::app

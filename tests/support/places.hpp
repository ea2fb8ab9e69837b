#pragma once
#include <string>

namespace quorate::test {

// The absolute path of a file of the checkout, named from its top: "tests/vectors/messages.json".
// Compiled into one file alone: a path that every test's command line held would keep a compiler cache
// from serving a checkout in another folder.
std::string in_checkout(const std::string& path);

}  // namespace quorate::test

#include "tests/support/places.hpp"

namespace quorate::test {

std::string in_checkout(const std::string& path) { return QUORATE_CHECKOUT "/" + path; }

}  // namespace quorate::test

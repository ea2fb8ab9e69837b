#pragma once
#include <cstddef>

namespace quorate::test {

// How often this thread has taken memory so far. A copy of a tree takes some for every text and
// list in it, a move none. Linked by tests that ask: it replaces their `operator new`.
std::size_t allocations();

}  // namespace quorate::test

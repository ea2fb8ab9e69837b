#include "tests/unit/room/scarce_memory.hpp"

#include <cstdlib>
#include <new>

#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#endif

namespace quorate::room {

namespace {

thread_local int allocations_left = 0;  // until one fails; 0: none does

// The core is built without exceptions: what its functions held when one passed is leaked.
void expect_leaks(bool expected) {
#if __has_feature(address_sanitizer)
  expected ? __lsan_disable() : __lsan_enable();
#else
  static_cast<void>(expected);
#endif
}

}  // namespace

ScarceMemory::ScarceMemory(int nth) {
  expect_leaks(true);
  allocations_left = nth;
}

ScarceMemory::~ScarceMemory() {
  allocations_left = 0;
  expect_leaks(false);
}

bool ScarceMemory::ran_out() { return allocations_left == 0; }

namespace {

void* allocate(std::size_t size) {
  if (allocations_left > 0 && --allocations_left == 0) throw std::bad_alloc();
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

}  // namespace quorate::room

// Those of the library for arrays and sizes come to these.
void* operator new(std::size_t size) { return quorate::room::allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

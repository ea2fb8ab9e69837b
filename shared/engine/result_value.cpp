// For the programs that want a result as a value. The browser's module has no use for it.
#include <cassert>
#include <utility>

#include "shared/engine/result.hpp"
#include "shared/json/read.hpp"

namespace quorate::engine {

namespace {

// Far above what the bounds on factors and groups let a result become.
constexpr json::ReadLimits kResultLimits{std::size_t{64} << 20, 16, 4'000'000};

}  // namespace

json::Value to_json(const Result& result) {
  auto value = json::read(to_text(result), kResultLimits);
  assert(value);
  return std::move(*value);
}

}  // namespace quorate::engine

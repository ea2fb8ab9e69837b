// The engine's part of engine_bench for WebAssembly: engine_wasm_bench calls and times these.
#include <cstdint>

#include "shared/engine/evaluate.hpp"
#include "shared/engine/result.hpp"
#include "tests/bench/bench_workshop.hpp"

namespace {

using namespace quorate::engine;

Published& value() {
  static Published instance;
  return instance;
}

}  // namespace

// Each returns something of every result, so that none is left out.
extern "C" {

void bench_prepare(int people) { value() = bench::published(people); }

std::int32_t bench_evaluate(std::int32_t times) {
  std::int64_t sum = 0;
  for (std::int32_t i = 0; i < times; ++i) sum += evaluate(value()).n;
  return static_cast<std::int32_t>(sum % INT32_MAX);
}

std::int32_t bench_evaluate_to_text(std::int32_t times) {
  std::size_t sum = 0;
  for (std::int32_t i = 0; i < times; ++i) sum += to_text(evaluate(value())).size();
  return static_cast<std::int32_t>(sum % INT32_MAX);
}

}  // extern "C"

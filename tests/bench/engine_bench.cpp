// How long the engine takes. The bounds it is held to: one vote 200 ns; a whole evaluation of 10
// factors and 6 groups 50 us, and as long for 10,000 people as for 10.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "shared/engine/doors.hpp"
#include "shared/engine/evaluate.hpp"
#include "shared/json/write.hpp"
#include "tests/bench/bench_workshop.hpp"

namespace {

using namespace quorate::engine;

using namespace quorate::engine::bench;

void one_vote(benchmark::State& state) {
  Counts all = counts(10'000);
  std::size_t at = 0;
  for (auto _ : state) {
    all.remove(at % 10, at % kGroups, *Rating::points(1 + static_cast<std::int64_t>(at % 10 % 9)));
    all.add(at % 10, at % kGroups, *Rating::points(1 + static_cast<std::int64_t>(at % 10 % 9)));
    ++at;
    benchmark::ClobberMemory();
  }
}
BENCHMARK(one_vote);

void publish_all(benchmark::State& state) {
  const Setup asked = setup();
  const Counts all = counts(state.range(0));
  const std::vector<bool> pending(asked.factors.size(), false);
  for (auto _ : state) benchmark::DoNotOptimize(publish(asked, all, pending, nullptr));
}
BENCHMARK(publish_all)->Arg(24)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void evaluate_all(benchmark::State& state) {
  const Published value = published(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(evaluate(value));
}
BENCHMARK(evaluate_all)->Arg(10)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void result_to_text(benchmark::State& state) {
  const Result result = evaluate(published(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(to_text(result));
}
BENCHMARK(result_to_text)->Arg(100)->Unit(benchmark::kMicrosecond);

// What a browser does at a reveal: parse, evaluate, write.
void published_text_to_result_text(benchmark::State& state) {
  const std::string text = quorate::json::write(to_json(published(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(evaluate_published_text(text));
}
BENCHMARK(published_text_to_result_text)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond);

}  // namespace

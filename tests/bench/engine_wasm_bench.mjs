// Times the engine in WebAssembly under Node, in CPU time, and compares it with the native benchmark.
//   node tests/bench/engine_wasm_bench.mjs
// It needs build/wasm (cmake --build --preset wasm) and build/release-tests/tests/bench/engine_bench.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wasm = join(root, 'build/wasm');
const native = join(root, 'build/release-tests/tests/bench/engine_bench');
const functions = ['prepare', 'evaluate', 'evaluate_to_text'].map((name) => `_bench_${name}`);

function build(folder) {
  const libraries = ['engine', 'templates', 'json'].map((name) => join(wasm, `shared/${name}/libquorate_${name}.a`));
  const module = join(folder, 'bench.wasm');
  execFileSync(
    'em++',
    [
      ...['-std=c++20', '-O3', '-flto', '-fno-exceptions', '-fno-rtti', '--no-entry'],
      ...['-I', root, '-isystem', join(wasm, 'shared/json/third_party')],
      ...[join(root, 'tests/bench/engine_wasm_bench.cpp'), ...libraries, '-o', module],
      ...['-sSTANDALONE_WASM', '-sFILESYSTEM=0', '-sSUPPORT_LONGJMP=0', '-sMALLOC=emmalloc'],
      ...['-sALLOW_MEMORY_GROWTH', '-sINITIAL_MEMORY=1MB', '-sTOTAL_STACK=128KB'],
      `-sEXPORTED_FUNCTIONS=[${functions}]`,
    ],
    { env: { ...process.env, NODE_PATH: '/usr/share/nodejs' }, stdio: 'inherit' },
  );
  return module;
}

async function load(file) {
  const system = new Proxy({}, { get: () => () => 0 }); // nothing here has a system to call
  const imports = { env: system, wasi_snapshot_preview1: system };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  instance.exports._initialize();
  return instance.exports;
}

// Microseconds of CPU a call, after the module is warm.
function time(call, times = 2000) {
  call(times);
  const before = process.cpuUsage();
  call(times);
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / times;
}

function nativeTime(people) {
  if (!existsSync(native)) return undefined;
  const text = execFileSync(native, [`--benchmark_filter=evaluate_all/${people}$`, '--benchmark_format=json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(text).benchmarks[0].cpu_time;
}

const folder = mkdtempSync(join(tmpdir(), 'quorate-bench-'));
try {
  const module = await load(build(folder));
  for (const people of [10, 100, 1000, 10000]) {
    module.bench_prepare(people);
    const ours = time(module.bench_evaluate);
    const text = time(module.bench_evaluate_to_text);
    const theirs = nativeTime(people);
    const ratio = theirs === undefined ? '' : `, native ${theirs.toFixed(0)} us, ratio ${(ours / theirs).toFixed(1)}`;
    console.log(`${people} people: evaluate ${ours.toFixed(0)} us, with its text ${text.toFixed(0)} us${ratio}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

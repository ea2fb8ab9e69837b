// Runs the same calls in a module, under Node, and natively.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folder = process.env.QUORATE_MODULES;
const native = process.env.QUORATE_NATIVE;

export const moduleFile = (name) => `${folder}/${name}.wasm`;

/** A function call(name, text, now?) of a new instance; `prefix` is what its exports begin with. */
export async function load(name, prefix) {
  const imports = {
    env: { emscripten_notify_memory_growth: () => {} },
    wasi_snapshot_preview1: {
      proc_exit: (code) => {
        throw new Error(`the module ended with ${code}`);
      },
    },
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(moduleFile(name)), imports);
  const { exports } = instance;
  exports._initialize();
  return (call, text, now) => {
    const bytes = Buffer.from(text, 'utf8');
    const into = exports[`${prefix}buffer`](bytes.length);
    new Uint8Array(exports.memory.buffer).set(bytes, into);
    const from = exports[`${prefix}${call}`](bytes.length, now);
    const size = exports[`${prefix}output_size`]();
    return Buffer.from(exports.memory.buffer, from, size).toString('utf8');
  };
}

/** The answers of the native build to the same calls, [{call, text, now}]. */
export function nativeAnswers(calls) {
  const run = spawnSync(native, {
    input: JSON.stringify({ calls }),
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${native}: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

/** Numbers from 0 to n - 1, the same in every run. */
export function dice(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** A module of ours: a plain C interface over UTF-8 JSON text, without glue code. */
export interface TextModule {
  readonly memory: WebAssembly.Memory;
  readonly exports: WebAssembly.Exports;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const IMPORTS: WebAssembly.Imports = {
  // Views of the memory are made anew for every call, so growth needs no notice.
  env: { emscripten_notify_memory_growth: () => undefined },
  wasi_snapshot_preview1: {
    proc_exit: (code: number): never => {
      throw new Error(`the module stopped itself (${code})`);
    },
  },
};

async function compiled(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Streaming needs the right content type and is not in every browser of the oldest kind.
  if (typeof WebAssembly.compileStreaming === 'function') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

export async function loadModule(address: string): Promise<TextModule> {
  const instance = await WebAssembly.instantiate(await compiled(address), IMPORTS);
  const { exports } = instance;
  exportedFunction(exports, '_initialize')();
  return { memory: exports['memory'] as WebAssembly.Memory, exports };
}

export function exportedFunction(exports: WebAssembly.Exports, name: string): (...values: number[]) => number {
  const found = exports[name];
  if (typeof found !== 'function') throw new Error(`the module has no ${name}`);
  return found as (...values: number[]) => number;
}

/** Writes `text` where `buffer(size)` says and returns its size in bytes. */
export function put(module: TextModule, buffer: (size: number) => number, text: string): number {
  const bytes = encoder.encode(text);
  const at = buffer(bytes.length);
  new Uint8Array(module.memory.buffer, at, bytes.length).set(bytes);
  return bytes.length;
}

export function take(module: TextModule, at: number, size: number): string {
  return decoder.decode(new Uint8Array(module.memory.buffer, at, size));
}

// check_module.mjs FILE: fails unless FILE is a valid module that imports nothing but what the pages
// provide. Optimisers have been seen to write modules that no engine accepts.
import { readFileSync } from 'node:fs';

const provided = new Set([
  'env.emscripten_notify_memory_growth',
  'wasi_snapshot_preview1.proc_exit',
]);

const [file] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(file));
const unknown = WebAssembly.Module.imports(module)
  .map((entry) => `${entry.module}.${entry.name}`)
  .filter((name) => !provided.has(name));
if (unknown.length > 0) {
  console.error(`${file} imports what the pages do not provide: ${unknown.join(', ')}`);
  process.exit(1);
}

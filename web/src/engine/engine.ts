import { exportedFunction, loadModule, put, take } from '../client/wasm.ts';
import address from '../generated/wasm/engine.wasm?url';
import type { Result } from '../state/model/types.ts';

/** The decision engine: the same rules, to the byte, as on the server. */
export interface Engine {
  /** The whole result of a published value; throws on a value the engine refuses. */
  evaluate(published: unknown): Result;
}

export async function loadEngine(): Promise<Engine> {
  const module = await loadModule(address);
  const buffer = exportedFunction(module.exports, 'quorate_engine_buffer');
  const outputSize = exportedFunction(module.exports, 'quorate_engine_output_size');
  const run = exportedFunction(module.exports, 'quorate_engine_evaluate_published');
  return {
    evaluate(published) {
      const at = run(put(module, buffer, JSON.stringify(published)));
      const result = JSON.parse(take(module, at, outputSize())) as Result & { readonly error?: string };
      if (result.error !== undefined) throw new Error(`engine: ${result.error}`);
      return result;
    },
  };
}

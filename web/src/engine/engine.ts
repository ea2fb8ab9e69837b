import { exportedFunction, loadModule, put, take } from '../client/wasm.ts';
import address from '../generated/wasm/engine.wasm?url';
import type { Result, WhatIf } from '../state/model/types.ts';

/** The decision engine: the same rules, to the byte, as on the server. */
export interface Engine {
  /** The whole result of a published value; throws on a value the engine refuses. */
  evaluate(published: unknown): Result;
  /** The advice that would follow if these questions' middle answers, doubled, were others. */
  whatIf(published: unknown, medians: { readonly [factor: string]: number }): WhatIf;
}

export async function loadEngine(): Promise<Engine> {
  const module = await loadModule(address);
  const buffer = exportedFunction(module.exports, 'quorate_engine_buffer');
  const outputSize = exportedFunction(module.exports, 'quorate_engine_output_size');
  const call = <T>(name: string) => {
    const run = exportedFunction(module.exports, name);
    return (input: unknown): T => {
      const at = run(put(module, buffer, JSON.stringify(input)));
      const result = JSON.parse(take(module, at, outputSize())) as T & { readonly error?: string };
      if (result.error !== undefined) throw new Error(`engine: ${result.error}`);
      return result;
    };
  };
  const whatIf = call<WhatIf>('quorate_engine_what_if');
  return {
    evaluate: call<Result>('quorate_engine_evaluate_published'),
    whatIf: (published, medians) => whatIf({ published, medians }),
  };
}

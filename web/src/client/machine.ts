import type { Action, Input } from '../../../client-wasm/contract.ts';
import { exportedFunction, loadModule, put, take } from './wasm.ts';

/** The client's state machine: told what happened, it returns what to do. */
export interface Machine {
  input(input: Input): readonly Action[];
  receive(text: string): readonly Action[];
}

/** The machine in the module `client`. `now` is a monotonic clock in milliseconds. */
export async function loadMachine(address: string, now: () => number = () => performance.now()): Promise<Machine> {
  const module = await loadModule(address);
  const buffer = exportedFunction(module.exports, 'quorate_buffer');
  const outputSize = exportedFunction(module.exports, 'quorate_output_size');
  const call = (name: string) => {
    const run = exportedFunction(module.exports, name);
    return (text: string): readonly Action[] => {
      const at = run(put(module, buffer, text), now());
      return JSON.parse(take(module, at, outputSize())) as readonly Action[];
    };
  };
  const input = call('quorate_input');
  const receive = call('quorate_receive');
  return { input: (value) => input(JSON.stringify(value)), receive };
}

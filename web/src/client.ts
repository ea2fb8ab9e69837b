import { loadMachine } from './client/machine.ts';
import { run, socketAddress, type Client, type Start } from './client/runner.ts';
import { keptFor } from './client/storage.ts';
import address from './generated/wasm/client.wasm?url';

export type { Client } from './client/runner.ts';

/** Loads the client and connects. Fails when the browser cannot run the module. */
export async function startClient(start: Start): Promise<Client> {
  const machine = await loadMachine(address);
  const openSocket = (path: string) => new WebSocket(socketAddress(path));
  return run(machine, start, { openSocket, kept: keptFor(start.workshop) });
}

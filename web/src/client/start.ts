import address from '../generated/wasm/client.wasm?url';
import { channels } from './channel.ts';
import { fetchedLate } from './late_channel.ts';
import { loadMachine, type Machine } from './machine.ts';
import { run, type Client, type Start } from './runner.ts';
import { openSocket } from './socket.ts';
import { keptFor, type Kept } from './storage.ts';

const openPoll = fetchedLate(async () => (await import('./poll.ts')).openPoll);

/** A client that nobody has yet, while or once it is compiled. */
let ahead: Promise<Machine | undefined> | undefined;

/** Compiles the client before it is wanted. */
export function prepareClient(): void {
  ahead = loadMachine(address).catch(() => undefined);
}

/** Loads the client and connects. Fails when the browser cannot run the module. `kept` is the storage of
 *  the one who sits here, where several people share a phone. */
export async function startClient(start: Start, kept: Kept = keptFor(start.workshop)): Promise<Client> {
  const prepared = ahead;
  ahead = undefined; // a machine is one client
  const machine = (await prepared) ?? (await loadMachine(address));
  return run(machine, start, { openChannel: channels(openSocket, openPoll), kept });
}

import { signal, type ReadonlySignal } from '@preact/signals';

import type { Action, Command, Input, Role, TimerId, ViewModel } from '../../../client-wasm/contract.ts';
import type { Channel } from './channel.ts';
import type { Machine } from './machine.ts';
import { merged, type Json } from './merge.ts';
import { randomHex, type Kept } from './storage.ts';

/** The running client, as screens see it. */
export interface Client {
  /** What to draw. Parts that a change does not touch stay the same objects. */
  readonly model: ReadonlySignal<ViewModel>;
  /** When the last word came from the server; nothing before the first. */
  readonly heard: ReadonlySignal<Date | undefined>;
  /** False when the browser keeps nothing: answers not yet sent are lost with the page. */
  readonly lasting: ReadonlySignal<boolean>;
  command(command: Command): void;
  takeOver(): void;
  dismiss(): void;
}

export interface Start {
  readonly workshop: string;
  readonly role: Role;
  readonly token?: string;
}

/** What the runner needs of the browser; tests give their own. */
export interface Surroundings {
  openChannel(path: string): Channel;
  readonly kept: Kept;
}

const SECRET = 'secret';
const SECRET_BYTES = 16;
const SEED_BYTES = 32;

/** The phone's secret for this workshop: made before joining, the same after a reload. */
function secretIn(kept: Kept): string {
  const known = kept.all()[SECRET];
  if (known !== undefined && /^[0-9a-f]{32}$/.test(known)) return known;
  const fresh = randomHex(SECRET_BYTES);
  kept.set(SECRET, fresh);
  return fresh;
}

/** Runs the machine's actions from now until the page goes away. */
export function run(machine: Machine, start: Start, { openChannel, kept }: Surroundings): Client {
  const model = signal<ViewModel>({ link: 'connecting', answers: {}, working: {} });
  const heard = signal<Date | undefined>(undefined);
  const lasting = signal(kept.lasting);
  const timers = new Map<TimerId, ReturnType<typeof setTimeout>>();
  let socket: Channel | undefined;

  const tell = (input: Input) => perform(machine.input(input));

  const open = (path: string) => {
    const mine = openChannel(path);
    socket = mine;
    // What an abandoned socket still has to say is not listened to.
    const ifMine = (act: () => void) => () => {
      if (socket === mine) act();
    };
    mine.onopen = ifMine(() => tell({ in: 'opened' }));
    mine.onmessage = (event: MessageEvent<unknown>) => {
      if (socket !== mine || typeof event.data !== 'string') return;
      heard.value = new Date();
      perform(machine.receive(event.data));
    };
    mine.onclose = (event) => {
      if (socket !== mine) return;
      socket = undefined;
      tell({ in: 'closed', code: event.code });
    };
  };

  const cancel = (id: TimerId) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };

  const perform = (actions: readonly Action[]) => {
    let shown: Json = model.peek() as unknown as Json;
    for (const action of actions) {
      switch (action.do) {
        case 'open':
          open(action.path);
          break;
        case 'send':
          socket?.send(action.text);
          break;
        case 'close': {
          const last = socket;
          socket = undefined;
          last?.close();
          break;
        }
        case 'timer':
          cancel(action.id);
          timers.set(action.id, setTimeout(() => {
            timers.delete(action.id);
            tell({ in: 'timer', id: action.id });
          }, action.ms));
          break;
        case 'cancel':
          cancel(action.id);
          break;
        case 'keep':
          kept.set(action.key, action.value);
          lasting.value = kept.lasting;
          break;
        case 'forget':
          kept.remove(action.key);
          break;
        case 'show':
          shown = merged(shown, action.patch);
          break;
        case 'complain':
          console.error(action.text);
          break;
      }
    }
    model.value = shown as unknown as ViewModel;
  };

  const wake = () => tell({ in: 'wake' });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wake(); // the page was frozen, and its socket with it
  });
  window.addEventListener('online', () => tell({ in: 'network', online: true }));
  window.addEventListener('offline', () => tell({ in: 'network', online: false }));

  const secret = start.role === 'participant' ? { secret: secretIn(kept) } : {};
  const keptByClient = () => {
    const { [SECRET]: _, ...rest } = kept.all();
    return rest;
  };
  tell({ in: 'start', ...start, ...secret, kept: keptByClient(), random: randomHex(SEED_BYTES) });
  if (!navigator.onLine) tell({ in: 'network', online: false });

  return {
    model,
    heard,
    lasting,
    command: (command) => tell({ in: 'command', ...command }),
    takeOver: () => {
      kept.reload();
      tell({ in: 'take_over', kept: keptByClient() });
    },
    dismiss: () => tell({ in: 'dismiss' }),
  };
}

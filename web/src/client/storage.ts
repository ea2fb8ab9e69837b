/** Text kept under one workshop: in the browser's storage where it lets us, else in memory. */
export interface Kept {
  all(): { readonly [key: string]: string };
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Reads again what other tabs have changed. */
  reload(): void;
  /** False once the browser has refused to keep something: it is lost with the page. */
  readonly lasting: boolean;
}

const OURS = 'quorate';

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined; // the browser's settings forbid it
  }
}

/** The first person on a phone has the workshop's own part of the storage, everybody else one beside it. */
export const FIRST_SEAT = 1;

export function keptFor(
  workshop: string,
  seat: number = FIRST_SEAT,
  storage: Storage | undefined = browserStorage(),
): Kept {
  const prefix = `${OURS}.${workshop}${seat === FIRST_SEAT ? '' : `-${seat}`}.`;
  const memory = new Map<string, string>();
  let lasting = storage !== undefined;
  const attempt = (act: (storage: Storage) => void) => {
    if (!storage) return;
    try {
      act(storage);
    } catch {
      lasting = false; // full or refused: memory has it
    }
  };
  const reload = () =>
    attempt((store) => {
      const found: [string, string][] = [];
      for (let index = 0; index < store.length; index += 1) {
        const name = store.key(index);
        const value = name?.startsWith(prefix) ? store.getItem(name) : null;
        if (name !== null && value !== null) found.push([name.slice(prefix.length), value]);
      }
      if (lasting) memory.clear(); // what was refused is in memory alone
      for (const [key, value] of found) memory.set(key, value);
    });
  reload();
  return {
    all: () => Object.fromEntries(memory),
    set(key, value) {
      memory.set(key, value);
      attempt((store) => store.setItem(prefix + key, value));
    },
    remove(key) {
      memory.delete(key);
      attempt((store) => store.removeItem(prefix + key));
    },
    reload,
    get lasting() {
      return lasting;
    },
  };
}

/** `count` random bytes as lower-case hex. */
export function randomHex(count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Parts of the phone that are fetched only once they are needed, with their sentences: they would be a
// third of everything a phone loads before it can answer.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { Bundle } from '../../generated/keys.ts';
import { learn } from '../../words/say.ts';

export interface Part<M> {
  /** Once; after a failure it may be tried again. */
  fetch(): void;
  /** Nothing until it has arrived. */
  get(): M | undefined;
}

export function part<M>(load: () => Promise<M>, ...bundles: readonly Bundle[]): Part<M> {
  const arrived = signal<M | undefined>(undefined);
  let asked = false;
  return {
    fetch() {
      if (asked) return;
      asked = true;
      Promise.all([load(), learn(...bundles)])
        .then(([module]) => (arrived.value = module))
        .catch((fault: unknown) => {
          asked = false; // the line was bad: once it is back, again
          console.error(fault);
        });
    },
    get: () => arrived.value,
  };
}

/** Style sheets that only a late part needs: smaller than its scripts, so they are there before it. */
export function wear(...sheets: readonly string[]): void {
  for (const sheet of sheets) {
    if (document.head.querySelector(`link[href="${sheet}"]`)) continue; // the scripts did not come the first time
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    document.head.append(link);
  }
}

/** The part, fetched as soon as there is a line. */
export function usePart<M>(wanted: Part<M>, online: boolean): M | undefined {
  useEffect(() => {
    if (online) wanted.fetch();
  }, [wanted, online]);
  return wanted.get();
}

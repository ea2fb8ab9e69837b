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
  /** True after a failure: the line is bad, or the server has a new version without the files of this one. */
  failed(): boolean;
}

export function part<M>(load: () => Promise<M>, ...bundles: readonly Bundle[]): Part<M> {
  const arrived = signal<M | undefined>(undefined);
  const failed = signal(false);
  let asked = false;
  return {
    fetch() {
      if (asked) return;
      asked = true;
      Promise.all([load(), learn(...bundles)])
        .then(([module]) => (arrived.value = module))
        .catch((fault: unknown) => {
          asked = false; // once the line is back, again
          failed.value = true;
          console.error(fault);
        });
    },
    get: () => arrived.value,
    failed: () => failed.value,
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

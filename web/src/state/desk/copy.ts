import type { Setup } from '../model/types.ts';

/** Where /new looks for a setup to begin with. */
export const COPY_KEY = 'quorate.copy';

/** Leaves this workshop's setup for /new. */
export function leaveCopy(setup: Setup): void {
  try {
    sessionStorage.setItem(COPY_KEY, JSON.stringify(setup));
  } catch {
    // Storage is refused: /new begins with an empty form.
  }
}

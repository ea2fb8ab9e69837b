import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { Result, View } from '../state/model.ts';
import type { Engine } from './engine.ts';

/** One engine a page; nothing until it has arrived. */
const engine = signal<Engine | undefined>(undefined);
export const engineHere: ReadonlySignal<Engine | undefined> = engine;
let asked = false;

/** Fetches the engine, once; a failed fetch may be tried again. */
export async function fetchEngine(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const { loadEngine } = await import('./engine.ts');
    engine.value = await loadEngine();
  } catch (fault) {
    asked = false;
    throw fault;
  }
}

/** What follows from the answers that are shown: nothing before the first reveal and until the engine,
 *  which is fetched then, has arrived. */
export function liveResult(view: ReadonlySignal<View | undefined>): ReadonlySignal<Result | undefined> {
  const published = computed(() => view.value?.published);
  const wanted = computed(() => published.value !== undefined);
  effect(() => {
    if (wanted.value) fetchEngine().catch((fault: unknown) => console.error(fault));
  });
  return computed(() => (published.value && engine.value ? engine.value.evaluate(published.value) : undefined));
}

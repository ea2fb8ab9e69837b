import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { Result, View } from '../state/model/types.ts';
import type { Engine } from './engine.ts';

/** One engine a page; nothing until it has arrived. */
const engine = signal<Engine | undefined>(undefined);
export const engineHere: ReadonlySignal<Engine | undefined> = engine;
const failed = signal(false);
/** The last try to get the engine came to nothing: the line is bad, or this browser cannot run it. */
export const engineFailed: ReadonlySignal<boolean> = failed;
let asked = false;
let pause = 2_000;

/** Fetches the engine, once; where that fails, again and again, after ever longer. */
export async function fetchEngine(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const { loadEngine } = await import('./engine.ts');
    engine.value = await loadEngine();
    failed.value = false;
  } catch (fault) {
    console.error(fault);
    failed.value = true;
    asked = false;
    setTimeout(fetchEngine, (pause *= 2));
  }
}

/** What follows from the answers that are shown: nothing before the first reveal and until the engine,
 *  which is fetched then, has arrived. */
export function liveResult(view: ReadonlySignal<View | undefined>): ReadonlySignal<Result | undefined> {
  const published = computed(() => view.value?.published);
  const wanted = computed(() => published.value !== undefined);
  effect(() => {
    if (wanted.value) void fetchEngine();
  });
  return computed(() => (published.value && engine.value ? engine.value.evaluate(published.value) : undefined));
}

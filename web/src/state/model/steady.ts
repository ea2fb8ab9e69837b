/** A press this soon after a button has changed its meaning was meant for what it was before. */
export const STEADY_MS = 1_000;

/** What a button would do, and since when. */
export interface Meaning {
  readonly name: string;
  /** Since the page was drawn where nothing stands here. */
  readonly since_ms?: number;
}

/** The meaning a button has now, by the page's own clock. `before` is nothing when it is first drawn. */
export function meaningNow(before: Meaning | undefined, name: string, now_ms: number): Meaning {
  if (before?.name === name) return before;
  return before === undefined ? { name } : { name, since_ms: now_ms };
}

/** How long the button takes no press yet. */
export function unsteadyFor({ since_ms }: Meaning, now_ms: number): number {
  return since_ms === undefined ? 0 : Math.max(0, since_ms + STEADY_MS - now_ms);
}

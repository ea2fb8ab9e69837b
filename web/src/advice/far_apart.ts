import type { Level, Result } from '../state/model/types.ts';

/** Two groups, or one group and everybody (no `b`), whose own levels are far apart. */
export interface Apart {
  readonly a: { readonly id: string; readonly level: Level };
  readonly b: { readonly id: string | undefined; readonly level: Level };
}

const FAR_APART = 2; // levels

/** The pair of views that differ most, when they differ by two levels or more. */
export function farApart(result: Result): Apart | undefined {
  const groups = result.groups.flatMap(({ id, level }) => (level === null ? [] : [{ id, level }]));
  const all: { readonly id: string | undefined; readonly level: Level }[] = [...groups];
  if (result.level !== null) all.push({ id: undefined, level: result.level });
  let widest: Apart | undefined;
  for (const a of groups) {
    for (const b of all) {
      const gap = Math.abs(a.level - b.level);
      const known = widest ? Math.abs(widest.a.level - widest.b.level) : FAR_APART - 1;
      if (gap > known) widest = { a, b };
    }
  }
  return widest;
}

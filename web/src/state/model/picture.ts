import { BANDS } from './scale.ts';
import type { FactorResult, Rating, Zone } from './types.ts';

export interface Bar {
  readonly rating: Rating;
  readonly zone: Zone;
  readonly count: number;
  readonly share: number; // of everybody, 0 … 1
}

/** The nine bars, "Definitely yes" first. `counts` is for 1 … 9 in that order; a whole bar would be all. */
export function barsOf(counts: readonly number[], all: number): readonly Bar[] {
  return BANDS.flatMap(({ zone, ratings }) =>
    ratings.map((rating) => {
      const count = counts[rating - 1] ?? 0;
      return { rating, zone, count, share: all > 0 ? count / all : 0 };
    }),
  );
}

/** How many answered in each zone, yes first. */
export function zonesOf(counts: readonly number[]): readonly { readonly zone: Zone; readonly count: number }[] {
  return BANDS.map(({ zone, ratings }) => ({
    zone,
    count: ratings.reduce((sum, rating) => sum + (counts[rating - 1] ?? 0), 0),
  }));
}

/** The middle answer: one rating, or the two it lies between. `m2` is twice the median, 2 … 18. */
export function middleOf(m2: number): readonly [Rating] | readonly [Rating, Rating] {
  const low = Math.floor(m2 / 2) as Rating;
  return m2 % 2 === 0 ? [low] : [low, (low + 1) as Rating];
}

/** Twice the median people actually gave, before the holders' rule and the rule for unknown factors. */
export function peoplesMiddle(factor: FactorResult): number | undefined {
  return factor.measures?.m2 ?? undefined;
}

export type Agreement = 'pull_apart' | 'everyone' | 'most' | 'spread';

/** Answers this many steps of the scale apart, or fewer, are close together. */
const CLOSE_STEPS = 2;
/** As many of the answers as are called most. */
const MOST = 2 / 3;

/** How far people agree: that they pull apart is the engine's finding, how close they are is counted here. */
export function agreementOf({ counts, di, disagreement }: FactorResult): Agreement | undefined {
  if (!di || !counts) return undefined;
  if (disagreement) return 'pull_apart';
  const n = counts.reduce((sum, count) => sum + count, 0);
  const near = counts.map((_, from) => counts.slice(from, from + CLOSE_STEPS + 1).reduce((sum, count) => sum + count, 0));
  const together = Math.max(...near);
  if (together === n) return 'everyone';
  return together >= MOST * n ? 'most' : 'spread';
}

/** A decimal of the engine's, cut to so many places for reading; the engine has rounded already. */
export function shortDecimal(fraction: { readonly num: number; readonly den: number }, places: number): string {
  return (fraction.num / fraction.den).toFixed(places);
}

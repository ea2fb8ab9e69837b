import { BANDS } from './scale.ts';
import type { FactorResult, Rating, Zone } from './types.ts';

export interface Bar {
  readonly rating: Rating;
  readonly zone: Zone;
  readonly count: number;
  readonly share: number; // of the longest bar, 0 … 1
}

/** The nine bars, "Definitely yes" first. `counts` is for 1 … 9 in that order. */
export function barsOf(counts: readonly number[]): readonly Bar[] {
  const longest = Math.max(1, ...counts);
  return BANDS.flatMap(({ zone, ratings }) =>
    ratings.map((rating) => {
      const count = counts[rating - 1] ?? 0;
      return { rating, zone, count, share: count / longest };
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

export type Agreement = 'pull_apart' | 'spread' | 'close';

/** Half of RAND's limit: below it answers are called close together. The limit itself, 1, is RAND's. */
const CLOSE_BELOW = 0.5;

export function agreementOf(factor: FactorResult): Agreement | undefined {
  if (!factor.di) return undefined;
  if (factor.disagreement) return 'pull_apart';
  return factor.di.num < CLOSE_BELOW * factor.di.den ? 'close' : 'spread';
}

/** A decimal of the engine's, cut to so many places for reading; the engine has rounded already. */
export function shortDecimal(fraction: { readonly num: number; readonly den: number }, places: number): string {
  return (fraction.num / fraction.den).toFixed(places);
}

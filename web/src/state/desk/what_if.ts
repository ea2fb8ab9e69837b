import type { View, Rating, Result } from '../model/types.ts';

/** The answers that are moved; every other one stays as it was given. */
export type Supposed = { readonly [factor: string]: Rating };

export function supposing(supposed: Supposed, factor: string, rating: Rating | undefined): Supposed {
  const { [factor]: _, ...rest } = supposed;
  return rating === undefined ? rest : { ...rest, [factor]: rating };
}

/** The questions whose answers are known, so that others can be supposed in their place. */
export function movable(result: Result): readonly string[] {
  return result.factors.filter(({ counts }) => counts).map(({ id }) => id);
}

const POINTS = 9;

/** What is read and changed here of the engine's published value. */
interface PublishedFactor {
  readonly n: number;
  readonly counts?: readonly number[];
  readonly cells?: readonly { readonly counts: readonly number[]; readonly groups: readonly number[] }[];
}

interface Published {
  readonly setup: { readonly factors: readonly { readonly id: string }[] };
  readonly factors: readonly PublishedFactor[];
}

/** As many as there were, all with this rating. */
function allAt(rating: Rating, counts: readonly number[]): readonly number[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: POINTS }, (_, at) => (at + 1 === rating ? n : 0));
}

/** The published value as it would be if everybody, in every group, had given this answer to this question. */
export function publishedIf(published: NonNullable<View['published']>, supposed: Supposed): unknown {
  const { setup, factors, ...rest } = published as unknown as Published;
  const moved = factors.map((factor, at) => {
    const rating = supposed[setup.factors[at]?.id ?? ''];
    if (rating === undefined || !factor.counts) return factor;
    const cells = factor.cells?.map((cell) => ({ ...cell, counts: allAt(rating, cell.counts) }));
    return { ...factor, dk: 0, na: 0, counts: allAt(rating, factor.counts), cells };
  });
  return { setup, factors: moved, ...rest };
}

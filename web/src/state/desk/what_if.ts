import type { Rating } from '../model/types.ts';

/** The answers that are moved; every other one stays as it was given. */
export type Supposed = { readonly [factor: string]: Rating };

export function supposing(supposed: Supposed, factor: string, rating: Rating | undefined): Supposed {
  const { [factor]: _, ...rest } = supposed;
  return rating === undefined ? rest : { ...rest, [factor]: rating };
}

/** As the engine takes them: twice the middle answer. */
export function mediansOf(supposed: Supposed): { readonly [factor: string]: number } {
  return Object.fromEntries(Object.entries(supposed).map(([factor, rating]) => [factor, 2 * rating]));
}

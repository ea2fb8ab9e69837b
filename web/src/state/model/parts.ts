import { zonesOf } from './picture.ts';
import type { FactorResult } from './types.ts';

/** Everybody who was asked, each in one part: they add up to `all`. */
export interface Parts {
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly dk: number;
  readonly na: number;
  /** Gave no answer; 0 also where it is not known how many were asked. */
  readonly none: number;
  /** How many gave an answer of any kind. */
  readonly answered: number;
  readonly all: number;
  /** Of an earlier round: those who do not know, and to whom it does not apply, are in `none`. */
  readonly unrated?: true;
}

/** `of` is how many had joined when the round closed. Without it, or with more answers than that, all are
 *  those who answered. Nothing where the answers may not be shown. */
export function partsOf({ counts, dk, na }: FactorResult, of: number | undefined): Parts | undefined {
  if (!counts) return undefined;
  const [yes, partly, no] = zonesOf(counts).map(({ count }) => count) as [number, number, number];
  const answered = yes + partly + no + (dk ?? 0) + (na ?? 0);
  const all = Math.max(of ?? 0, answered);
  return { yes, partly, no, dk: dk ?? 0, na: na ?? 0, none: all - answered, answered, all };
}

/** The same of the round before, of which the ratings alone are published. */
export function earlierParts(counts: readonly number[], of: number | undefined): Parts {
  const [yes, partly, no] = zonesOf(counts).map(({ count }) => count) as [number, number, number];
  const answered = yes + partly + no;
  const all = Math.max(of ?? 0, answered);
  return { yes, partly, no, dk: 0, na: 0, none: all - answered, answered, all, unrated: true };
}

/** Of people who are shown together: those who rated it, and nobody else. */
export function cellParts(counts: readonly number[]): Parts {
  return earlierParts(counts, undefined);
}

import { describe, expect, it } from 'vitest';

import { earlierParts, partsOf, type Parts } from '../../../src/state/model/parts.ts';
import type { FactorResult } from '../../../src/state/model/types.ts';

/** Numbers that look thrown, and are the same in every run. */
function thrown(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % (most + 1);
  };
}

const sum = ({ yes, partly, no, dk, na, none }: Parts) => yes + partly + no + dk + na + none;

describe('the parts of a picture', () => {
  it('add up to everybody, for any answers and any number of people', () => {
    const wrong: Parts[] = [];
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const next = thrown(seed);
      const counts = Array.from({ length: 9 }, () => next(20));
      const factor: FactorResult = { id: 'time', role: 'limiting', n: 0, counts, dk: next(9), na: next(9) };
      const of = seed % 5 === 0 ? undefined : next(400);
      const parts = partsOf(factor, of);
      if (!parts) throw new Error('hidden');
      const before = earlierParts(counts, of);
      const adds = (each: Parts) => sum(each) === each.all && each.answered + each.none === each.all && each.none >= 0;
      wrong.push(...[parts, before].filter((each) => !adds(each)));
    }
    expect(wrong).toEqual([]);
  });

  it('are of those who had joined when the round closed', () => {
    const factor = { id: 'time', role: 'limiting', n: 13, counts: [2, 2, 1, 0, 0, 0, 2, 3, 3], dk: 3, na: 1 };
    expect(partsOf(factor, 18)).toEqual({ yes: 8, partly: 0, no: 5, dk: 3, na: 1, none: 1, answered: 17, all: 18 });
  });

  it('are of those who answered where nothing else is known, or where more answered than were there at the end', () => {
    const factor = { id: 'time', role: 'limiting', n: 13, counts: [2, 2, 1, 0, 0, 0, 2, 3, 3], dk: 3, na: 1 };
    expect(partsOf(factor, undefined)).toMatchObject({ none: 0, all: 17 });
    expect(partsOf(factor, 10)).toMatchObject({ none: 0, all: 17 });
  });

  it('are not there where the answers may not be shown', () => {
    expect(partsOf({ id: 'time', role: 'limiting', n: 3, counts: null }, 18)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';

import { resultOf } from '../../../src/fixtures/workshop.ts';
import { agreementOf, barsOf, middleOf, zonesOf } from '../../../src/state/model/picture.ts';

const counts = [1, 0, 0, 0, 2, 0, 4, 0, 3];

describe('barsOf', () => {
  it('goes from "Definitely yes" down, each bar measured against everybody', () => {
    const bars = barsOf(counts, 20);
    expect(bars.map(({ rating }) => rating)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(bars.map(({ count }) => count)).toEqual([3, 0, 4, 0, 2, 0, 0, 0, 1]);
    expect(bars.map(({ share }) => share)).toEqual([0.15, 0, 0.2, 0, 0.1, 0, 0, 0, 0.05]);
  });

  it('draws no bar at all when there are no answers', () => {
    expect(barsOf(Array<number>(9).fill(0), 0).every(({ share }) => share === 0)).toBe(true);
  });
});

describe('zonesOf', () => {
  it('adds up thirds of the scale, losing nobody', () => {
    expect(zonesOf(counts)).toEqual([
      { zone: 'yes', count: 7 },
      { zone: 'partly', count: 2 },
      { zone: 'no', count: 1 },
    ]);
  });
});

describe('middleOf', () => {
  it('names one answer, or the two it lies between', () => {
    expect(middleOf(14)).toEqual([7]);
    expect(middleOf(13)).toEqual([6, 7]);
  });
});

describe('agreementOf', () => {
  it('says that answers pull apart exactly when the engine does', () => {
    const factor = (name: string) => resultOf.divided.factors.find(({ id }) => id === name);
    const power = factor('power');
    const trust = factor('legitimacy');
    expect(power && agreementOf(power)).toBe('pull_apart');
    expect(trust && agreementOf(trust)).not.toBe('pull_apart');
  });

  it('calls close together only those who are', () => {
    const di = { dec: '0.5', num: 1, den: 2 };
    const agreement = (given: readonly number[]) => agreementOf({ id: 'time', role: 'limiting', n: 9, di, disagreement: false, counts: given });
    expect(agreement([0, 0, 0, 0, 0, 0, 3, 4, 2])).toBe('everyone');
    expect(agreement([1, 0, 0, 0, 0, 0, 3, 4, 1])).toBe('most');
    expect(agreement([1, 1, 1, 1, 1, 1, 1, 1, 1])).toBe('spread');
  });

  it('says nothing of a factor that is not shown', () => {
    const pending = resultOf.incomplete.factors.find(({ zone }) => zone === undefined);
    expect(pending && agreementOf(pending)).toBeUndefined();
    expect(pending).toBeDefined();
  });
});

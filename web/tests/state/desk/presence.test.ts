import { describe, expect, it } from 'vitest';

import { setup, view } from '../../../src/fixtures/workshop.ts';
import { heardOf, isHere, presenceOf } from '../../../src/state/desk/presence.ts';
import type { Person } from '../../../src/state/model/types.ts';

const person = (more: Partial<Person> = {}): Person => ({ at: 0, alias: [0, 0], group: 'staff', answered: 0, ...more });

describe('isHere', () => {
  it('reads the first of four places from the highest bit', () => {
    expect([0, 1, 2, 3].map((at) => isHere('8', at))).toEqual([true, false, false, false]);
    expect([0, 1, 2, 3].map((at) => isHere('1', at))).toEqual([false, false, false, true]);
    expect([4, 5, 6, 7].map((at) => isHere('0a', at))).toEqual([true, false, true, false]);
  });

  it('takes digits that are left out for nobody', () => {
    expect(isHere('f', 4)).toBe(false);
    expect(isHere('', 0)).toBe(false);
    expect(isHere(undefined, 0)).toBe(false);
  });
});

describe('presenceOf', () => {
  it('tells the connected from the away and from those without a phone', () => {
    expect(presenceOf(person(), '8')).toBe('here');
    expect(presenceOf(person({ at: 1 }), '8')).toBe('away');
    expect(presenceOf(person({ proxy: true }), '8')).toBe('no_phone');
  });
});

describe('heardOf', () => {
  const of = (group: string, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${group}${at}`, person({ at, group })]));

  it('counts all groups with the same mark together', () => {
    const here = { ...of('managers', 3), ...of('leaders', 2), ...of('lived', 4) };
    expect(heardOf(view({ people: here }))).toEqual({ deciders: 'enough', lived: 'few' });
  });

  it('counts those without a phone only beside enough who have one, or alone', () => {
    const without = (group: string, count: number, phones: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`${group}${at}`, person({ at, group, ...(at < phones ? {} : { proxy: true as const }) })]),
      );
    const heard = (count: number, phones: number) => heardOf(view({ people: without('lived', count, phones) })).lived;
    expect(heard(7, 4)).toBe('few');
    expect(heard(7, 5)).toBe('enough');
    expect(heard(5, 0)).toBe('enough');
    expect(heard(4, 0)).toBe('few');
  });

  it('says nothing of a mark that no group has', () => {
    const { lived: _, ...groups } = setup.groups;
    expect(heardOf(view({ setup: { ...setup, groups }, people: {} }))).toEqual({ deciders: 'few' });
  });
});

import { describe, expect, it } from 'vitest';

import { DECISION_BYTES, NAME_BYTES, tooLongIn, VIEW_BYTES, WHO_BYTES, WHY_BYTES } from '../../../src/state/desk/decision_bounds.ts';

const views = (one: string) => ({ views: { one, other: 'b' }, shared: [] });

describe('what the server would refuse as too long', () => {
  it('is nothing at the bounds', () => {
    expect(tooLongIn(views('a'.repeat(VIEW_BYTES)))).toEqual([]);
    const name = 'a'.repeat(NAME_BYTES);
    const why = 'a'.repeat(WHY_BYTES);
    expect(tooLongIn({ approach: 3, shared: [], name, why, tasks: [{ factor: 'time', who: 'a'.repeat(WHO_BYTES) }] })).toEqual([]);
  });

  it('names the field and how many characters have to go, in bytes of UTF-8', () => {
    expect(tooLongIn(views('a'.repeat(VIEW_BYTES + 3)))).toEqual([{ field: 'one', over: 3 }]);
    expect(tooLongIn(views('ŵ'.repeat(VIEW_BYTES / 2 + 2)))).toEqual([{ field: 'one', over: 2 }]);
    expect(tooLongIn({ approach: 3, shared: [], name: `${'a'.repeat(NAME_BYTES)}😀` })).toEqual([{ field: 'name', over: 1 }]);
    expect(tooLongIn({ approach: 3, shared: [], tasks: [{ factor: 'time', who: 'é'.repeat(61) }] })).toEqual([
      { field: 'who', factor: 'time', over: 1 },
    ]);
  });

  it('is all of it where each fits and the message does not', () => {
    const tasks = Array.from({ length: 24 }, (_, at) => ({ factor: `own_${at}`, who: 'a'.repeat(WHO_BYTES) }));
    const whole = { approach: 3, shared: [], name: 'a'.repeat(NAME_BYTES), why: 'a'.repeat(WHY_BYTES), tasks } as const;
    const over = JSON.stringify(whole).length - DECISION_BYTES;
    expect(over).toBeGreaterThan(0);
    expect(tooLongIn(whole)).toEqual([{ field: 'all', over }]);
  });
});

import { expect, it } from 'vitest';

import { resultOf } from '../../../src/fixtures/workshop.ts';
import { movable, publishedIf, supposing } from '../../../src/state/desk/what_if.ts';

it('moves an answer, moves it again, and puts it back as it was', () => {
  const once = supposing({ power: 9 }, 'time', 2);
  expect(once).toEqual({ power: 9, time: 2 });
  expect(supposing(once, 'time', 5)).toEqual({ power: 9, time: 5 });
  expect(supposing(once, 'time', undefined)).toEqual({ power: 9 });
});

it('supposes that everybody in every group answered alike, and leaves the other questions as they are', () => {
  const power = { n: 8, dk: 2, na: 1, counts: [4, 0, 0, 0, 0, 0, 0, 0, 4], cells: [{ groups: [0], counts: [4, 0, 0, 0, 0, 0, 0, 0, 0] }, { groups: [1], counts: [0, 0, 0, 0, 0, 0, 0, 0, 4] }] };
  const time = { n: 2 };
  const published = { enough: true, setup: { factors: [{ id: 'power' }, { id: 'time' }] }, factors: [power, time] };
  expect(publishedIf(published, { power: 7, time: 9 })).toEqual({
    enough: true,
    setup: published.setup,
    factors: [
      {
        n: 8,
        dk: 0,
        na: 0,
        counts: [0, 0, 0, 0, 0, 0, 8, 0, 0],
        cells: [
          { groups: [0], counts: [0, 0, 0, 0, 0, 0, 4, 0, 0] },
          { groups: [1], counts: [0, 0, 0, 0, 0, 0, 4, 0, 0] },
        ],
      },
      time,
    ],
  });
});

it('moves only what is known', () => {
  expect(movable(resultOf.firm)).toHaveLength(10);
  expect(movable(resultOf.too_few)).toEqual([]);
});

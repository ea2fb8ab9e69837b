import { expect, it } from 'vitest';

import { mediansOf, supposing } from '../../../src/state/desk/what_if.ts';

it('moves an answer, moves it again, and puts it back as it was', () => {
  const once = supposing({ power: 9 }, 'time', 2);
  expect(once).toEqual({ power: 9, time: 2 });
  expect(supposing(once, 'time', 5)).toEqual({ power: 9, time: 5 });
  expect(supposing(once, 'time', undefined)).toEqual({ power: 9 });
});

it('asks the engine in halves', () => {
  expect(mediansOf({ power: 9, time: 1 })).toEqual({ power: 18, time: 2 });
});

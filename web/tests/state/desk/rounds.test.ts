import { expect, it } from 'vitest';

import { view } from '../../../src/fixtures/workshop.ts';
import { hiddenReasons, reasonsFor, shownRound } from '../../../src/state/desk/rounds.ts';

it('shows the round before while a question is asked again', () => {
  expect(shownRound({ state: 'revealed', round: 2, answered: 3 })).toBe(2);
  expect(shownRound({ state: 'open', round: 2, answered: 3 })).toBe(1);
  expect(shownRound({ state: 'closed', round: 2, answered: 3 })).toBe(1);
  expect(shownRound({ state: 'waiting', round: 0, answered: 0 })).toBe(0);
});

it('lists reasons by their ids, and counts those that only desks see', () => {
  const reasons = {
    time: { b: { text: 'Second', hidden: true as const }, a: { text: 'First' } },
    power: { c: { text: 'Third', hidden: true as const } },
  };
  expect(reasonsFor(view({ reasons }), 'time').map(({ text }) => text)).toEqual(['First', 'Second']);
  expect(hiddenReasons(view({ reasons }))).toEqual({ hidden: 2, first: 'power' });
  expect(hiddenReasons(view())).toEqual({ hidden: 0 });
});

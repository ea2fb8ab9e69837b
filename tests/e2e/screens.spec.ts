// A real workshop from end to end: nothing to scroll sideways from 320 px up; and on the wall nothing too
// small for the back row and nothing cut off. states_access.spec.ts looks for barriers on every screen in
// every state; here it is done where the page /styles has no such state, and once on each page as it is
// served (new_screens.spec.ts has the rest of those).
import { expectAccessible, expectLegibleOnWall, expectNoSidewaysScroll, expectWallFits } from './checks.ts';
import { expect, test } from './people.ts';
import { tour, type Visit } from './tour.ts';

test.setTimeout(300_000);

const noState = ['home', 'home-error', 'home-unknown-code', 'desk-bad-link', 'phone-question-error', 'desk-closed', 'desk.part.decision', 'desk-confirm'];
const asServed = ['phone-lobby', 'desk-lobby', 'wall-nobody'];

test('every screen fits, from a small phone to the projector; what no state shows has no barrier in light or dark', async ({ people, server }) => {
  const unchecked = new Set([...noState, ...asServed]);
  const check: Visit = async (screen, page, kind = 'page') => {
    if (kind === 'page') {
      await expectNoSidewaysScroll(page, screen);
    } else {
      await expectLegibleOnWall(page, screen);
      await expectWallFits(page, screen);
    }
    if (unchecked.delete(screen)) await expectAccessible(page, screen);
  };
  await tour(people, server, check);
  expect([...unchecked], 'screens that the tour did not come to').toEqual([]);
});

// Every screen in every state: no barrier that axe can find, in light and dark; nothing to scroll
// sideways from 320 px up; and on the wall nothing too small for the back row and nothing cut off.
import { expectAccessible, expectLegibleOnWall, expectNoSidewaysScroll, expectWallFits } from './checks.ts';
import { test } from './people.ts';
import { tour, type Visit } from './tour.ts';

test.setTimeout(300_000);

test('every screen is accessible in light and dark', async ({ people, server }) => {
  await tour(people, server, (screen, page) => expectAccessible(page, screen));
});

test('every screen fits, from a small phone to the projector', async ({ people, server }) => {
  const fits: Visit = async (screen, page, kind = 'page') => {
    if (kind === 'page') return expectNoSidewaysScroll(page, screen);
    await expectLegibleOnWall(page, screen);
    await expectWallFits(page, screen);
  };
  await tour(people, server, fits);
});

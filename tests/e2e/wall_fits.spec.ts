// The wall on every screen that it hangs on, with every text at its limits: legible, and nothing cut off.
import { expectLegibleOnWall, expectNoSidewaysScroll, expectWallFits, wallSizes } from './checks.ts';
import { test } from './states.ts';

test('nothing on the wall is cut off or too small, whatever was typed', async ({ states, page }) => {
  test.setTimeout(300_000);
  for (const name of await states.names('wall')) {
    await states.show(name);
    await expectWallFits(page, name, wallSizes);
    await expectLegibleOnWall(page, name);
  }
});

test('results on a phone have no words beyond its edge, whatever was typed', async ({ states, page }) => {
  for (const name of ['results-bad', 'advice-bad', 'advice-bad-views']) {
    await states.show(name);
    await expectNoSidewaysScroll(page, name);
  }
});

// Every screen in every state, one by one: no barrier that axe can find, room on every width and with large
// text, and what is left of it without colours or motion.
import { expectAccessible, expectLegible, expectNoSidewaysScroll } from './checks.ts';
import {
  expectEdges,
  expectFocusMarks,
  expectNothingCut,
  expectStatesWithoutColours,
  expectTargets,
  forceColours,
  moving,
  setTextSize,
} from './shape.ts';
import { components, expect, kinds, test, type Kind, type States } from './states.ts';

const sizes: Readonly<Record<Kind, readonly [width: number, height: number]>> = {
  phone: [390, 844],
  new: [768, 1024],
  desk: [1280, 800],
  wall: [1920, 1080],
};

const height = 800;

/** Twice the text that a browser has without being asked. */
const large = 32;
const usual = 16;

// A walk over as many as 47 screens, beside other tests: a minute and a half here, and more on a busy machine.
test.setTimeout(600_000);

test('the index lists screens of every kind, and no other', async ({ states, page }) => {
  await states.names('phone');
  const listed = await page.locator('[data-kind]').evaluateAll((all) => all.map((each) => each.getAttribute('data-kind')));
  expect([...listed].sort()).toEqual(Object.keys(kinds).sort());
});

/** The screens of that kind; the components go with the desk's. */
async function namesOf(states: States, kind: Kind): Promise<readonly string[]> {
  return [...(await states.names(kind)), ...(kind === 'desk' ? [components] : [])];
}

for (const kind of Object.keys(kinds) as Kind[]) {
  const [width, tall] = sizes[kind];

  test(`${kind}: no barrier in light or dark`, async ({ states, page }) => {
    await page.setViewportSize({ width, height: tall });
    for (const name of await namesOf(states, kind)) {
      await states.show(name);
      await expectAccessible(page, name);
    }
  });

  test(`${kind}: fits every width and twice the text, and what is pressed is large enough`, async ({ states, page }) => {
    for (const name of await namesOf(states, kind)) {
      await page.setViewportSize({ width, height: tall });
      await states.show(name);
      await expectNoSidewaysScroll(page, name);
      for (const narrow of [320, width]) {
        await page.setViewportSize({ width: narrow, height });
        await expectTargets(page, `${name} at ${narrow} px`);
        await expectNothingCut(page, `${name} at ${narrow} px`);
      }
      if (kind === 'wall') continue; // as large as its screen; the test of its own is below
      await setTextSize(page, large);
      for (const wide of [390, 1280]) {
        await page.setViewportSize({ width: wide, height });
        await expectNothingCut(page, `${name} at ${wide} px with twice the text`);
      }
      await expectNoSidewaysScroll(page, `${name} with twice the text`, [390, 1280]);
      await setTextSize(page, usual);
    }
  });

  test(`${kind}: what can be pressed and what is chosen shows without colours`, async ({ states, page }) => {
    await page.setViewportSize({ width, height: tall });
    await page.emulateMedia({ colorScheme: 'light' });
    for (const name of await namesOf(states, kind)) {
      await states.show(name);
      await forceColours(page);
      await expectEdges(page, name);
      await expectStatesWithoutColours(page, name);
      await expectFocusMarks(page, name);
    }
  });

  test(`${kind}: nothing moves for those who ask for that`, async ({ states, page }) => {
    await page.setViewportSize({ width, height: tall });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const name of await namesOf(states, kind)) {
      await states.show(name);
      expect.soft(await moving(page), name).toEqual([]);
      const radio = page.getByRole('radio').first();
      if ((await radio.count()) === 0 || !(await radio.isEnabled())) continue;
      await radio.check();
      expect.soft(await moving(page), `${name}, once something is chosen`).toEqual([]);
    }
  });
}

test('the wall, read from near and zoomed in, is a page of large enough words', async ({ states, page }) => {
  for (const name of await states.names('wall')) {
    await states.show(name);
    // A laptop at 200%, a wide screen at 200%, and 400%.
    for (const size of [{ width: 640, height: 360 }, { width: 960, height: 540 }, { width: 320, height: 256 }]) {
      await page.setViewportSize(size);
      await expectLegible(page, `${name} at ${size.width} px`, usual);
      await expectNothingCut(page, `${name} at ${size.width} px`);
      const hidden = await page.evaluate(() => document.documentElement.scrollHeight < (document.getElementById('main')?.scrollHeight ?? 0));
      expect.soft(hidden, `${name} at ${size.width} px: more than can be scrolled to`).toBe(false);
    }
  }
});

test('what is chosen moves where nobody asks for less', async ({ states, page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await states.show('question');
  expect(await moving(page)).not.toEqual([]); // else the tests above see nothing
});

test('a larger text size reaches the page', async ({ states, page }) => {
  await states.show('question');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await setTextSize(page, large);
  expect(await size()).toBeCloseTo((before * large) / usual);
});

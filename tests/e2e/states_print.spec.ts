// What comes out of a printer: the results and the advice with their words and numbers, dark on white, and
// nothing that could only be pressed.
import type { Page } from '@playwright/test';

import { expectContrast } from './checks.ts';
import { expect, test } from './states.ts';

const paper = { width: 794, height: 1123 }; // A4 at 96 px an inch

const printed = ['results', 'results-focus', 'advice', 'advice-decided', 'ended', 'desk-revealed', 'desk-decided', 'desk-people', 'desk-ended', 'links', 'wall-advice', 'wall-reveal-groups'];

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(paper);
});

for (const name of printed) {
  test(`${name}: nothing to press on paper, and everything dark on white`, async ({ states, page }) => {
    await states.show(name);
    // Even for somebody whose screen is dark.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('button, .button, nav, input, select, textarea, [role="status"], .skip')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
    );
    expect(shown).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectContrast(page, `${name} on paper`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, 'wider than the paper').toBeLessThanOrEqual(0);
  });
}

/** Every picture's words and numbers, as far as they can be seen, and whether its bars will be. */
async function pictures(page: Page) {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && element.getBoundingClientRect().height > 0;
    const bars = [...document.querySelectorAll('.picture-bar, .strip-part')].filter(isSeen);
    return {
      words: [...document.querySelectorAll('.picture-words')].filter(isSeen).map(({ textContent }) => textContent?.trim() ?? ''),
      counts: [...document.querySelectorAll('.picture-count, .strip-part, .wall-table .number')].filter(isSeen).map(({ textContent }) => textContent?.trim() ?? ''),
      left: bars.filter((bar) => getComputedStyle(bar).getPropertyValue('print-color-adjust') !== 'exact').length,
      whole: [...document.querySelectorAll('.picture-rows')].every((rows) => getComputedStyle(rows).breakInside === 'avoid'),
    };
  });
}

test('a picture of answers keeps its words, numbers and bars', async ({ states, page }) => {
  await states.show('results-one');
  const before = await pictures(page);
  expect(before.words).toHaveLength(9);
  await page.emulateMedia({ media: 'print' });
  const after = await pictures(page);
  expect(after.words).toEqual(before.words);
  expect(after.counts).toEqual(before.counts);
  expect(after.left, 'bars that a browser leaves out').toBe(0);
  expect(after.whole, 'is not cut by the end of a page').toBe(true);
});

test('what is folded away is on paper', async ({ states, page }) => {
  await states.show('results');
  expect((await pictures(page)).words).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  const { words, counts } = await pictures(page);
  expect(words).toHaveLength(6 * 9);
  expect(counts.length).toBeGreaterThanOrEqual(6 * 9);
});

test('the wall’s strips keep their bars and numbers', async ({ states, page }) => {
  await states.show('wall-advice');
  const before = await pictures(page);
  expect(before.counts.length).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'print' });
  const after = await pictures(page);
  expect(after.counts).toEqual(before.counts);
  expect(after.left).toBe(0);
});

test('a link to keep is whole on paper', async ({ states, page }) => {
  await states.show('links');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/\/desk#a{32}\.b{32}\.d{32}$/)).toBeVisible();
});

test('headings stay with what they are of', async ({ states, page }) => {
  await states.show('advice');
  await page.emulateMedia({ media: 'print' });
  const loose = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3')].filter((heading) => getComputedStyle(heading).breakAfter !== 'avoid').map(({ textContent }) => textContent),
  );
  expect(loose).toEqual([]);
});

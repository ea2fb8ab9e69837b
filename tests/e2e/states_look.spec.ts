// What screens look like: pictures of telling ones, kept in looks/. A picture that has changed is looked at
// and, if it is right, taken anew: `npm run looks`.
import type { Page } from '@playwright/test';

import { forceColours } from './shape.ts';
import { expect, test, type States } from './states.ts';

/** Taller pictures would hold more of the same. */
const tallest = 1100;

/** Letters are drawn a little differently from one machine to the next; boxes are not. */
const alike = { maxDiffPixelRatio: 0.015, threshold: 0.25, animations: 'disabled', caret: 'hide', scale: 'css' } as const;

type Mode = 'light' | 'dark' | 'forced';

const looks: readonly (readonly [width: number, height: number, mode: Mode, names: readonly string[]])[] = [
  [320, 640, 'light', ['joining-refused', 'question-chosen', 'results-focus', 'advice-divided']],
  [390, 844, 'light', ['joining', 'lobby', 'question-chosen', 'question-facts', 'question-saved', 'list', 'results-focus', 'advice-divided', 'links', 'desk-revealed', 'desk-people', 'desk-talk']],
  [390, 844, 'dark', ['question-chosen', 'results-focus']],
  [390, 844, 'forced', ['question-chosen', 'results-focus', 'advice-divided']],
  [768, 1024, 'light', ['question-chosen', 'new-key-wrong', 'recover']],
  [1280, 800, 'light', ['desk-lobby', 'desk-talk', 'desk-decision', 'desk-limits', 'links']],
  [1280, 800, 'dark', ['desk-decision', 'desk-waiting']],
  [1280, 800, 'forced', ['desk-decision']],
  [1920, 1080, 'light', ['wall-lobby', 'wall-question-facts', 'wall-divided']],
  [1920, 1080, 'dark', ['wall-reveal-groups']],
  [1920, 1080, 'forced', ['wall-divided']],
  // A laptop at 200%.
  [640, 360, 'light', ['wall-divided']],
];

async function look(states: States, page: Page, name: string, width: number, mode: Mode): Promise<void> {
  await states.show(name);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(whole, tallest) });
  if (mode === 'forced') await forceColours(page);
  // No mouse is over anything, and clocks run.
  await page.mouse.move(0, 0);
  await expect.soft(page).toHaveScreenshot(`${name}-${width}-${mode}.png`, { ...alike, mask: [page.locator('[role="timer"], [role="timer"] + .in-other')] });
}

for (const [width, height, mode, names] of looks) {
  test(`looks ${mode} at ${width} px: ${names.join(', ')}`, async ({ states, page }) => {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
    for (const name of names) {
      await page.setViewportSize({ width, height });
      await look(states, page, name, width, mode);
    }
  });
}

// What a facilitator sees without scrolling, in every state of the desk.
import { type Page } from '@playwright/test';

import { expect, test } from './states.ts';

test.setTimeout(240_000);

const laptop = { width: 1280, height: 800 };
const projected = { width: 1024, height: 640 };

/** One line of the title and nothing of a second. */
const oneLine = 1.5;

interface Seen {
  readonly bottom: number;
  readonly text: string;
}

interface Fold {
  readonly titleLines: number;
  /** Where the tops of the counts lie. */
  readonly countTops: readonly number[];
  readonly primary: Seen | undefined;
  readonly wall: Seen | undefined;
  readonly door: Seen | undefined;
}

function foldOf(page: Page): Promise<Fold | undefined> {
  return page.evaluate(() => {
    const next = document.querySelector('.next-step');
    const title = document.querySelector('h1');
    if (!next || !title) return undefined;
    const seen = (element: Element | null | undefined) =>
      element ? { bottom: element.getBoundingClientRect().bottom, text: (element.textContent ?? '').slice(0, 80) } : undefined;
    return {
      titleLines: title.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(title).lineHeight),
      countTops: [...document.querySelectorAll('.count')].map((count) => Math.round(count.getBoundingClientRect().top)),
      // Where nobody can press anything, the sentence that says so is what there is.
      primary: seen(next.querySelector('.button-wide') ?? next.querySelector('p:last-of-type')),
      wall: seen(document.querySelector('.desk-on-wall p')),
      door: seen(document.querySelector('.desk-waiting button')),
    };
  });
}

for (const language of ['English', 'Cymraeg']) {
  test(`the one action is in sight without scrolling, with the counts, the wall and the door (${language})`, async ({ states, page }) => {
    const names = await states.names('desk');
    if (language === 'Cymraeg') {
      await states.show('desk-lobby');
      await page.getByRole('button', { name: language, exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    }
    let looked = 0;
    for (const name of names) {
      await page.setViewportSize(laptop);
      await states.show(name);
      const fold = await foldOf(page);
      if (!fold) continue;
      looked += 1;
      expect.soft(fold.titleLines, `${name}: the title has one line`).toBeLessThan(oneLine);
      expect.soft(new Set(fold.countTops).size, `${name}: the counts are in one row`).toBe(1);
      expect.soft(fold.countTops, `${name}: three counts`).toHaveLength(3);
      for (const part of ['primary', 'wall', 'door'] as const) {
        const seen = fold[part];
        if (seen) expect.soft(seen.bottom, `${name}, ${part}: ${seen.text}`).toBeLessThanOrEqual(laptop.height);
      }
      expect.soft(fold.primary, `${name}: there is something to do, or a sentence`).toBeDefined();
      await page.setViewportSize(projected);
      const small = await foldOf(page);
      expect.soft(small?.primary?.bottom, `${name} at 1024 × 640: ${small?.primary?.text ?? ''}`).toBeLessThanOrEqual(projected.height);
    }
    // All but what stands in the desk's place once it is handed over.
    expect(looked).toBe(names.length - 1);
  });
}

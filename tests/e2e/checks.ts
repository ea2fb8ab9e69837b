// What must hold on every screen, whatever it shows. The checks are soft: a walk goes on, and ends with
// everything that is wrong.
import { expect, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';

/** WCAG 2.2 up to AA, and what axe calls best practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const widths = [320, 390, 768, 1280];
const height = 800;

/** Legible from the back row at 1920 × 1080. */
const smallestOnWall = 28;

/** No violation in light or dark; only colours depend on which. Without motion a change of colour is done at once. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNoViolation(page, `${screen}, light`, { type: 'tag', values: rules });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNoViolation(page, `${screen}, dark`, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Words stand out from what is under them, in whatever way the page is shown now. */
export async function expectContrast(page: Page, screen: string): Promise<void> {
  await expectNoViolation(page, screen, { type: 'rule', values: ['color-contrast'] });
}

/** Axe comes into a page once, past its policy: that is of our making, not the page's. */
async function expectNoViolation(page: Page, screen: string, runOnly: RunOnly): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // A colour that was changing before motion was reduced still does: what is measured is where it ends.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { readonly axe: typeof axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations' as const] },
  );
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }));
  expect.soft(found, screen).toEqual([]);
}

/** Nothing to scroll sideways on any width, from a small phone to a laptop. */
export async function expectNoSidewaysScroll(page: Page, screen: string, over: readonly number[] = widths): Promise<void> {
  const before = page.viewportSize();
  for (const width of over) {
    await page.setViewportSize({ width, height });
    const { content, window, widest } = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const beyond = [...document.body.querySelectorAll('*')].find(
        (element) => element.getBoundingClientRect().right > room + 1,
      );
      const widest = beyond?.outerHTML.slice(0, 200) ?? '';
      return { content: document.documentElement.scrollWidth, window: room, widest };
    });
    expect.soft(content, `${screen} at ${width} px is wider than the window: ${widest}`).toBeLessThanOrEqual(
      window,
    );
  }
  if (before) await page.setViewportSize(before);
}

/** The texts on screen whose letters are smaller than what can be read from the back row. */
export async function expectLegibleOnWall(page: Page, screen: string): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expectLegible(page, screen, smallestOnWall);
}

export async function expectLegible(page: Page, screen: string, smallest: number): Promise<void> {
  const small = await page.evaluate((smallest) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '') continue;
      const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // What is there for screen readers alone is cut down to a pixel.
      const isSeen = width > 1 && height > 1 && style.visibility === 'visible' && style.display !== 'none';
      const size = Number.parseFloat(style.fontSize);
      if (isSeen && size < smallest) found.push(`${size} px: ${node.textContent?.trim() ?? ''}`);
    }
    return found;
  }, smallest);
  expect.soft(small, `${screen}: text under ${smallest} px`).toEqual([]);
}

/** The screens that walls hang on: a projector, a television, a new one, and an old projector. */
export const wallSizes = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
] as const;

/** Nothing on the wall is beyond its edge, or cut off without saying so: a text that has no room ends in "…". */
export async function expectWallFits(
  page: Page,
  screen: string,
  sizes: readonly (readonly [width: number, height: number])[] = [[1920, 1080]],
): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    expect.soft(await textCutOff(page), `${screen} at ${width} × ${height}: text that is cut off`).toEqual([]);
  }
}

function textCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tolerance = 1; // pixels, for what lies between two of them
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { bottom, right, left, top, width, height } = range.getBoundingClientRect();
      if (!element || width <= 1 || height <= 1 || getComputedStyle(element).fontSize === '0px') continue;
      // Words for screen readers are cut down to a pixel.
      if (element.closest('.hidden-visually')) continue;
      // The ellipsis says that there is more; that part itself has to be in sight.
      const clamped = element.closest('.is-cut, .wall-largest > *, .wall-row-name, .wall-list-question, .decision-tasks li');
      const box = clamped ? clamped.getBoundingClientRect() : { bottom, right, left, top };
      let { bottom: floor, right: end, left: start, top: ceiling } = { bottom: innerHeight, right: innerWidth, left: 0, top: 0 };
      for (let around = (clamped ?? element).parentElement; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (!around.matches('.wall-scene, .wall-side') && style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const edge = around.getBoundingClientRect();
        floor = Math.min(floor, edge.bottom);
        end = Math.min(end, edge.right);
        start = Math.max(start, edge.left);
        ceiling = Math.max(ceiling, edge.top);
      }
      const out =
        box.bottom > floor + tolerance || box.right > end + tolerance || box.left < start - tolerance || box.top < ceiling - tolerance;
      if (out) found.push(`${Math.round(box.bottom - floor)} px below: ${(node.textContent ?? '').trim().slice(0, 60)}`);
    }
    return found;
  });
}

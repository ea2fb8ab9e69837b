// The shape of what is on screen: how large what is pressed is, whether words are cut off, what is left
// without colours, and whether anything moves. The checks are soft, like those of checks.ts.
import { expect, type Page } from '@playwright/test';

/** What a finger is given, and what nothing falls under (WCAG 2.5.8). */
const target = 44;
const least = 24;

/** A fraction of a pixel is no fault. */
const slack = 0.5;

const pressed = 'a[href], button, input, select, textarea, summary';

/**
 * What is pressed is 44 px high and wide. A radio button or tick box is as large as its label. A link
 * within a sentence is as high as its line, as WCAG lets it be; the page's own link over everything
 * (`.skip`) is out of sight until it has the focus.
 */
export async function expectTargets(page: Page, screen: string): Promise<void> {
  const small = await page.evaluate(
    ({ pressed, target, least, slack }) => {
      const found: string[] = [];
      const trees: (Document | ShadowRoot)[] = [document];
      const isInSentence = (element: Element) => {
        const block = element.closest('p, li, dd, td, label')?.textContent?.trim() ?? '';
        return getComputedStyle(element).display === 'inline' && block.length > (element.textContent?.trim().length ?? 0);
      };
      for (const tree of trees) {
        for (const element of tree.querySelectorAll('*')) if (element.shadowRoot) trees.push(element.shadowRoot);
        for (const element of tree.querySelectorAll<HTMLElement>(pressed)) {
          if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.skip')) continue;
          const boxes = [element.getBoundingClientRect()];
          if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) {
            boxes.push(...[...(element.labels ?? [])].map((label) => label.getBoundingClientRect()));
          }
          const width = Math.max(...boxes.map((box) => box.width));
          const height = Math.max(...boxes.map((box) => box.height));
          const needed = isInSentence(element) ? 0 : target;
          if (Math.min(width, height) < Math.max(needed, isInSentence(element) ? 0 : least) - slack) {
            found.push(`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`);
          }
        }
      }
      return found;
    },
    { pressed, target, least, slack },
  );
  expect.soft(small, `${screen}: too small to press`).toEqual([]);
}

/** The reader's own text size, as the browser's settings have it; 16 is what it is without. */
export async function setTextSize(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
  await session.detach();
  await page.waitForFunction((size) => {
    const probe = document.createElement('p');
    probe.style.fontSize = 'medium';
    document.body.append(probe);
    const { fontSize } = getComputedStyle(probe);
    probe.remove();
    return Number.parseFloat(fontSize) === size;
  }, pixels);
}

/** No words are cut off by the box they are in, and none lies beyond the window's edge. What ends in dots has the
 *  whole of it in its title; on the wall, where nobody points, the dots themselves are in sight. */
export async function expectNothingCut(page: Page, screen: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!parent || words === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.hidden-visually, .skip, select, option, [title]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      const right = Math.max(...boxes.map((box) => box.right));
      let bottom = Math.max(...boxes.map((box) => box.bottom));
      const left = Math.min(...boxes.map((box) => box.left));
      if (right > document.documentElement.clientWidth + 1 || left < -1) found.push(`beyond the edge: ${words}`);
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        if (getComputedStyle(box).webkitLineClamp !== 'none' && box.closest('.wall')) bottom = Math.min(bottom, edge.bottom);
        const isCut = (overflowX !== 'visible' && right > edge.right + 1) || (overflowY === 'hidden' && bottom > edge.bottom + 2);
        // For screen readers alone.
        if (edge.width <= 1 || edge.height <= 1) break;
        if (isCut) found.push(`cut by ${box.className || box.tagName}: ${words}`);
      }
    }
    return found;
  });
  expect.soft(cut, `${screen}: words that are cut off`).toEqual([]);
}

/** Takes the colours away. Chromium forgets that with each address that it goes to, though not what the page asks it. */
export async function forceColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.emulateMedia({ forcedColors: 'active' });
  const isForced = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)');
  expect(isForced, 'colours are taken away').toBe(true);
}

/** Everything that can be pressed or filled in has an edge or a line under its words, whatever its colours are. */
export async function expectEdges(page: Page, screen: string): Promise<void> {
  const bare = await page.evaluate((pressed) => {
    const clear = (colour: string) => colour === 'transparent' || /^rgba.*, 0\)$/.test(colour);
    const hasEdge = (style: CSSStyleDeclaration) =>
      style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0 && !clear(style.borderTopColor);
    const isUnderlined = (element: Element): boolean =>
      [element, ...element.querySelectorAll('*')].some((each) => getComputedStyle(each).textDecorationLine.includes('underline'));
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(pressed)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.skip, .bar-name, [type="radio"], [type="checkbox"]')) continue;
      if (!hasEdge(getComputedStyle(element)) && !isUnderlined(element)) found.push(element.outerHTML.slice(0, 160));
    }
    return found;
  }, pressed);
  expect.soft(bare, `${screen}: nothing shows where it is without colours`).toEqual([]);
}

/** What is chosen, current or filled looks different from what is not, by more than a colour that is taken away. */
export async function expectStatesWithoutColours(page: Page, screen: string): Promise<void> {
  const alike = await page.evaluate(() => {
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth, backgroundColor } = getComputedStyle(element);
      return [outlineStyle === 'none' ? '' : outlineStyle + outlineWidth, borderTopStyle + borderTopWidth, backgroundColor].join();
    };
    const states: readonly (readonly [string, string, string])[] = [
      ['.tile.is-chosen', '.tile:not(.is-chosen)', 'tile'],
      ['.choice.is-chosen', '.choice:not(.is-chosen)', 'choice'],
      ['.tab[aria-current]', '.tab:not([aria-current])', 'tab'],
      ['.seat-filled', '.seat:not(.seat-filled)', 'seat'],
      ['.rung-chosen', '.rung:not(.rung-chosen)', 'rung'],
    ];
    const found = states.flatMap(([one, other, name]) => {
      const [chosen, not] = [document.querySelector(one), document.querySelector(other)];
      return chosen && not && look(chosen) === look(not) ? [`${name}: ${look(chosen)}`] : [];
    });
    for (const input of document.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')) {
      if (getComputedStyle(input).appearance === 'none') found.push(`drawn by colours alone: ${input.outerHTML.slice(0, 120)}`);
    }
    const zones = new Set([...document.querySelectorAll('.strip-part')].map((part) => part.className));
    const looks = new Set([...document.querySelectorAll('.strip-part')].map((part) => {
      const { outlineStyle, borderTopStyle, backgroundColor } = getComputedStyle(part);
      return [outlineStyle, borderTopStyle, backgroundColor].join();
    }));
    if (looks.size < zones.size) found.push(`the zones of a strip look alike: ${[...looks].join(' | ')}`);
    return found;
  });
  expect.soft(alike, `${screen}: states that look alike without colours`).toEqual([]);
}

/** The focus has a mark on each of the first places that Tab goes to. */
export async function expectFocusMarks(page: Page, screen: string, places = 6): Promise<void> {
  for (let place = 0; place < places; place += 1) {
    await page.keyboard.press('Tab');
    const unmarked = await page.evaluate(() => {
      const marked = (element: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      };
      let here = document.activeElement;
      while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
      if (!here || here === document.body) return undefined;
      const label = here.closest('label');
      return marked(here) || (label && marked(label)) ? undefined : here.outerHTML.slice(0, 160);
    });
    expect.soft(unmarked, `${screen}: the focus cannot be seen`).toBeUndefined();
  }
}

/** The elements that would move, change slowly or do so already. */
export function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
    const slow = [...document.querySelectorAll('body *')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
        const moves = lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)) || scrollBehavior === 'smooth';
        return moves ? [`${element.tagName}.${element.className}${part ?? ''}`] : [];
      }),
    );
    return [...new Set([...slow, ...document.getAnimations().map(({ id }) => `runs: ${id}`)])];
  });
}

// Everything that a page ever said of its state, also what has gone again by the time a test looks.
import { readFileSync } from 'node:fs';

import { expect, type Locator, type Page } from '@playwright/test';

import { opening } from './words.ts';

const prefix = 'phone.state.';
const catalogue = JSON.parse(
  readFileSync(new URL('../../shared/messages/en.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;

/** Every state of a phone that has a sentence, by the end of its key. */
export const states = Object.keys(catalogue)
  .filter((key) => key.startsWith(prefix))
  .map((key) => key.slice(prefix.length))
  .sort();

interface Heard {
  readonly said: string[];
}

export class Said {
  private constructor(private readonly page: Page) {}

  /** From the page's first byte, so before it is opened; a reload begins anew. */
  static async on(page: Page): Promise<Said> {
    await page.addInitScript(() => {
      const said: string[] = [];
      (window as unknown as { said: string[] }).said = said;
      const listen = (): void => {
        for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
          const text = region.textContent?.trim() ?? '';
          if (text !== '' && said[said.length - 1] !== text) said.push(text);
        }
      };
      new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
    });
    return new Said(page);
  }

  /** In the order in which it was said. */
  all(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as Heard).said);
  }

  async expectHeard(sentence: string): Promise<void> {
    await expect.poll(() => this.all()).toContainEqual(expect.stringContaining(sentence));
  }

  async expectNever(...sentences: readonly string[]): Promise<void> {
    const said = await this.all();
    for (const sentence of sentences) expect(said.filter((text) => text.includes(sentence))).toEqual([]);
  }
}

/** Which of the states can be read there now. */
async function readIn(places: Locator): Promise<readonly string[]> {
  const text = (await places.allInnerTexts()).join('\n').replace(/\s+/g, ' ');
  return states.filter((state) => text.includes(opening(prefix + state)));
}

/** Exactly these states can be read on the page, and of them exactly these are alerts. */
export async function expectStates(page: Page, shown: readonly string[], alerts: readonly string[] = []): Promise<void> {
  const both = async () => [await readIn(page.locator('body')), await readIn(page.getByRole('alert'))];
  await expect.poll(both, { message: 'the states shown, and which of them as alerts' }).toEqual([[...shown].sort(), [...alerts].sort()]);
}

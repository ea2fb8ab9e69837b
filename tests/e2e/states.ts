// Every screen in every state, on the page /styles: no server and no workshop, so all of them are soon seen.
import { test as base, expect, type Page } from '@playwright/test';

import { startStatesSite, type StatesSite } from './states_site.ts';
import { Watch } from './watch.ts';
import { say } from './words.ts';

/** The kinds of page there are, and how many screens each has at the least: an index that has lost some is no index. */
export const kinds = { phone: 50, new: 10, desk: 29, wall: 50 } as const;
export type Kind = keyof typeof kinds;

/** The components, which are a page of their own. */
export const components = 'components';

/** Screens that say for good that they are loading. */
const waiting = /loading|connecting/;

export class States {
  private constructor(
    readonly page: Page,
    private readonly address: string,
    readonly watch: Watch,
  ) {}

  static async on(page: Page, address: string): Promise<States> {
    return new States(page, address, await Watch.over(page, 'the states', new URL(address).origin));
  }

  /** The names of that kind of page's screens, as the index lists them. */
  async names(kind: Kind): Promise<readonly string[]> {
    await this.page.goto(this.address);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    const names = await this.page.locator(`[data-kind="${kind}"] a`).allTextContents();
    expect(names.length, `screens of the kind ${kind}`).toBeGreaterThanOrEqual(kinds[kind]);
    expect(new Set(names).size).toBe(names.length);
    return names;
  }

  /** Shows that screen, and waits until nothing more comes. */
  async show(name: string): Promise<void> {
    await this.page.goto(`${this.address}${name === components ? '?components' : `?screen=${name}`}`);
    await this.page.waitForFunction(
      ({ loading }) => {
        const sheets = [...document.querySelectorAll('link')].filter(({ rel }) => rel === 'stylesheet');
        const main = document.getElementById('main');
        return (
          main?.querySelector('h1') != null &&
          (loading === undefined || !(main.textContent ?? '').includes(loading)) &&
          sheets.every(({ sheet }) => sheet !== null) &&
          [...document.images].every(({ complete }) => complete)
        );
      },
      { loading: waiting.test(name) ? undefined : say('ui.loading') },
    );
    // Effects (what takes the focus, what is drawn into a tree of its own) come after the next frame.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
  }
}

/** Playwright's test with the states in a page of its own. */
export const test = base.extend<{ states: States }, { statesSite: StatesSite }>({
  statesSite: [
    async ({}, use) => {
      const site = await startStatesSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  states: async ({ page, statesSite }, use) => {
    const states = await States.on(page, statesSite.address);
    await use(states);
    states.watch.expectQuiet();
  },
});

export { expect } from '@playwright/test';

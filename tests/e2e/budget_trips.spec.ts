// At most two round trips until the form can be used, shown by what needs what and not by a clock: one for
// the page, and one for what the page itself names.
import type { Page } from '@playwright/test';

import { expect, test } from './people.ts';
import { Held, tell } from './requests.ts';
import { say } from './words.ts';

const codeField = (page: Page) => page.getByLabel(say('join.code.label'));
const isScript = (path: string): boolean => path.endsWith('.js');
const isClient = (path: string): boolean => /^\/assets\/client-[\w-]+\.wasm$/.test(path);

/** Targets for fingers are no smaller, once a page has its styles. */
const fingerPx = 44;

async function expectFormAsDrawn(page: Page): Promise<void> {
  await expect(codeField(page)).toBeEnabled();
  const button = page.getByRole('button', { name: say('join.submit'), exact: true });
  const box = await button.boundingBox();
  expect(box?.height ?? 0, 'the button has its styles').toBeGreaterThanOrEqual(fingerPx);
  const asked = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href));
  expect(asked, 'style sheets are in the page').toEqual(asked.map(() => null));
}

test('one trip: the form can be used when nothing but the page has come', async ({ people }) => {
  const links = await people.workshop({ title: 'Crisis sanctuary' });
  const phone = await people.phone();
  const { page } = phone;
  phone.watch.expectComplaint(/ERR_FAILED/);
  phone.watch.expectComplaint(/404/); // the wrong code's
  const refused: string[] = [];
  await page.route('**/*', (route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    refused.push(new URL(route.request().url()).pathname);
    return route.abort();
  });

  await phone.openHome();
  await expectFormAsDrawn(page);
  expect(refused.filter(isScript), 'the scripts were kept away').not.toEqual([]);

  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/join');
  await phone.typeCode(links.code);
  expect((await answer).status()).toBe(303);
  await expect(page).toHaveURL(new RegExp(`/#${links.link}$`));

  await phone.typeCode('FHK247');
  await expect(page.getByText(say('error.unknown_code'))).toBeVisible();
});

/** Notes in the page that the client is compiled and made. */
async function noteClient(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(WebAssembly, {
      instantiate: async (...given: unknown[]) => {
        const made = await instantiate(...given);
        document.documentElement.dataset['client'] = 'made';
        return made;
      },
    });
  });
}

test('two trips: the page itself names its scripts and the client; neither the client nor the form waits for anything later', async ({ people }) => {
  const links = await people.workshop({ title: 'Crisis sanctuary' });
  const phone = await people.phone();
  const { page } = phone;
  await noteClient(page);
  // No script runs before all that the page asks for has been asked for.
  const byPage = await Held.from(page, (path) => isScript(path) || isClient(path));
  const loaded = phone.openHome();
  await expect(codeField(page)).toBeEnabled();
  const named = await page.evaluate(() =>
    [...document.querySelectorAll('script[src], link[rel=modulepreload], link[rel=preload]')].map(
      (element) => new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).pathname,
    ),
  );
  await expect.poll(() => [...byPage.asked].sort()).toEqual([...named].sort());
  tell('asked for because of the page alone', byPage.asked);
  expect(byPage.asked.filter(isClient), 'the client among them').toHaveLength(1);
  expect(byPage.asked.filter(isScript), 'its script, and what that imports').toHaveLength(2);

  const byScripts = await Held.from(page, (path) => !byPage.asked.includes(path) && path !== '/' && path !== '/join');
  await byPage.letGo();
  await loaded;
  // The scripts have run, for they ask for the page's sentences in the reader's language.
  await expect.poll(() => byScripts.asked).toHaveLength(1);
  tell('asked for later', byScripts.asked);
  expect(byScripts.asked[0]).toMatch(/^\/assets\/en\.home-[\w-]+\.js$/);

  // Without them the client is ready,
  await expect(page.locator('html')).toHaveAttribute('data-client', 'made');

  // and the form answers.
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/join');
  await phone.typeCode(links.code);
  expect((await answer).status()).toBe(303);
  await expect(page).toHaveURL(new RegExp(`/#${links.link}$`));
});

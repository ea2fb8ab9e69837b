// Lighthouse on what a phone shows. Its marks for accessibility and best practices decide; what it says of
// speed depends on the machine and does not (tests/bench/web_bench.mjs prints it).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Page } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';

import { DeskSocket, createdWorkshop, rounds } from './desk_socket.ts';
import { tell } from './requests.ts';
import { expect, test as base } from './server.ts';
import { factors, question, say } from './words.ts';

const categories = ['accessibility', 'best-practices'];

/** More than any run of Lighthouse takes. */
const runMs = 60_000;

/** A browser that Lighthouse can reach too, with one profile for everything in it. */
interface Reachable {
  readonly context: BrowserContext;
  readonly port: number;
}

const test = base.extend<{ reachable: Reachable }>({
  reachable: async ({ launchOptions, locale }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'quorate-lighthouse-'));
    const { executablePath, args = [] } = launchOptions;
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath === undefined ? {} : { executablePath }),
      ...(locale === undefined ? {} : { locale }),
      args: [...args, '--remote-debugging-port=0'],
    });
    try {
      // The browser writes the port that it has found free.
      const written = () => readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
      await expect.poll(written).toMatch(/^\d+\n/);
      await use({ context, port: Number.parseInt(await written(), 10) });
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
});

interface Marks {
  readonly [category: string]: number | null;
}

/** What Lighthouse finds at an address, with the storage that the profile has. */
async function marksOf(url: string, port: number): Promise<{ marks: Marks; failed: readonly string[]; seen: Result }> {
  const run = await lighthouse(url, {
    port,
    onlyCategories: categories,
    disableStorageReset: true,
    // Nothing here is about speed.
    throttlingMethod: 'provided',
    disableFullPageScreenshot: true,
    logLevel: 'error',
  });
  if (run === undefined) throw new Error('Lighthouse gave no result');
  const { lhr } = run;
  const marks = Object.fromEntries(categories.map((id) => [id, lhr.categories[id]?.score ?? null]));
  const failed = Object.values(lhr.audits)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details ?? {}).slice(0, 600)}`);
  return { marks, failed, seen: lhr };
}

async function expectFullMarks(what: string, url: string, port: number): Promise<void> {
  const { marks, failed, seen } = await marksOf(url, port);
  tell(`Lighthouse ${seen.lighthouseVersion} on ${what}`, [
    ...Object.entries(marks).map(([category, mark]) => `${category}: ${mark === null ? 'none' : Math.round(mark * 100)}`),
    ...(seen.runtimeError === undefined ? [] : [seen.runtimeError.message]),
    ...failed.map((audit) => `not passed: ${audit.split(' {')[0]}`),
  ]);
  expect(seen.runtimeError, what).toBeUndefined();
  expect(seen.runWarnings, what).toEqual([]);
  expect(marks, failed.join('\n')).toEqual({ accessibility: 1, 'best-practices': 1 });
}

test('the start page has full marks', async ({ server, reachable }) => {
  await expectFullMarks('the start page', `${server.address}/`, reachable.port);
});

test('the page of a question has full marks', async ({ server, reachable: { context, port } }) => {
  const links = await createdWorkshop(server.address, { title: 'Crisis sanctuary' });
  const desk = await DeskSocket.open(await context.newPage(), links);
  const address = `${server.address}/#${links.code}`;
  const phone = await context.newPage();
  // Lighthouse looks at an empty page first, for as long as it likes.
  const before = (page: Page) =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText(question('social_complexity'), { timeout: runMs });
  await phone.goto(address);
  await phone.getByRole('button', { name: say('join.submit.workshop'), exact: true }).click();
  await expect(phone.getByText(say('phone.state.waiting'))).toBeVisible();
  await desk.command('open', { questions: rounds(1, ...factors) });
  await before(phone);
  await phone.close();

  // The same person, in the page that Lighthouse opens for itself.
  const opened = context.waitForEvent('page').then(before);
  await Promise.all([expectFullMarks('the page of a question', address, port), opened]);
});

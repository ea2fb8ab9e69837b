// What a phone has to fetch, in bytes as they are sent. The limits are the product's, not what it
// happens to need today.
import type { Page, Request } from '@playwright/test';

import { expect, test } from './people.ts';

const firstLoadBytes = 60_000;
const clientBytes = 36_000;
const engineBytes = 60_000;

interface Fetched {
  readonly path: string;
  readonly bytes: number;
}

/** Notes every request of a page; what they weighed is told once they are over. */
function noteRequests(page: Page): () => Promise<Fetched[]> {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  return () =>
    Promise.all(
      finished.map(async (request) => ({
        path: new URL(request.url()).pathname,
        bytes: (await request.sizes()).responseBodySize,
      })),
    );
}

const total = (fetched: readonly Fetched[]): number => fetched.reduce((sum, { bytes }) => sum + bytes, 0);

const named = (fetched: readonly Fetched[], name: string): Fetched[] =>
  fetched.filter(({ path }) => path.startsWith(`/assets/${name}-`) && path.endsWith('.wasm'));

const listed = (fetched: readonly Fetched[]): string =>
  fetched.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');

test('a phone that joins fetches little, and the engine not before the first reveal', async ({ people }) => {
  const desk = await people.facilitator();
  const links = await desk.begin('Crisis sanctuary');
  const phone = await people.phone();
  const fetchedBy = noteRequests(phone.page);

  await phone.scan(links.code);
  await phone.join();
  await phone.expectLobby();
  await desk.openAll();
  await phone.expectQuestion('social_complexity');

  const fetched = await fetchedBy();
  expect(named(fetched, 'client'), 'the client, once').toHaveLength(1);
  expect(named(fetched, 'engine'), 'the engine, not yet').toEqual([]);
  expect(total(named(fetched, 'client'))).toBeLessThanOrEqual(clientBytes);
  expect(total(fetched), listed(fetched)).toBeLessThanOrEqual(firstLoadBytes);
});

test('the engine is one module within its limit', async ({ people }) => {
  const desk = await people.facilitator();
  const fetchedBy = noteRequests(desk.page);
  await desk.begin('Crisis sanctuary');
  await desk.page.waitForLoadState('networkidle');
  const engine = named(await fetchedBy(), 'engine');
  expect(engine).toHaveLength(1);
  expect(total(engine)).toBeLessThanOrEqual(engineBytes);
});

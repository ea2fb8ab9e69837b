// What a phone has to fetch, in bytes as they are sent. The limits are the product's, not what it
// happens to need today.
import { expect, test } from './people.ts';
import { noteRequests, tellBytes, total, type Fetched } from './requests.ts';
import { say } from './words.ts';

const firstLoadBytes = 60_000;
const clientBytes = 36_000;
const engineBytes = 60_000;
/** Comes once the page is of use, and brings nothing but itself. */
const workerBytes = 1_000;

const named = (fetched: readonly Fetched[], name: string): Fetched[] =>
  fetched.filter(({ path }) => path.startsWith(`/assets/${name}-`) && path.endsWith('.wasm'));

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
  const client = named(fetched, 'client');
  tellBytes("a phone's first load, until its first question", fetched, firstLoadBytes);
  tellBytes('of which the client', client, clientBytes);
  expect(client, 'the client, once').toHaveLength(1);
  expect(named(fetched, 'engine'), 'the engine, not yet').toEqual([]);
  expect(total(client)).toBeLessThanOrEqual(clientBytes);
  expect(total(fetched)).toBeLessThanOrEqual(firstLoadBytes);
});

test('the engine is one module within its limit', async ({ people }) => {
  const desk = await people.facilitator();
  const fetchedBy = noteRequests(desk.page);
  await desk.begin('Crisis sanctuary');
  await desk.page.waitForLoadState('networkidle');
  const engine = named(await fetchedBy(), 'engine');
  tellBytes('the engine', engine, engineBytes);
  expect(engine).toHaveLength(1);
  expect(total(engine)).toBeLessThanOrEqual(engineBytes);
});

test('what opens the page without a network comes after it and is small', async ({ people }) => {
  const links = await people.workshop({ title: 'Crisis sanctuary' });
  const phone = await people.phone();
  const worker = phone.context.waitForEvent('serviceworker');
  await phone.openHome();
  await expect(phone.page.getByLabel(say('join.code.label'))).toBeVisible();
  expect(phone.context.serviceWorkers(), 'before there is a workshop').toEqual([]);
  await phone.typeCode(links.code);
  await expect(phone.button('join.submit.workshop')).toBeVisible();
  const address = (await worker).url();
  // As it is sent: compressed.
  const bytes = await phone.page.evaluate(async (script) => Number((await fetch(script)).headers.get('content-length')), address);
  tellBytes('the service worker', [{ path: '/service_worker.js', bytes }], workerBytes);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(workerBytes);
});

// How long a phone on a slow line takes until its form can be used and until its client is ready.
import { print, times } from './figures.mjs';
import { withPage } from './surroundings.mjs';

const bytesASecond = 1_440_000 / 8;
const slow4g = { latency: 562.5, downloadThroughput: bytesASecond, uploadThroughput: bytesASecond };
const cpu = 4;

// In the page, before any of its own scripts.
function observe() {
  const seen = {};
  window.seen = seen;
  const usable = () => {
    const code = document.getElementById('code');
    if (code !== null && !code.disabled && code.getClientRects().length > 0) seen.form = performance.now();
    else requestAnimationFrame(usable);
  };
  usable();
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    seen.client ??= performance.now();
    return made;
  };
}

const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;

// When the last of what the page itself names was there: its scripts and the client.
const fetched = () => {
  const named = [...document.querySelectorAll('script[src], link[rel=modulepreload], link[rel=preload]')].map((each) => each.src ?? each.href);
  const ends = named.map((name) => performance.getEntriesByName(name)[0]?.responseEnd);
  return Math.max(...ends);
};

async function startPage(browser, server) {
  return withPage(browser, { kind: 'phone', cpu, network: slow4g, script: observe }, async (page) => {
    await page.goto(`${server}/`, { waitUntil: 'networkidle' });
    const { form, client } = await page.evaluate(() => window.seen);
    return { painted: await page.evaluate(paint), form, client, fetched: await page.evaluate(fetched) };
  });
}

async function scanned(browser, server, code) {
  return withPage(browser, { kind: 'phone', cpu, network: slow4g, script: observe }, async (page) => {
    await page.goto(`${server}/#${code}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.seen.client !== undefined);
    const client = await page.evaluate(() => window.seen.client);
    await page.getByRole('radio').first().waitFor();
    return { client, joining: await page.evaluate(() => performance.now()) };
  });
}

export async function loading(browser, server, code, runs) {
  console.log(`\nLoading on slow 4G (562.5 ms, 1.44 Mbit/s) with a processor four times as slow, ${runs} runs each`);
  const plain = await times(runs, () => startPage(browser, server));
  print('start page: first paint of the form', plain.map(({ painted }) => painted), 'ms', { median: 1200 });
  print('start page: code field can be used', plain.map(({ form, painted }) => Math.max(form, painted)), 'ms', { median: 1200 });
  print('start page: its scripts and the client have come', plain.map((run) => run.fetched), 'ms');
  const ready = plain.map(({ client }) => client ?? Infinity); // none if the page leaves it for later
  print('start page: client is ready (module instantiated)', ready, 'ms', { median: 1700 });
  const phones = await times(runs, () => scanned(browser, server, code));
  print('code scanned: client is ready (module instantiated)', phones.map(({ client }) => client), 'ms', { median: 1700 });
  print('code scanned: asked for a group', phones.map(({ joining }) => joining), 'ms');
}

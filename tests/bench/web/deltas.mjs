// What the votes of others cost a page: from a delta's event to the changed document, and with the frame
// that follows.
import { print } from './figures.mjs';
import { withBots, withPage, workshop } from './surroundings.mjs';

// In the page, before any of its own scripts. `applied` is from the beginning of the socket's event to the end
// of the microtasks it caused: reading, the client, the model, what follows from it, and Preact's changes to
// the document. `frame` is the page's work of a whole frame: the events since the last one, and from the
// frame's callbacks, Preact's effects among them, through style and layout to what is to be painted.
function observe() {
  const seen = { applied: [], frames: [], gaps: [], long: [] };
  window.seen = seen;
  let since = 0;
  let last;
  const after = new MessageChannel();
  let begun = 0;
  after.port1.onmessage = () => {
    seen.frames.push(since + performance.now() - begun);
    since = 0;
  };
  const frame = (now) => {
    if (last !== undefined) seen.gaps.push(now - last);
    last = now;
    if (since > 0) {
      begun = performance.now();
      after.port2.postMessage('');
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    configurable: true,
    set(handle) {
      set.call(this, (event) => {
        const isDelta = JSON.parse(event.data).t === 'delta';
        const start = performance.now();
        handle.call(this, event);
        // Preact draws in a microtask, which may cause another.
        queueMicrotask(() =>
          queueMicrotask(() => {
            const spent = performance.now() - start;
            since += spent;
            if (isDelta) seen.applied.push(spent);
          }),
        );
      });
    },
  });
}

/** The figures of the next `count` deltas. */
async function next(page, count) {
  await page.evaluate(() => {
    for (const list of Object.values(window.seen)) list.length = 0;
  });
  await page.waitForFunction((wanted) => window.seen.applied.length >= wanted, count, { polling: 500, timeout: 120_000 });
  return page.evaluate(() => window.seen);
}

const openAll = (page) => page.getByRole('button', { name: 'Open all 10 questions', exact: true }).click();
const part = (page, name) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click();

async function joined(page, server, code) {
  await page.goto(`${server}/#${code}`);
  await page.getByRole('radio').first().check();
  await page.locator('form button[type=submit]').click();
  await page.getByText('You have joined', { exact: false }).first().waitFor();
}

async function waitForPeople(page, count) {
  await page.locator('dd').filter({ hasText: new RegExp(`^${count}$`) }).first().waitFor({ timeout: 120_000 });
}

/** So many people who join one after the other, without pages: each is a delta for everybody. */
function newcomers(page, path, key, count) {
  return page.evaluate(
    async ([address, token, many]) => {
      const hex = (bytes) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const joins = () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(address);
          socket.onopen = () => socket.send(JSON.stringify({ t: 'hello', v: 1, role: 'participant', secret: hex(16), token }));
          socket.onclose = () => reject(new Error('the server let nobody in'));
          socket.onmessage = ({ data }) => {
            const { t, role } = JSON.parse(data);
            if (t === 'welcome' && role === 'anonymous') {
              socket.send(JSON.stringify({ t: 'command', id: hex(12), kind: 'join', group: 'unsaid' }));
            } else if (t === 'welcome') resolve();
          };
        });
      // The server gathers what happens within a tenth of a second.
      for (let index = 0; index < many; index += 1) {
        await joins();
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    [path, key, count],
  );
}

/** A delta at a phone that stands before a question: votes send it none, so people join. And a vote's at a
 *  desk. Both slowed down. */
export async function oneDelta(browser, server) {
  const cpu = 4;
  const people = 60;
  const deltas = 100;
  console.log(`\nOne delta, with a processor ${cpu} times as slow`);
  const { code, key, desk, socket } = await workshop(server);
  await withPage(browser, { kind: 'laptop' }, (opener) =>
    withPage(browser, { kind: 'phone', cpu, script: observe }, async (phone) => {
      await opener.goto(desk);
      await joined(phone, server, code);
      await openAll(opener);
      await phone.getByRole('radio').first().waitFor();
      const [{ applied }] = await Promise.all([next(phone, deltas / 2), newcomers(opener, socket, key, deltas)]);
      print('phone before a question, somebody joins: applied', applied, 'ms', { p95: 1 });
    }),
  );
  await withPage(browser, { kind: 'laptop', cpu, script: observe }, (page) =>
    withBots({ server, code, people, paceMs: 3000 }, async () => {
      await page.goto(desk);
      const { applied } = await next(page, deltas);
      print(`desk, ${people} people answering: applied`, applied, 'ms');
    }),
  );
}

/** The desk of a hall, while votes stream in. */
export async function hallsDesk(browser, server) {
  const people = 1000;
  const deltas = 100;
  console.log(`\nThe desk with ${people} people answering`);
  const { code, desk } = await workshop(server);
  await withPage(browser, { kind: 'laptop', script: observe }, (page) =>
    withBots({ server, code, people, paceMs: 4000 }, async () => {
      await page.goto(desk);
      await waitForPeople(page, people);
      await openAll(page);
      for (const [name, label] of [
        ['questions', 'Questions'],
        ['people', 'People'],
      ]) {
        await part(page, label);
        const { applied, frames, gaps, long } = await next(page, deltas);
        print(`${name}: a delta applied`, applied, 'ms');
        print(`${name}: a frame with votes, all of the page's work`, frames, 'ms', { p95: 16 });
        print(`${name}: from frame to frame`, gaps, 'ms');
        console.log(`  ${name}: tasks longer than 50 ms: ${long.length}`);
      }
    }),
  );
}

// The program that is shipped, people without browsers, and Debian's Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { chromium } from '../../e2e/node_modules/playwright-core/index.mjs';

const built = fileURLToPath(new URL('../../../build/release/quorate', import.meta.url));
const program = process.env.QUORATE_PROGRAM ?? built;
const executablePath = process.env.QUORATE_CHROMIUM ?? '/usr/bin/chromium-headless-shell';

// As in tests/e2e/playwright.config.ts: nothing asks the network for anything of its own.
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Calls `use` with the address of a server with an empty data folder. */
export async function withServer(use) {
  const data = await mkdtemp(join(tmpdir(), 'quorate-bench-'));
  const child = spawn(program, ['serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const port = await new Promise((resolve, reject) => {
      for (const output of [child.stdout, child.stderr]) {
        createInterface({ input: output }).on('line', (line) => {
          const found = /http:\/\/[\w.[\]-]+:(\d+)/.exec(line)?.[1];
          if (found !== undefined) resolve(Number(found));
        });
      }
      child.once('error', reject);
      child.once('exit', (status) => reject(new Error(`${program} ended with status ${status}`)));
    });
    return await use(`http://localhost:${port}`);
  } finally {
    await end(child);
    await rm(data, { recursive: true, force: true });
  }
}

/** Makes a workshop without the pages for it. */
export async function workshop(server) {
  const response = await fetch(`${server}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: { en: 'Crisis sanctuary, south Wales valleys' } }),
  });
  if (response.status !== 201) throw new Error(`no workshop: ${response.status}`);
  const made = await response.json();
  const socket = `${server.replace(/^http/, 'ws')}/ws/${made.workshop}`;
  return { code: made.code, key: made.key, desk: `${server}/desk#${made.workshop}.${made.facilitator}`, socket };
}

/** Calls `use` while so many people take part, each of whom takes `paceMs` for an answer, on average. */
export async function withBots({ server, code, people, paceMs, seconds = 600 }, use) {
  const flags = ['--server', server, '--code', code, '--people', people, '--pace', paceMs, '--for', seconds];
  const child = spawn(program, ['bots', ...flags.map(String), '--seed', '7'], { stdio: 'ignore' });
  try {
    return await use();
  } finally {
    await end(child);
  }
}

/** Calls `use` with a browser. */
export async function withBrowser(use) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Calls `use` with the port by which Lighthouse reaches a browser. */
export async function withReachableBrowser(use) {
  const profile = await mkdtemp(join(tmpdir(), 'quorate-bench-'));
  const flags = { executablePath, args: [...args, '--remote-debugging-port=0'] };
  const context = await chromium.launchPersistentContext(profile, flags);
  try {
    // Written before the browser takes its first command.
    await context.newPage();
    return await use(Number.parseInt(await readFile(join(profile, 'DevToolsActivePort'), 'utf8'), 10));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' };
const laptop = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };

/** A page in a context of its own, with what slows it down. */
export async function withPage(browser, { kind, cpu = 1, network, script }, use) {
  const context = await browser.newContext(kind === 'phone' ? phone : laptop);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (network !== undefined) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    }
    if (script !== undefined) await page.addInitScript(script);
    return await use(page, devtools);
  } finally {
    await context.close();
  }
}

import { readFileSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

// Debian's Chromium without the windows, which cost half of the time. The flags keep it from asking the network for anything of its own.
const chromium = {
  executablePath: process.env['QUORATE_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The specs of alone.txt, which CMakeLists.txt reads too. */
const alone = readFileSync(new URL('alone.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => /^\w+/.exec(line) ?? [])
  .map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: '.',
  snapshotPathTemplate: 'looks/{arg}{ext}',
  // Two cores: a test waits for its browser and its server more often than it works.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  // A folder each: a run empties its own, and what the other has left of a failure is still looked at.
  projects: [
    { name: 'together', testMatch: '**/*.spec.ts', testIgnore: alone, outputDir: 'test-results/together' },
    { name: 'alone', testMatch: alone, outputDir: 'test-results/alone' },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
  },
});

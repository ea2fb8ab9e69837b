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

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  snapshotPathTemplate: 'looks/{arg}{ext}',
  // Two cores: each test brings a server, a browser and its phones.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
  },
});

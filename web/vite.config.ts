import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

import { siteFolder, siteStyles } from './site/plugin.ts';
import { siteWords } from './site/words.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

// Shown by the development server only: they never reach the built site.
const developmentPages = new Set(['styles.html']);

// Every page is an HTML file in this folder: desk.html is served as /desk.
const pages = readdirSync(here)
  .filter((name) => name.endsWith('.html') && !developmentPages.has(name))
  .map((name) => here + name);

const server = process.env['QUORATE_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  root: here,
  appType: 'mpa',
  plugins: [siteWords(new URL('../shared/messages/en.json', import.meta.url)), siteStyles(), siteFolder()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: process.env['QUORATE_SITE'] ?? `${here}../build/release/site`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Phones of 2020: what they lack is translated, in scripts and in styles.
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    reportCompressedSize: false,
    rollupOptions: { input: pages },
  },
  server: {
    proxy: {
      '/join': { target: server },
      '/api': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    restoreMocks: true,
    unstubGlobals: true,
  },
});

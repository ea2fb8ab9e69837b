import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

import { siteApp } from './site/app.ts';
import { WORKER } from './site/folder.ts';
import { siteFolder, siteImports, siteStyles } from './site/plugin.ts';
import { siteWords } from './site/words.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const catalogue = new URL('../shared/messages/en.json', import.meta.url);

// Shown by the development server only: they never reach the built site.
const developmentPages = new Set(['styles.html']);

// Every page is an HTML file in this folder: desk.html is served as /desk.
const pages = readdirSync(here)
  .filter((name) => name.endsWith('.html') && !developmentPages.has(name))
  .map((name) => here + name);

// What a phone needs first comes as one file: on a bad line every file that is asked for costs a while,
// and small files are compressed badly.
const first =
  /node_modules|preload-helper|shared\/messages\/format|src\/(generated\/(load|languages)|client\/(?!poll)|words|engine\/live_result|api\/asked|entries\/slot)|components\/(error_summary|facts|heading|icon|language|notice|rating|seats)|state\/(model\/(question_state|reason|scale|text)|phone\/own_sentence|links\/address)\.|phone\/stopped/;

const server = process.env['QUORATE_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  root: here,
  appType: 'mpa',
  plugins: [siteWords(catalogue), siteStyles(), siteImports(), siteApp(catalogue), siteFolder()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: process.env['QUORATE_SITE'] ?? `${here}../build/site`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A page's own files are asked for in its head; those that come late need nothing that is not there.
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    // Phones of 2020: what they lack is translated, in scripts and in styles.
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    reportCompressedSize: false,
    // A phone's scripts come out a thirtieth smaller than by esbuild.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    rollupOptions: {
      input: [...pages, `${here}src/offline/service_worker.ts`],
      output: {
        entryFileNames: ({ name }) => (`${name}.js` === WORKER ? WORKER : 'assets/[name]-[hash].js'),
        manualChunks: (id) => (first.test(id) && !id.endsWith('.css') ? 'first' : undefined),
      },
    },
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

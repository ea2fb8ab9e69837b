// What makes the site an app that can be installed: its manifest (W3C Web Application Manifest), its icons,
// drawn from one picture whose ground reaches its edges so that any shape may be cut out of it, and the
// version in its service worker.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Plugin } from 'vite';

import { WORKER } from './folder.ts';

/** Pixels. Browsers want 192 and 512; phones by Apple ask for one of 180 under a name of their own. */
const ICONS: Readonly<Record<string, number>> = {
  'icon-192.png': 192,
  'icon-512.png': 512,
  'apple-touch-icon.png': 180,
};

/** The grounds of the bar and of the page in light: tokens.css has them as --accent and --ground. */
const THEME = '#5a2350';
const GROUND = '#f7f1ee';

/** `words` are the catalogue's sentences. */
export function appManifest(words: Readonly<Record<string, unknown>>): object {
  const icon = (src: string, sizes: string, purpose: string) => ({ src, sizes, type: 'image/png', purpose });
  return {
    id: '/',
    name: words['home.name'],
    short_name: words['home.name'],
    description: words['home.title'],
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: THEME,
    background_color: GROUND,
    icons: ['any', 'maskable'].flatMap((purpose) => [
      icon('/icon-192.png', '192x192', purpose),
      icon('/icon-512.png', '512x512', purpose),
    ]),
  };
}

let ready: Promise<void> | undefined;

/** A square picture of so many pixels, as PNG. */
async function drawn(svg: string, pixels: number): Promise<Uint8Array> {
  const module = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= initWasm(readFileSync(module));
  await ready;
  return new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng();
}

/** The service worker with the version of the whole site in it: it is another file whenever any file is. */
export function withVersion(worker: string, site: Readonly<Record<string, string | Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(site).sort()) hash.update(`${name}\0`).update(site[name] ?? '').update('\0');
  const written = worker.replace('{{version}}', hash.digest('hex').slice(0, 16));
  if (written === worker) throw new Error('site: the service worker has no place for the version');
  return written;
}

export function siteApp(catalogue: URL): Plugin {
  return {
    name: 'quorate-site-app',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error('site: there is no service worker');
        const rest = Object.values(bundle).filter((part) => part !== worker);
        const site = rest.map((part) => [part.fileName, part.type === 'chunk' ? part.code : part.source]);
        worker.code = withVersion(worker.code, Object.fromEntries(site) as Record<string, string | Uint8Array>);
      },
    },
    async buildStart() {
      const words = JSON.parse(readFileSync(catalogue, 'utf8')) as Readonly<Record<string, unknown>>;
      const manifest = `${JSON.stringify(appManifest(words))}\n`;
      this.emitFile({ type: 'asset', fileName: 'app.webmanifest', source: manifest });
      const svg = readFileSync(new URL('app_icon.svg', import.meta.url), 'utf8');
      for (const [fileName, pixels] of Object.entries(ICONS)) {
        this.emitFile({ type: 'asset', fileName, source: await drawn(svg, pixels) });
      }
    },
  };
}

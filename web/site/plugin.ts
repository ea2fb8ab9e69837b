// Writes each page's style sheets into it; after Vite has built the pages, compresses them and lists in
// site.json what the server may serve.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { transformWithEsbuild } from 'vite';
import type { Plugin } from 'vite';

import { headersOf, isCompressible, styleSheets, urlPath, withInlineStyles } from './folder.ts';
import type { SiteManifest, SitePath } from './folder.ts';

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true }) as string[];
  return entries.filter((entry) => statSync(join(folder, entry)).isFile()).sort();
}

function compressed(file: string, content: Buffer): Record<'br' | 'gzip', Buffer> {
  const mode = file.endsWith('.wasm') ? constants.BROTLI_MODE_GENERIC : constants.BROTLI_MODE_TEXT;
  const params = {
    [constants.BROTLI_PARAM_MODE]: mode,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return {
    br: brotliCompressSync(content, { params }),
    gzip: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
  };
}

function finish(folder: string): SiteManifest {
  const paths: Record<string, SitePath> = {};
  for (const file of filesOf(folder)) {
    const content = readFileSync(join(folder, file));
    const entry: { file: string; br?: string; gzip?: string; headers: Record<string, string> } = {
      file,
      headers: headersOf(file, content),
    };
    if (isCompressible(file)) {
      const { br, gzip } = compressed(file, content);
      if (br.length < content.length) writeFileSync(join(folder, (entry.br = `${file}.br`)), br);
      if (gzip.length < content.length) {
        writeFileSync(join(folder, (entry.gzip = `${file}.gz`)), gzip);
      }
    }
    paths[urlPath(file)] = entry;
  }
  return { format: 1, paths };
}

/**
 * Before Vite sees the links: it would share style sheets out over its chunks, and fetch them again
 * with every chunk that is loaded late.
 */
export function siteStyles(): Plugin {
  let root = '';
  let target: string | string[] | false | undefined;
  return {
    name: 'quorate-site-styles',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      target = config.build.cssTarget;
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const sheets = styleSheets(html).map((href) => join(root, href));
        const css = sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n');
        const minified = await transformWithEsbuild(css, 'page.css', {
          loader: 'css',
          minify: true,
          ...(target ? { target } : {}),
        });
        return withInlineStyles(html, minified.code);
      },
    },
  };
}

/**
 * Vite would have every page carry a loader for what comes late: styles and further files before a script.
 * Here styles are in the page and late scripts need nothing more, so an import is enough.
 */
export function siteImports(): Plugin {
  return {
    name: 'quorate-site-imports',
    apply: 'build',
    enforce: 'pre',
    transform(_code, id) {
      if (!id.includes('vite/preload-helper')) return undefined;
      return { code: 'export const __vitePreload = (load) => load();', map: null };
    },
  };
}

export function siteFolder(): Plugin {
  let folder = '';
  return {
    name: 'quorate-site-folder',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle(error?: Error) {
      if (error !== undefined) return;
      const manifest = finish(folder);
      writeFileSync(join(folder, 'site.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    },
  };
}

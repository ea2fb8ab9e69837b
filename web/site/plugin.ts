// After Vite has built the pages: writes style sheets into them, compresses, and lists in site.json
// what the server may serve.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

import { headersOf, isCompressible, urlPath, withInlineStyles } from './folder.ts';
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
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const paths: Record<string, SitePath> = {};
  for (const file of filesOf(folder)) {
    if (file.endsWith('.html')) writeFileSync(join(folder, file), withInlineStyles(read(file), read));
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

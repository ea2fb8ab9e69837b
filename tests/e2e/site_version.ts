// The site as its next version would be: other bytes in the start page and in the service worker.
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { site } from './server.ts';

const versionBytes = 8;

interface SitePath {
  readonly file: string;
  br?: string;
  gzip?: string;
  readonly headers: Record<string, string>;
}

export interface NewVersion {
  readonly folder: string;
  /** What its start page has as data-version, and its cache in its name. */
  readonly version: string;
  dispose(): Promise<void>;
}

export async function newVersion(): Promise<NewVersion> {
  const folder = await mkdtemp(join(tmpdir(), 'quorate-site-'));
  await cp(site, folder, { recursive: true });
  const version = randomBytes(versionBytes).toString('hex');
  const list = join(folder, 'site.json');
  const { format, paths } = JSON.parse(await readFile(list, 'utf8')) as {
    readonly format: number;
    readonly paths: Record<string, SitePath>;
  };
  const rewrite = async (path: string, change: (text: string) => string): Promise<void> => {
    const entry = paths[path];
    if (!entry) throw new Error(`the site has no ${path}`);
    delete entry.br;
    delete entry.gzip;
    entry.headers['etag'] = `W/"${version}"`;
    const file = join(folder, entry.file);
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${path}`);
    await writeFile(file, after);
  };
  await rewrite('/', (html) => html.replace('<html ', `<html data-version="${version}" `));
  await rewrite('/service_worker.js', (script) => script.replace(/[0-9a-f]{16}/, version));
  await writeFile(list, JSON.stringify({ format, paths }));
  return { folder, version, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** The versions of the site that this browser keeps something of. */
export function versionOf(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

// The page /styles of the web sources, built as the site is and served: every screen in every state.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

/** As much of Vite as is needed here; it is installed for the pages, not for the tests. */
interface Vite {
  loadConfigFromFile(
    env: { command: 'build'; mode: string },
    file: string,
  ): Promise<{ readonly config: { readonly esbuild: object; readonly build: { readonly target: unknown } } } | null>;
  build(options: object): Promise<unknown>;
  preview(options: object): Promise<{
    readonly resolvedUrls: { readonly local: readonly string[] } | null;
    close(): Promise<void>;
  }>;
}

export interface StatesSite {
  readonly address: string;
  close(): Promise<void>;
}

export async function startStatesSite(): Promise<StatesSite> {
  const vite = (await import(pathToFileURL(join(web, 'node_modules/vite/dist/node/index.js')).href)) as Vite;
  const folder = await mkdtemp(join(tmpdir(), 'quorate-states-'));
  // Vite takes its mode from here: the pages are to be those that are shipped, not those of a test.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    // The site's own settings for scripts and styles, without what makes a folder for the server of it.
    const loaded = await vite.loadConfigFromFile({ command: 'build', mode: 'production' }, join(web, 'vite.config.ts'));
    if (!loaded) throw new Error('web/vite.config.ts is not there');
    const { build, esbuild } = loaded.config;
    const common = { root: web, configFile: false, logLevel: 'error', appType: 'mpa', esbuild };
    const rollupOptions = { input: join(web, 'styles.html') };
    await vite.build({
      ...common,
      build: { target: build.target, outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, reportCompressedSize: false, rollupOptions },
    });
    const server = await vite.preview({ ...common, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } });
    return {
      address: new URL('styles.html', server.resolvedUrls?.local[0]).href,
      async close() {
        await server.close();
        await rm(folder, { recursive: true });
      },
    };
  } catch (fault) {
    await rm(folder, { recursive: true });
    throw fault;
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
}

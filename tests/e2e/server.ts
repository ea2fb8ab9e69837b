// A real server for the tests: the program that is shipped, with a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { test as base } from '@playwright/test';

const built = fileURLToPath(new URL('../../build/release-tests/quorate', import.meta.url));

export const program = process.env['QUORATE_PROGRAM'] ?? built;
/** The folder of the pages that are inside the program. */
export const site = join(dirname(program), 'site');

const startMs = 20_000;
const stopMs = 20_000;

/** What is left of the output when a start fails: enough to see why, not a flood. */
const keptLines = 50;

export class Server {
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(
    /** The folder with the server's one file of data. */
    readonly data: string,
    private readonly flags: readonly string[],
  ) {}

  /** Starts a server with an empty data folder on a free port. */
  static async start(flags: readonly string[] = []): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), 'quorate-e2e-')), flags);
    try {
      await server.run();
    } catch (error) {
      await server.dispose();
      throw error;
    }
    return server;
  }

  /** Without a slash at the end. */
  get address(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it again after `stop` or `kill`, on the same port and data: its pages come back by themselves.
   *  `folder` has the site, if it is not the one inside the program. */
  async restart(folder?: string): Promise<void> {
    if (this.child !== undefined) throw new Error('the server is still running');
    await this.run(folder);
  }

  /** Asks it to end (SIGTERM) and waits; its status must be 0. */
  async stop(): Promise<void> {
    const child = this.child;
    if (child === undefined) return;
    const status = await this.end(child, 'SIGTERM');
    if (status !== 0) throw new Error(`the server ended with status ${status}`);
  }

  /** Ends it at once (SIGKILL), as a power cut would. */
  async kill(): Promise<void> {
    if (this.child !== undefined) await this.end(this.child, 'SIGKILL');
  }

  /** Ends it and deletes its data. */
  async dispose(): Promise<void> {
    try {
      await this.stop();
    } finally {
      await this.kill();
      await rm(this.data, { recursive: true, force: true });
    }
  }

  private async end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(stopMs) });
    child.kill(signal);
    const [status] = (await ended) as [number | null];
    this.child = undefined;
    return status;
  }

  private async run(folder?: string): Promise<void> {
    const child = spawn(
      program,
      ['serve', '--port', String(this.port), '--data', this.data, ...(folder === undefined ? [] : ['--site', folder]), ...this.flags],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    this.port = await listening(child);
  }
}

/** The port that the server says it listens on. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string): void => reject(new Error([why, ...said].join('\n')));
    const deadline = setTimeout(() => fail(`the server said no address in ${startMs} ms`), startMs);
    const settle = (act: () => void): void => {
      clearTimeout(deadline);
      act();
    };
    const hear = (line: string): void => {
      if (said.length < keptLines) said.push(line);
      const port = /http:\/\/[\w.[\]-]+:(\d+)/.exec(line)?.[1];
      if (port !== undefined) settle(() => resolve(Number(port)));
    };
    // Both are read to the end: a full pipe would stop the server.
    for (const output of [child.stdout, child.stderr]) {
      if (output !== null) createInterface({ input: output }).on('line', hear);
    }
    child.once('error', (error) => settle(() => fail(`${program} does not start: ${error.message}`)));
    child.once('exit', (status) => settle(() => fail(`the server ended with status ${status}`)));
  });
}

/** Playwright's test, with a server of each test's own. */
export const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.dispose();
  },
});

export { expect } from '@playwright/test';

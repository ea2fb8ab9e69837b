// People of the program's own (`quorate bots`), who join and then do nothing of themselves.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { program } from './server.ts';
import type { Factor, Rating } from './words.ts';

/** Longer than any test: they are ended, and not waited for. */
const stayS = 600;

/** A file as `quorate bots --ballots` reads it. */
function ballots(count: number, ratings: Partial<Record<Factor, Rating>>) {
  return { title: 'Ballots', ballots: Array.from({ length: count }, () => ({ group: 'unsaid', ratings })) };
}

export class Bots {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** So many people, each of whom answers these questions once they are open, and no other. */
  static async join(server: string, code: string, count: number, answers: Partial<Record<Factor, Rating>>): Promise<Bots> {
    const folder = await mkdtemp(join(tmpdir(), 'quorate-bots-'));
    const file = join(folder, 'ballots.json');
    await writeFile(file, JSON.stringify(ballots(count, answers)));
    const flags = ['--server', server, '--code', code, '--ballots', file, '--for', String(stayS), '--pace', '0'];
    const child = spawn(program, ['bots', ...flags], { stdio: 'ignore' });
    return new Bots(child, folder);
  }

  async leave(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

// Instructions of a program's one function, by valgrind: the same on every run, whatever else runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

// A view is a message's worth of text, but a desk's lists everybody.
const maxBuffer = 16 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'quorate-counts-'));
after(() => rmSync(folder, { recursive: true }));

export function run(command, parameters, input) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { input, encoding: 'utf8', maxBuffer });
  assert.equal(status, 0, error?.message ?? stderr);
  return { stdout, stderr };
}

/** Instructions spent in `function_` while the program runs with these parameters. */
export function counted(function_, program, parameters, input) {
  const counter = [
    '--tool=callgrind',
    '--collect-atstart=no',
    `--toggle-collect=${function_}`,
    `--callgrind-out-file=${join(folder, parameters.join('-'))}`,
  ];
  const { stderr } = run('valgrind', [...counter, program, ...parameters], input);
  const count = Number(/Collected : (\d+)/.exec(stderr)?.[1] ?? 0);
  assert.ok(count > 1000, `valgrind counted next to nothing:\n${stderr}`);
  return count;
}

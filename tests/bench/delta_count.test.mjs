// What one vote costs the page of somebody else, in instructions: the same in a hall of a thousand as at
// a table of ten. Counts decide, never times: they are the same on every run, whatever else runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const program = process.env.QUORATE_DELTA_COUNT;
const deltas = 40;
const table = 10;
const hall = 1000;

// A view is a message's worth of text, but a desk's lists everybody.
const maxBuffer = 16 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'quorate-counts-'));
after(() => rmSync(folder, { recursive: true }));

function run(command, parameters, input) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { input, encoding: 'utf8', maxBuffer });
  assert.equal(status, 0, error?.message ?? stderr);
  return { stdout, stderr };
}

/** The room's messages to one of this role while so many votes come in: a welcome, who is there, and deltas. */
function messages(role, people) {
  return run(program, ['say', role, String(people), String(deltas)]).stdout;
}

/** Instructions that a client of this role spends on a delta of one vote, on average. */
function instructions(role, people) {
  const counter = [
    '--tool=callgrind',
    '--collect-atstart=no',
    '--toggle-collect=quorate_hear_delta',
    `--callgrind-out-file=${join(folder, `${role}-${people}`)}`,
  ];
  const { stderr } = run('valgrind', [...counter, program, 'hear', role], messages(role, people));
  const counted = Number(/Collected : (\d+)/.exec(stderr)?.[1] ?? 0);
  assert.ok(counted > deltas * 1000, `valgrind counted next to nothing:\n${stderr}`);
  return Math.round(counted / deltas);
}

test('one vote costs another phone nothing: it is not told', () => {
  const [, , ...told] = messages('participant', table).trimEnd().split('\n');
  assert.deepEqual(told, []);
});

// A desk's view has a list of people, kept sorted: finding one of them takes a few comparisons more in a hall,
// and its "who is here" is a bit longer a person. Nothing in a wall's grows with them.
for (const [role, most] of [
  ['wall', 1.1],
  ['facilitator', 1.1],
]) {
  test(`one vote costs a ${role} the same with ${hall} people as with ${table}`, () => {
    const few = instructions(role, table);
    const many = instructions(role, hall);
    const ratio = many / few;
    console.log(`${role}: ${few} instructions a delta with ${table} people, ${many} with ${hall}: × ${ratio.toFixed(3)}`);
    assert.ok(ratio <= most, `× ${ratio.toFixed(3)}, more than ${most}`);
  });
}

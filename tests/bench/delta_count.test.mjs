// What one vote costs the page of somebody else, in instructions: the same in a hall of a thousand as at
// a table of ten. Counts decide, never times: they are the same on every run, whatever else runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, run } from './callgrind.mjs';

const program = process.env.QUORATE_COUNT;
const deltas = 40;
const table = 10;
const hall = 1000;

/** The room's messages to one of this role while so many votes come in: a welcome, who is there, and deltas. */
function messages(role, people) {
  return run(program, ['say', role, String(people), String(deltas)]).stdout;
}

/** Instructions that a client of this role spends on a delta of one vote, on average. */
function instructions(role, people) {
  return Math.round(counted('quorate_hear_delta', program, ['hear', role], messages(role, people)) / deltas);
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

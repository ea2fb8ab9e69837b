// What events cost the room as halls and their number grow, in instructions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from './callgrind.mjs';

const program = process.env.QUORATE_COUNT;

// A place in an order takes a few steps more among many; a list of everybody is as long as they are many, and
// looking each up takes those few steps.
for (const [what, name, few, many, most] of [
  ['ping', 'a ping costs the same among many rooms', 1, 300, 1.1],
  ['remove', 'who goes costs the same in a large hall', 500, 4000, 1.1],
  ['desk', "a desk's view costs as much more as there are more people", 1000, 4000, 4.8],
  ['renew', "a desk's view of others in everybody's place costs as much more as they are more", 500, 2000, 4.8],
]) {
  test(name, () => {
    const little = counted('quorate_counted', program, [what, String(few)]);
    const much = counted('quorate_counted', program, [what, String(many)]);
    const ratio = much / little;
    console.log(`${what}: ${little} instructions with ${few}, ${much} with ${many}: × ${ratio.toFixed(3)}`);
    assert.ok(ratio <= most, `× ${ratio.toFixed(3)}, more than ${most}`);
  });
}

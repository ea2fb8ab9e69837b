// result.mjs REPORT FILE: whether every test of one spec file passed in the run that wrote the report, and
// what its tests said.
import { readFileSync } from 'node:fs';

import { verdict } from './verdict.mjs';

const [report, file] = process.argv.slice(2);
if (report === undefined || file === undefined) {
  console.error('usage: result.mjs REPORT FILE');
  process.exit(2);
}

function read() {
  try {
    return readFileSync(report, 'utf8');
  } catch (fault) {
    console.error(`there is no report of a run: ${fault.message}`);
    process.exit(1);
  }
}

const { passed, lines } = verdict(read(), file);
console.log(lines.join('\n'));
process.exit(passed ? 0 : 1);

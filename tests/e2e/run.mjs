// run.mjs REPORT SCRIPT [ARGUMENT…]: one run of Playwright (SCRIPT) that many ctests read the report of
// (result.mjs). It has succeeded if there is a report, whatever the tests in it say.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Of Playwright: all tests passed, or some did not. */
const ended = [0, 1];

const [report, ...command] = process.argv.slice(2);
if (report === undefined || command.length === 0) {
  console.error('usage: run.mjs REPORT SCRIPT [ARGUMENT…]');
  process.exit(2);
}

function fail(why) {
  console.error(`run.mjs: ${why}`);
  process.exit(1);
}

mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true }); // else an old one would speak for a run that has written none
const { error, status, signal } = spawnSync(process.execPath, command, {
  stdio: 'inherit',
  // No colours: what failed is read in logs.
  env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' },
});
if (error) fail(`the run did not start: ${error.message}`);
if (!ended.includes(status)) fail(`the run ended with ${signal ?? `status ${status}`}`);
try {
  JSON.parse(readFileSync(report, 'utf8'));
} catch (fault) {
  fail(`the run left no report: ${fault.message}`);
}

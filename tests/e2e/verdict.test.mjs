// What is taken for a pass, and what for none; and a run that leaves no report.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { verdict } from './verdict.mjs';

const file = 'grace.spec.ts';
const passed = { status: 'passed', duration: 1500, errors: [], stdout: [], stderr: [], attachments: [] };

function spec(title, status, results, expectedStatus = 'passed') {
  return { title, file, line: 7, tests: [{ status, expectedStatus, results }] };
}

const fine = spec('a phone comes back', 'expected', [passed]);
const suite = (specs, more = {}) => ({ title: file, file, specs, ...more });
const report = (suites, errors = []) => JSON.stringify({ suites, errors });

function expectVerdict(text, isPass, ...words) {
  const { passed: is, lines } = verdict(text, file);
  const said = lines.join('\n');
  assert.equal(is, isPass, said);
  for (const word of words) assert.ok(said.includes(word), `"${word}" is not in:\n${said}`);
}

describe('a file passes', () => {
  test('if all its tests did, and what they told is said', () => {
    const told = { ...passed, stdout: [{ text: 'the engine:\n' }, { buffer: Buffer.from('  412 B').toString('base64') }] };
    const inner = { title: 'later', file, specs: [spec('again', 'expected', [told])] };
    expectVerdict(report([suite([fine], { suites: [inner] })]), true, 'a phone comes back: passed, 1.5 s', 'later › again', 'the engine:', '412 B');
  });

  test('whatever the other files did', () => {
    const other = { title: 'x', file: 'x.spec.ts', specs: [spec('x', 'unexpected', [{ ...passed, status: 'failed' }])] };
    expectVerdict(report([other, suite([fine])]), true);
  });
});

describe('a file does not pass', () => {
  test('if one of its tests failed, and everything about it is said', () => {
    const failed = {
      status: 'failed',
      duration: 300,
      errors: [
        { message: 'Error: one is two', location: { file: '/e2e/grace.spec.ts', line: 9, column: 5 } },
        { message: 'another\n    at /e2e/people.ts:3:1', location: { file: '/e2e/people.ts', line: 3, column: 1 } },
      ],
      stdout: [{ text: 'before that\n' }],
      stderr: [{ text: 'a warning\n' }],
      attachments: [{ name: 'screenshot', path: '/results/one.png' }],
    };
    expectVerdict(
      report([suite([fine, spec('one', 'unexpected', [failed])])]),
      false,
      'grace.spec.ts:7 › one: NOT PASSED',
      'Error: one is two',
      'at /e2e/grace.spec.ts:9:5',
      'at /e2e/people.ts:3:1',
      'before that',
      'a warning',
      'screenshot: /results/one.png',
    );
  });

  for (const status of ['timedOut', 'interrupted', 'skipped']) {
    test(`if one of its tests was ${status}`, () => {
      const kind = status === 'skipped' ? 'skipped' : 'unexpected';
      expectVerdict(report([suite([fine, spec('one', kind, [{ ...passed, status }])])]), false, 'one: NOT PASSED', status);
    });
  }

  test('if one was left out on purpose', () => {
    expectVerdict(report([suite([spec('one', 'skipped', [{ ...passed, status: 'skipped' }], 'skipped')])]), false);
  });

  test('if one was meant to fail', () => {
    expectVerdict(report([suite([spec('one', 'expected', [{ ...passed, status: 'failed' }], 'failed')])]), false);
  });

  test('if one passed at its second attempt', () => {
    expectVerdict(report([suite([spec('one', 'flaky', [{ ...passed, status: 'failed' }, passed])])]), false, 'flaky');
  });

  test('if one did not run', () => {
    expectVerdict(report([suite([fine, spec('one', 'skipped', [])])]), false, 'it did not run');
  });

  test('if it has no test', () => {
    expectVerdict(report([suite([])]), false, 'has no test');
  });

  test('if it is not in the report', () => {
    expectVerdict(report([{ ...suite([fine]), file: 'a_grace.spec.ts' }]), false, 'grace.spec.ts is not in the report');
  });

  test('if the run as a whole has an error', () => {
    const error = { message: 'SyntaxError: x', location: { file: '/e2e/x.spec.ts', line: 1, column: 2 } };
    expectVerdict(report([suite([fine])], [error]), false, 'SyntaxError: x', '/e2e/x.spec.ts:1:2');
  });

  for (const text of ['', '{"suites": [', 'null', '{}', '{"suites": []}']) {
    test(`if the report is ${text === '' ? 'empty' : text}`, () => expectVerdict(text, false, 'no report'));
  }
});

describe('the scripts', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-verdict-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const call = (script, ...given) => {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...given], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const put = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test('result.mjs ends with 0 for a pass alone', () => {
    assert.equal(call('result.mjs', put('good.json', report([suite([fine])])), file).status, 0);
    assert.equal(call('result.mjs', put('bad.json', report([])), file).status, 1);
    const { status, said } = call('result.mjs', join(folder, 'none.json'), file);
    assert.equal(status, 1);
    assert.match(said, /there is no report/);
    assert.equal(call('result.mjs').status, 2);
  });

  // What stands for Playwright: it does this, and ends so.
  const run = (name, body) => {
    const script = put(`${name}.mjs`, `import { writeFileSync } from 'node:fs';\n${body}`);
    return call('run.mjs', join(folder, 'reports', 'results.json'), script);
  };
  const write = `writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, '{"suites": []}');`;

  test('run.mjs has succeeded if there is a report, even of tests that failed', () => {
    assert.equal(run('good', write).status, 0);
    assert.equal(run('failures', `${write} process.exit(1);`).status, 0);
    assert.equal(readFileSync(join(folder, 'reports', 'results.json'), 'utf8'), '{"suites": []}');
  });

  test('run.mjs takes no old report for a new one', () => {
    assert.equal(run('good', write).status, 0);
    const { status, said } = run('nothing', 'process.exit(1);');
    assert.equal(status, 1);
    assert.match(said, /left no report/);
  });

  test('run.mjs has failed if Playwright came to a bad end, or wrote half a report', () => {
    assert.equal(run('interrupted', `${write} process.exit(130);`).status, 1);
    assert.match(run('killed', `${write} process.kill(process.pid, 'SIGKILL');`).said, /SIGKILL/);
    assert.match(run('half', `writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, '{"sui');`).said, /left no report/);
    assert.equal(call('run.mjs').status, 2);
  });
});

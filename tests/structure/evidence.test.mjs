// The rule finds every test that SECURITY.md names and that is not there, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { evidence } from './evidence.mjs';

const security = (text) => ({ path: 'SECURITY.md', text });
const tests = [
  { path: 'tests/unit/door_test.cpp', text: 'TEST(Door, IsLocked) {\n}\nTEST_P(Window,\n       IsShut) {\n}\n' },
  { path: 'tests/e2e/keys.spec.ts', text: '' },
];

test('tests that are there are no findings', () => {
  const text = '| theft | a lock | `Door.IsLocked`, `Window.IsShut`, `keys.spec.ts`, `tests/unit/door_test.cpp` |';
  assert.deepEqual(evidence([security(text), ...tests]), []);
});

test('a test that is not there is a finding, by its name', () => {
  assert.deepEqual(evidence([security('`Door.IsOpen` and `locks.spec.ts`'), ...tests]), [
    'SECURITY.md names Door.IsOpen, and there is no such test',
    'SECURITY.md names locks.spec.ts, and there is no such test',
  ]);
});

test('what is in code and names no test is none', () => {
  assert.deepEqual(evidence([security('`--trusted-proxies`, `server/budgets/budgets.hpp`, `429`'), ...tests]), []);
});

test('other files may name what they like', () => {
  assert.deepEqual(evidence([{ path: 'README.md', text: '`Door.IsOpen`' }, ...tests]), []);
});

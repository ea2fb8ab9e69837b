// The rule finds every circle of imports, and only circles.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { circles } from './circles.mjs';

const source = (path, ...lines) => ({ path: `web/src/${path}`, text: `${lines.join('\n')}\n` });

test('two files that import each other are a finding, named once', () => {
  assert.deepEqual(circles([source('a.ts', "import { b } from './b.ts';"), source('b.ts', "import { a } from './a.ts';")]), [
    'web/src/a.ts imports web/src/b.ts imports web/src/a.ts: a circle',
  ]);
});

test('imports that end somewhere are none', () => {
  const files = [
    source('a.ts', "import { signal } from '@preact/signals';", "import { b } from './b.ts';", "import { c } from './c.ts';"),
    source('b.ts', "import { c } from './c.ts';"),
    source('c.ts'),
  ];
  assert.deepEqual(circles(files), []);
});

test('three files are named in the order in which they import each other', () => {
  const files = [
    source('b.ts', "import { a } from './a.ts';"),
    source('c.ts', "import { b } from './b.ts';"),
    source('a.ts', "import { c } from './c.ts';"),
  ];
  assert.deepEqual(circles(files), [
    'web/src/a.ts imports web/src/c.ts imports web/src/b.ts imports web/src/a.ts: a circle',
  ]);
});

test('each of two circles is a finding, and what only leads to one is none', () => {
  const files = [
    source('a.ts', "import { b } from './b.ts';"),
    source('b.ts', "import { c } from './c.ts';"),
    source('c.ts', "import { b } from './b.ts';"),
    source('d.ts', "import { e } from './e.ts';"),
    source('e.ts', "import { d } from './d.ts';"),
  ];
  assert.deepEqual(circles(files), [
    'web/src/b.ts imports web/src/c.ts imports web/src/b.ts: a circle',
    'web/src/d.ts imports web/src/e.ts imports web/src/d.ts: a circle',
  ]);
});

test('every kind of import counts', () => {
  for (const line of [
    "import type { B } from './b.ts';",
    "import {\n  b,\n} from './b.ts';",
    "export type { B } from './b.ts';",
    "import './b.ts';",
    "const late = () => import('./b.ts');",
    "const raw = import('./b.ts?raw');",
  ]) {
    assert.equal(circles([source('a.ts', line), source('b.ts', "import type { A } from './a.ts';")]).length, 1, line);
  }
});

test('folders do not import each other either', () => {
  const files = [
    source('state/a.ts', "import { b } from '../client/b.ts';"),
    source('client/b.ts'),
    source('client/c.ts', "import type { D } from '../state/d.ts';"),
    source('state/d.ts'),
  ];
  assert.deepEqual(circles(files), ['web/src/client imports web/src/state imports web/src/client: a circle']);
  assert.deepEqual(circles(files.slice(0, 2)), []);
});

test('tests and other folders are not looked at', () => {
  const a = { path: 'web/tests/a.ts', text: "import { b } from './b.ts';" };
  assert.deepEqual(circles([a, { path: 'web/tests/b.ts', text: "import { a } from './a.ts';" }]), []);
});

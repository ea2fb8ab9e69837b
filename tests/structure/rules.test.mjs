// The rules find what they are for: a check that can only agree checks nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layering, lengths, places } from './rules.mjs';

const one = (path, text) => [{ path, text }];

test('a folder may include itself and what lies under it', () => {
  assert.deepEqual(layering(one('shared/session/a.cpp', '#include "shared/session/a.hpp"\n')), []);
  assert.deepEqual(layering(one('shared/session/a.cpp', '#include "shared/json/read.hpp"\n')), []);
});

test('a folder may not include what lies above it', () => {
  assert.match(
    layering(one('shared/engine/a.cpp', '#include "shared/session/state.hpp"\n'))[0],
    /shared\/engine may not depend on shared\/session/,
  );
  assert.equal(layering(one('server/room/a.hpp', '#include "server/api/api.hpp"\n')).length, 1);
  assert.equal(layering(one('server/net/http/a.cpp', '#include "server/api/site.hpp"\n')).length, 1);
});

test('an allowed header does not allow its neighbours', () => {
  const path = 'shared/templates/a.hpp';
  assert.deepEqual(layering(one(path, '#include "shared/engine/role.hpp"\n')), []);
  assert.equal(layering(one(path, '#include "shared/engine/level.hpp"\n')).length, 1);
});

test('a folder nobody has placed is a finding', () => {
  assert.match(layering(one('server/misc/a.cpp', '#include "server/misc/a.hpp"\n'))[0], /no place/);
});

test('each library stays where it belongs', () => {
  for (const [header, right, wrong] of [
    ['boost/beast/http.hpp', 'server/net/http/a.cpp', 'server/api/a.cpp'],
    ['nlohmann/json.hpp', 'shared/json/a.cpp', 'shared/engine/a.cpp'],
    ['SQLiteCpp/SQLiteCpp.h', 'server/log/a.cpp', 'server/app/a.cpp'],
    ['emscripten.h', 'client-wasm/c_api.cpp', 'client-wasm/client.cpp'],
    ['sodium.h', 'server/room/a.cpp', 'shared/session/a.cpp'],
  ]) {
    assert.deepEqual(layering(one(right, `#include <${header}>\n`)), []);
    assert.equal(layering(one(wrong, `  # include <${header}>\n`)).length, 1, `${header} in ${wrong}`);
  }
});

test('the core has no clock', () => {
  assert.equal(layering(one('shared/session/a.cpp', '#include <chrono>\n')).length, 1);
  assert.deepEqual(layering(one('server/net/a.cpp', '#include <chrono>\n')), []);
});

test('only the composition names a concrete log', () => {
  const include = '#include "server/log/sqlite.hpp"\n';
  assert.deepEqual(layering(one('server/app/serve.cpp', include)), []);
  assert.match(layering(one('server/room/a.cpp', include))[0], /concrete log/);
});

test('files stop at 400 lines', () => {
  assert.deepEqual(lengths(one('server/net/a.cpp', '\n'.repeat(400))), []);
  assert.equal(lengths(one('server/net/a.cpp', '\n'.repeat(401))).length, 1);
  assert.deepEqual(lengths(one('tests/golden/records.txt', '\n'.repeat(401))), []);
});

test('no place is named', () => {
  const host = ['registry.', 'npm', 'js', '.org'].join('');
  assert.equal(places(one('web/.npmrc', `registry=https://${host}/\n`)).length, 1);
  assert.equal(places(one('web/package-lock.json', '"resolved": "x"')).length, 1);
  assert.equal(places(one('web/package-lock.json', '"a": "latest"')).length, 1);
  assert.equal(places(one('README.md', `see ${['/work', '/shared/x'].join('')}`)).length, 1);
  assert.deepEqual(places(one('README.md', 'see shared/json')), []);
});

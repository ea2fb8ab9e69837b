// The rule about words finds what it is for, in small inputs.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bundles, codes, keys } from './words.mjs';

const english = (texts) => ({ path: 'shared/messages/en.json', text: JSON.stringify({ '@meta': {}, ...texts }) });
const catalogue = (...names) => english(Object.fromEntries(names.map((name) => [name, 'text'])));
const script = (text) => ({ path: 'web/src/screens/a.tsx', text });
const cpp = (text) => ({ path: 'server/net/a.cpp', text });
const page = (text) => ({ path: 'web/index.html', text });
const found = (files, known = {}) => keys(files, known);

test('a key that nothing uses is found', () => {
  assert.deepEqual(found([catalogue('desk.title', 'desk.old'), script("say('desk.title')")]), [
    'shared/messages/en.json: nothing uses desk.old',
  ]);
});

test('a key is used by a script, a page, or the server', () => {
  const files = [
    catalogue('alias', 'a.script', 'a.text', 'a.attribute', 'a.server'),
    script("say('alias'); say('a.script', { n })"),
    page('<title>{{a.text}}</title><h1 data-say="a.attribute"></h1>'),
    cpp('text(language, "a.server")'),
  ];
  assert.deepEqual(found(files), []);
});

test('tests, fixtures and comments use nothing', () => {
  const say = "say('a.key')";
  for (const file of [
    { path: 'web/tests/a.test.ts', text: say },
    { path: 'web/src/fixtures/a.ts', text: say },
    { path: 'web/src/generated/keys.ts', text: say },
    { path: 'tests/unit/a.cpp', text: 'text("a.key")' },
    script(`// ${say}\n/* ${say} */\ncall(); // ${say}`),
    cpp('// text("a.key")'),
  ]) {
    assert.equal(found([catalogue('a.key'), file]).length, 1, file.path);
  }
});

test('a composed key stands for one segment in each place', () => {
  const files = [
    catalogue('level.1.title', 'level.1.why.deep', 'level.title', 'flag.risk'),
    script('say(`level.${n}.title`); say(`flag.${id}`)'),
  ];
  assert.deepEqual(found(files), [
    'shared/messages/en.json: nothing uses level.1.why.deep',
    'shared/messages/en.json: nothing uses level.title',
  ]);
});

test('what could be every key is none', () => {
  const all = catalogue('a.b', 'a.c');
  for (const text of ['say(`${key}`)', 'say(`${a}.${b}`)', 'type Key = `a.${string}`', 'type Name = `a.${infer Name}`']) {
    assert.equal(found([all, script(text)]).length, 2, text);
  }
});

test('values that are listed are all that a composed key stands for', () => {
  const files = [catalogue('change.up', 'change.title'), script('say(`change.${direction}`)')];
  assert.deepEqual(found(files), []);
  assert.deepEqual(found(files, { 'change.*': ['up'] }), ['shared/messages/en.json: nothing uses change.title']);
  assert.match(found(files, { 'change.*': ['up', 'title'], 'gone.*': ['a'] })[0], /nothing composes gone\.\*/);
});

test('the server composes keys by adding texts', () => {
  const files = [
    catalogue('factor.time.hint', 'factor.time.other', 'preset.staff'),
    cpp('key = "factor." + id; words(key + ".hint"); words("preset." + id);'),
  ];
  assert.deepEqual(found(files), ['shared/messages/en.json: nothing uses factor.time.other']);
});

test('a key that is not there is found in pages and on the server', () => {
  const here = catalogue('home.title');
  const use = script("say('home.title')");
  assert.deepEqual(found([here, use, page('{{home.titel}}<p data-say="nowhere.at_all">')]), [
    'web/index.html names home.titel, which is not in shared/messages/en.json',
    'web/index.html names nowhere.at_all, which is not in shared/messages/en.json',
  ]);
  assert.equal(found([here, use, cpp('problem_page(request, "home.gone")')]).length, 1);
  assert.deepEqual(found([here, use, cpp('#include "home.hpp"\nread("site.json")')]), []);
});

test('a key that is not there is found in a test of the browser', () => {
  const files = [catalogue('home.title'), script("say('home.title')")];
  const look = (text) => found([...files, { path: 'tests/e2e/a.spec.ts', text }]);
  assert.equal(look("say('home.gone')").length, 1);
  assert.deepEqual(look("say('home.title'); open('report.json')"), []);
});

test('bundles: one that is not loaded, a beginning of nothing, a sentence that is in none', () => {
  const file = (content) => ({ path: 'shared/messages/bundles.json', text: JSON.stringify(content) });
  const all = [catalogue('desk.title', 'home.title', 'page.title'), cpp('text("page.title")')];
  assert.deepEqual(bundles([...all, file({ desk: ['desk.', 'home.'] }), script("learn('desk')")], {}), []);
  assert.deepEqual(bundles([...all, file({ desk: ['desk.', 'wall.'] }), script('')], {}), [
    'shared/messages/bundles.json: no page loads desk',
    'shared/messages/bundles.json: no key begins with wall. (desk)',
    'shared/messages/bundles.json: home.title is in no bundle, and the server does not say it',
  ]);
});

test('every code of a refusal has its sentence, and every sentence its code', () => {
  const lists = [
    { path: 'shared/session/refusal.hpp', text: 'enum class Refusal {\n  ended,\n  // A note, with commas.\n  full,\n};' },
    { path: 'shared/protocol/close_code.hpp', text: 'enum class CloseCode : int {\n  slow = 4001,\n  full = 4002,\n};' },
    cpp('return error_response(status::kNotFound, "unknown_code");\nrespond(unauthorised("bad_token"));'),
  ];
  const all = ['ended', 'full', 'slow', 'unknown_code', 'bad_token', 'other'].map((code) => `refusal.${code}`);
  assert.deepEqual(codes([catalogue(...all), ...lists]), []);
  for (const code of ['ended', 'slow', 'unknown_code', 'bad_token']) {
    const fewer = all.filter((key) => key !== `refusal.${code}`);
    assert.deepEqual(codes([catalogue(...fewer), ...lists]), [`shared/messages/en.json has no refusal.${code}`]);
  }
  assert.deepEqual(codes([catalogue(...all, 'refusal.stale'), ...lists]), [
    'shared/messages/en.json: no refusal has the code stale',
  ]);
});

// A language is one file: a catalogue with a few sentences is put beside the others, and everything
// that is built from them knows it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const messages = fileURLToPath(new URL('../../shared/messages/', import.meta.url));
const language = {
  '@meta': { language: 'Exlang', plurals: { one: 'n = 0..1' }, status: 'draft' },
  'answer.8': '{yes}!',
  'desk.title': 'Deskexx',
};

let folder;
const path = (...names) => join(folder, ...names);
const text = (...names) => readFileSync(path(...names), 'utf8');
const build = (...given) => execFileSync(process.execPath, [path('build.mjs'), ...given], { stdio: 'pipe' });

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-language-'));
  cpSync(messages, folder, { recursive: true });
  writeFileSync(path('xx.json'), JSON.stringify(language));
  build('--out', path('web'));
  build('--cpp', path('cpp'));
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('pages offer the language under its own name, with its plural rules', () => {
  assert.match(text('web', 'languages.ts'), /"xx": {"name":"Exlang","status":"draft","plurals":{"one":"n = 0\.\.1"}},/);
});

test('pages can load every bundle of it, as of every other language', () => {
  const bundles = Object.keys(JSON.parse(text('bundles.json')));
  for (const bundle of bundles) {
    assert.ok(text('web', 'load.ts').includes(`${bundle}: () => import('./xx.${bundle}.ts'),`), bundle);
    assert.ok(readdirSync(path('web')).includes(`xx.${bundle}.ts`), bundle);
  }
});

test('its own sentences are said, and English stands in for the others', () => {
  const { 'desk.pause': english } = JSON.parse(text('en.json'));
  assert.match(text('web', 'xx.desk.ts'), /"desk\.title": "Deskexx"/);
  assert.ok(text('web', 'xx.desk.ts').includes(`"desk.pause": ${JSON.stringify(english)}`));
});

test('a language whose answers take a yes from the question is asked for one', () => {
  assert.match(text('web', 'paired.ts'), /Language\[\] = \[.*"xx".*\];/);
});

test('the server knows the language', () => {
  assert.match(text('cpp', 'languages.hpp'), /enum class Language : std::uint8_t {[^}]*\bxx\b[^}]*};/);
  assert.match(text('cpp', 'catalogue_data.cpp'), /{"xx", "Exlang", "draft", xx_plurals, xx_entries}/);
  assert.match(text('cpp', 'catalogue_data.cpp'), /{"desk\.title", "Deskexx"}/);
});

test('a tag that is a word of C++ has another name there', () => {
  writeFileSync(path('or.json'), JSON.stringify(language));
  build('--cpp', path('cpp'));
  rmSync(path('or.json'));
  assert.match(text('cpp', 'languages.hpp'), /enum class Language [^}]*\btag_or\b/);
  assert.match(text('cpp', 'catalogue_data.cpp'), /{"or", "Exlang", "draft", tag_or_plurals, tag_or_entries}/);
});

test('what was made of a language that is gone goes too, and nothing else', () => {
  writeFileSync(path('yy.json'), JSON.stringify(language));
  writeFileSync(path('web', 'kept.ts'), '// Written by hand.\n');
  build('--out', path('web'));
  assert.ok(readdirSync(path('web')).includes('yy.home.ts'));
  rmSync(path('yy.json'));
  build('--out', path('web'));
  const left = readdirSync(path('web'));
  assert.deepEqual(left.filter((file) => file.startsWith('yy.')), []);
  assert.ok(left.includes('kept.ts') && left.includes('xx.home.ts') && left.includes('keys.ts'));
});

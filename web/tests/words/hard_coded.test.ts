// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { hardCoded, hardCodedInPage } from './hard_coded.ts';

const web = fileURLToPath(new URL('../..', import.meta.url));
/** For those who build the pages, never in the site. */
const OURS = /^(src\/fixtures\/|src\/generated\/|src\/entries\/styles\.tsx|styles\.html)/;

const below = (folder: string): readonly string[] =>
  readdirSync(join(web, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });

const scripts = below('src').filter((path) => /\.tsx?$/.test(path) && !OURS.test(path));
const pages = readdirSync(web).filter((path) => path.endsWith('.html') && !OURS.test(path));
const text = (path: string) => readFileSync(join(web, path), 'utf8');

describe('what people read comes from the catalogue', () => {
  it.each(scripts)('%s', (path) => expect(hardCoded(text(path), path)).toEqual([]));
  it.each(pages)('%s', (path) => expect(hardCodedInPage(text(path))).toEqual([]));
});

describe('a sentence in the code is found', () => {
  it.each([
    ['between tags', '<p>Wait here</p>'],
    ['in braces', "<p>{'Wait here'}</p>"],
    ['in a template', '<p>{`${n} people`}</p>'],
    ['in a choice', "<p>{open ? say('a.b') : 'Closed'}</p>"],
    ['behind a condition', "<p>{open && 'Open'}</p>"],
    ['added to another', "<p>{say('a.b') + ' people'}</p>"],
    ['as a name', '<button aria-label="Close" />'],
    ['as a name in braces', '<button aria-label={`Close ${n}`} />'],
    ['as a component’s label', '<Field label="Title" />'],
    ['as the title of the page', "document.title = 'Desk';"],
    ['as the text of an element', "button.textContent = 'Join';"],
  ])('%s', (_, code) => expect(hardCoded(code)).toHaveLength(1));

  it.each([
    ['between tags', '<h1>Join</h1>'],
    ['beside one of the catalogue', '<title>{{home.title}} – Vote</title>'],
    ['as a name', '<button aria-label="Close"></button>'],
  ])('%s of a page', (_, html) => expect(hardCodedInPage(html)).toHaveLength(1));
});

describe('what is no sentence is not', () => {
  it.each([
    ['the catalogue’s', "<p>{say('a.b')}</p>"],
    ['signs and numbers', '<p>{done ? `✓ ${n}` : "–"} · 4</p>'],
    ['the program’s name', '<b>Quorate</b>'],
    ['what nobody reads', '<p class="lead" id={`a-${n}`} data-say="x">{state === "open" ? 1 : 2}</p>'],
  ])('%s', (_, code) => expect(hardCoded(code)).toEqual([]));

  it('a page’s own keys, scripts and styles', () => {
    const html = '<title>{{home.title}} – Quorate</title><script>const a = "b";</script><p data-say="a.b">{{a.b}}</p>';
    expect(hardCodedInPage(html)).toEqual([]);
  });
});

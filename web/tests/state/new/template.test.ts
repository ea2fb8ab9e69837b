import { describe, expect, it } from 'vitest';

import { setupOf } from '../../../src/state/new/setup.ts';
import { fileName, loadedTemplate, MOST_BYTES, templateOf, tooLarge } from '../../../src/state/new/template.ts';
import { anyDraft, draft, standard } from './drafts.ts';

const load = (value: unknown) => loadedTemplate(JSON.stringify(value), standard);
const withSetup = (setup: unknown) => load({ format: 'quorate-template', version: 1, setup });
const problem = (loaded: ReturnType<typeof load>) => (loaded.ok ? undefined : loaded.problem);

describe('a template', () => {
  it('holds the whole form but the closing time', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { closing: _, ...filled } = anyDraft(seed);
      const loaded = loadedTemplate(templateOf({ ...filled, closing: '2099-05-02T17:00' }, standard), standard);
      expect(loaded.ok, `seed ${seed}`).toBe(true);
      if (loaded.ok) expect(setupOf(loaded.draft, standard)).toEqual(setupOf({ ...filled, closing: '' }, standard));
    }
  });

  it('can be saved of a form that is not finished', () => {
    const loaded = loadedTemplate(templateOf(draft({ title: {}, minGroup: 'five' }), standard), standard);
    expect(loaded).toMatchObject({ ok: true, draft: { title: {}, minGroup: '5' } });
  });
});

describe('loadedTemplate', () => {
  it.each(['', '{', '[]', 'null', '42', '{"format":"other"}', '\u0000'])('says of %j that it is no template', (text) => {
    expect(problem(loadedTemplate(text, standard))).toEqual({ key: 'new.template.error.not_one' });
  });

  it('names the version it cannot read', () => {
    const newer = load({ format: 'quorate-template', version: 2, setup: {} });
    expect(problem(newer)).toEqual({ key: 'new.template.error.version', version: '2' });
    expect(problem(load({ format: 'quorate-template' }))).toEqual({ key: 'new.template.error.version', version: '?' });
  });

  it.each<[string, unknown]>([
    ['setup', []],
    ['setup.languages', {}],
    ['setup.languages', { languages: ['fr'] }],
    ['setup.languages', { languages: ['en', 'en'] }],
    ['setup.languages', { languages: 'en' }],
    ['setup.title', { languages: ['en'], title: 'Sanctuary' }],
    ['setup.title.en', { languages: ['en'], title: { en: 1 } }],
    ['setup.pace', { languages: ['en'], pace: 'slowly' }],
    ['setup.min_group', { languages: ['en'], min_group: 4 }],
    ['setup.min_group', { languages: ['en'], open: true, min_group: 5 }],
    ['setup.open', { languages: ['en'], open: 'yes' }],
    ['setup.template', { languages: ['en'], template: 'other' }],
    ['setup.factors', { languages: ['en'], factors: [] }],
    ['setup.factors', { languages: ['en'], factors: Array.from({ length: 25 }, (_, n) => ({ id: `f${n}` })) }],
    ['setup.factors[1]', { languages: ['en'], factors: [{ id: 'power' }, 'time'] }],
    ['setup.factors[1].id', { languages: ['en'], factors: [{ id: 'power' }, { id: 'power' }] }],
    ['setup.factors[0].id', { languages: ['en'], factors: [{ id: '<b>' }] }],
    ['setup.factors[0].role', { languages: ['en'], factors: [{ id: 'constructor', role: 'toString' }, { id: 'power' }] }],
    ['setup.factors[0].facts', { languages: ['en'], factors: [{ id: 'power', facts: Array(9).fill({}) }] }],
    ['setup.groups[0].label', { languages: ['en'], groups: [{ id: 'a', label: [] }] }],
    ['setup.groups', { languages: ['en'], groups: Array.from({ length: 12 }, (_, n) => ({ id: `g${n}` })) }],
  ])('names %s when it is wrong', (field, setup) => {
    expect(problem(withSetup(setup))).toEqual({ key: 'new.template.error.field', field });
  });

  it('takes nothing from names that objects have anyway', () => {
    const text = '{"format":"quorate-template","version":1,"setup":{"languages":["en"],"__proto__":{"title":{"en":"x"}}}}';
    expect(loadedTemplate(text, standard)).toMatchObject({ ok: true, draft: { title: {} } });
    expect(withSetup({ languages: ['en'], factors: [{ id: 'power' }, { id: 'constructor', role: 'fixable' }] })).toMatchObject({ ok: true });
  });
});

it('turns a file away by its size, before it is read', () => {
  expect(tooLarge(MOST_BYTES)).toBeUndefined();
  expect(tooLarge(MOST_BYTES + 1)).toEqual({ ok: false, problem: { key: 'new.template.error.too_large', n: 256 } });
});

it.each([
  ['Crisis sanctuary, south Wales', 'crisis-sanctuary-south-wales.quorate-template.json'],
  ['Tŷ gwyn', 'ty-gwyn.quorate-template.json'],
  ['../水/', 'workshop.quorate-template.json'],
  ['', 'workshop.quorate-template.json'],
])('names the file after %j', (title, name) => {
  expect(fileName(title)).toBe(name);
});

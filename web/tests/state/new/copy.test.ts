import { expect, it } from 'vitest';

import { setup as shown } from '../../../src/fixtures/workshop.ts';
import { COPY_KEY } from '../../../src/state/desk/copy.ts';
import { loadedCopy, takeCopy } from '../../../src/state/new/copy.ts';
import { setupOf } from '../../../src/state/new/setup.ts';
import { standard } from './drafts.ts';

const copied = (more: object = {}) => loadedCopy(JSON.stringify({ ...shown, ...more }), standard);

it('starts from what the view shows, without its closing time', () => {
  const loaded = copied({ pace: 'over_days', closing_ms: 1, open: true, min_group: 3, order: ['time', 'power'] });
  if (!loaded.ok) throw new Error(loaded.problem.key);
  expect(loaded.draft).toMatchObject({ title: shown.title, languages: ['en', 'cy'], closing: '', open: true, minGroup: '3' });
  const setup = setupOf(loaded.draft, standard);
  expect(setup.factors).toEqual([{ id: 'time' }, { id: 'power' }]);
  expect(setup.groups.map(({ id }) => id)).toEqual(['lived', 'staff', 'managers', 'leaders', 'partners']);
  expect(setup).not.toHaveProperty('question'); // it is the standard one
});

it('keeps own questions, facts and new words', () => {
  const own = { role: 'case_for', question: { en: 'Is it fun?' }, facts: [{ text: { en: 'It was' }, source: 'Us' }] };
  const { hint: _, ...time } = shown.factors['time']!;
  const loaded = copied({ order: ['power', 'own_1', 'time'], factors: { ...shown.factors, own_1: own, time }, languages: ['en'] });
  if (!loaded.ok) throw new Error(loaded.problem.key);
  expect(setupOf(loaded.draft, standard).factors).toEqual([{ id: 'power' }, { id: 'own_1', ...own }, { id: 'time', hint: {} }]);
});

it('says what is wrong with what was left', () => {
  expect(loadedCopy('{', standard)).toMatchObject({ ok: false, problem: { field: 'setup' } });
  expect(copied({ order: [1] })).toMatchObject({ ok: false, problem: { field: 'setup.order' } });
});

it('is taken once', () => {
  const kept = new Map([[COPY_KEY, JSON.stringify(shown)]]);
  const storage = { getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => void kept.delete(key) };
  expect(takeCopy(storage, standard)).toMatchObject({ ok: true });
  expect(takeCopy(storage, standard)).toBeUndefined();
});

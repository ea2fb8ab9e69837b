import { describe, expect, it } from 'vitest';

import { freeId, MOST_FACTORS } from '../../../src/state/new/draft.ts';
import { changed, hasRoom, isReworded, mayBeLeftOut, moved, standardWords, withOwn } from '../../../src/state/new/factor_list.ts';
import { standard } from './drafts.ts';

const ids = (factors: typeof standard.factors) => factors.map(({ id }) => id);

describe('moved', () => {
  it('changes places with the neighbour, and back', () => {
    const down = moved(standard.factors, 'legitimacy', 1);
    expect(ids(down).slice(0, 3)).toEqual(['social_complexity', 'power', 'legitimacy']);
    expect(moved(down, 'legitimacy', -1)).toEqual(standard.factors);
  });

  it('leaves the ends where they are', () => {
    expect(moved(standard.factors, 'social_complexity', -1)).toBe(standard.factors);
    expect(moved(standard.factors, 'service_resources', 1)).toBe(standard.factors);
  });
});

it('keeps power, whatever else is left out', () => {
  expect(standard.factors.filter(({ id }) => !mayBeLeftOut(id)).map(({ id }) => id)).toEqual(['power']);
});

it('names own questions in turn and gives them no Welsh yes', () => {
  const two = withOwn(withOwn(standard.factors, standard), standard);
  expect(ids(two).slice(10)).toEqual(['own_1', 'own_2']);
  expect(two[10]).toMatchObject({ role: undefined, yes: { en: 'yes' }, no: { en: 'no' } });
  expect(two[10]?.yes).not.toHaveProperty('cy');
  expect(freeId([{ id: 'own_1' }, { id: 'own_3' }])).toBe('own_2');
});

it('counts only what is asked towards the most', () => {
  let factors = standard.factors;
  while (hasRoom(factors)) factors = withOwn(factors, standard);
  expect(factors).toHaveLength(MOST_FACTORS);
  expect(hasRoom(changed(factors, 'time', { leftOut: true }))).toBe(true);
});

it('knows new words from the standard ones, in the languages that are shown, and puts them back', () => {
  const changedWords = changed(standard.factors, 'time', { question: { en: 'Time?', cy: 'Amser?' }, facts: [{ text: {}, source: '' }] });
  const time = changedWords[4]!;
  expect(isReworded(time, standard, ['en'])).toBe(true);
  expect(isReworded({ ...time, question: { ...standard.factors[4]!.question, cy: 'Amser?' } }, standard, ['en'])).toBe(false);
  const back = standardWords(changedWords, 'time', standard)[4]!;
  expect(isReworded(back, standard, ['en', 'cy'])).toBe(false);
  expect(back.facts).toHaveLength(1);
});

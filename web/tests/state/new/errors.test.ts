import { describe, expect, it } from 'vitest';

import { MOST_FACTORS, withOpen } from '../../../src/state/new/draft.ts';
import { errorsIn } from '../../../src/state/new/errors.ts';
import { changed, withOwn } from '../../../src/state/new/factor_list.ts';
import { draft, NOW, standard } from './drafts.ts';

const found = (more: Parameters<typeof draft>[0]) =>
  errorsIn(draft(more), standard, NOW).map(({ field, key }) => [field, key]);

describe('errorsIn', () => {
  it('is content with a title', () => {
    expect(found({})).toEqual([]);
  });

  it('names every field to put right, in the order of the form', () => {
    const marks = { livedExperience: false, holdsDecision: false };
    const groups = [
      { id: 'a', label: { en: 'Staff' }, ...marks },
      { id: 'b', label: { en: ' staff ' }, ...marks },
      { id: 'c', label: { en: '  ' }, ...marks },
    ];
    const factors = changed(standard.factors, 'time', { question: { en: ' ' } });
    expect(found({ title: { en: ' ' }, factors, groups, pace: 'over_days', minGroup: '4' })).toEqual([
      ['title-en', 'new.field.title.error'],
      ['factor-time-question-en', 'new.factors.question.error'],
      ['group-b-en', 'new.groups.error.same'],
      ['group-c-en', 'new.groups.error'],
      ['closing', 'new.field.closing.error'],
      ['min-group', 'new.field.min_group.error'],
    ]);
  });

  it('asks for every text in both languages, or in neither where it is optional', () => {
    const languages = ['en', 'cy'] as const;
    expect(found({ languages })).toEqual([['title-cy', 'new.text.missing']]);
    const title = { en: 'Sanctuary', cy: 'Noddfa' };
    expect(found({ languages, title })).toEqual([]);
    expect(found({ languages, title, context: { cy: 'Cefndir' } })).toEqual([['context-en', 'new.text.missing']]);
  });

  it.each(['', '4', '21', '5.5', 'five', '1e1', '1e1x', '-6'])('refuses %j as the smallest group', (minGroup) => {
    expect(found({ minGroup })).toEqual([['min-group', 'new.field.min_group.error']]);
  });

  it('takes 2 to 4 in an open workshop alone', () => {
    const open = withOpen(draft(), true);
    expect(errorsIn(open, standard, NOW)).toEqual([]);
    expect(errorsIn({ ...open, minGroup: '5' }, standard, NOW)).toHaveLength(1);
    expect(errorsIn(withOpen(open, false), standard, NOW)).toEqual([]);
  });

  it('wants a closing time that is still to come, over days alone', () => {
    expect(found({ pace: 'over_days', closing: '2026-05-02T08:59' })).toHaveLength(1);
    expect(found({ pace: 'over_days', closing: '2026-05-02T09:01' })).toEqual([]);
    expect(found({ pace: 'together', closing: '2026-05-02T08:59' })).toEqual([]);
  });

  it('asks for the words and the role of an own question, and in Welsh for its yes and no', () => {
    const factors = withOwn(standard.factors, standard);
    expect(found({ factors, languages: ['cy'], title: { cy: 'Noddfa' } })).toEqual([
      ['factor-own_1-question-cy', 'new.factors.question.error'],
      ['factor-own_1-yes-cy', 'new.factors.pair.error'],
      ['factor-own_1-no-cy', 'new.factors.pair.error'],
      ['factor-own_1-role', 'new.factors.role.error'],
    ]);
    expect(found({ factors: changed(factors, 'own_1', { leftOut: true }) })).toEqual([]);
  });

  it('wants a fact for a source, and lets an empty one be', () => {
    const facts = [{ text: {}, source: '' }, { text: { en: ' ' }, source: 'The council' }];
    const factors = changed(standard.factors, 'legal', { facts });
    expect(found({ factors })).toEqual([['factor-legal-fact-1-text-en', 'new.factors.fact.error']]);
  });

  it('wants a reason to co-produce among the questions, and 24 at most', () => {
    const none = standard.factors.map((factor) => ({ ...factor, leftOut: factor.role === 'case_for' }));
    expect(found({ factors: none })).toEqual([['add-factor', 'new.factors.case_for.error']]);
    const own = { role: 'fixable' as const, question: { en: 'Why?' } };
    let many = standard.factors;
    while (many.length <= MOST_FACTORS) {
      many = withOwn(many, standard);
      many = changed(many, many[many.length - 1]?.id ?? '', own);
    }
    expect(found({ factors: many })).toEqual([['add-factor', 'new.factors.most.error']]);
  });

  it('measures as the server does: two bytes have the room of one character', () => {
    expect(found({ title: { en: 'x'.repeat(200) } })).toEqual([]);
    expect(found({ title: { en: 'x'.repeat(201) } })).toEqual([['title-en', 'new.text.too_long']]);
    expect(found({ title: { en: '水'.repeat(134) } })).toEqual([['title-en', 'new.text.too_long']]);
  });
});

import { describe, expect, it } from 'vitest';

import { withOpen } from '../../../src/state/new/draft.ts';
import { changed, moved, withOwn } from '../../../src/state/new/factor_list.ts';
import { draftOf } from '../../../src/state/new/read_setup.ts';
import { setupOf } from '../../../src/state/new/setup.ts';
import { anyDraft, draft, standard } from './drafts.ts';

const sent = (more: Parameters<typeof draft>[0] = {}) => setupOf(draft(more), standard);

describe('setupOf', () => {
  it('leaves out what was left empty or as it was, and trims the rest', () => {
    const setup = sent({ title: { en: ' Sanctuary ' }, organisation: ' The council ' });
    expect(setup).toMatchObject({ title: { en: 'Sanctuary' }, organisation: 'The council', languages: ['en'], min_group: 5, open: false });
    expect(Object.keys(setup)).not.toContain('context');
    expect(Object.keys(setup)).not.toContain('question');
    expect(setup.factors).toEqual(standard.factors.map(({ id }) => ({ id })));
  });

  it('keeps the names of groups in every language until they are renamed', () => {
    const [first] = standard.groups;
    expect(sent().groups[0]).toEqual({ id: 'lived', label: first?.label, lived_experience: true });
    expect(sent({ groups: [{ ...first!, label: { en: 'Us' } }] }).groups).toEqual([
      { id: 'lived', label: { en: 'Us' }, lived_experience: true },
    ]);
  });

  it('sends what was changed of a question, in the order chosen, without those left out', () => {
    const fact = { text: { en: 'Nine months' }, source: ' Board ' };
    let factors = changed(standard.factors, 'time', { question: { en: 'Is there time?', cy: 'unseen' }, facts: [fact] });
    factors = moved(changed(factors, 'legal', { leftOut: true }), 'time', -1);
    const setup = sent({ factors });
    expect(setup.factors.map(({ id }) => id).slice(2, 5)).toEqual(['power', 'time', 'senior_buy_in']);
    expect(setup.factors.find(({ id }) => id === 'time')).toEqual({
      id: 'time',
      question: { en: 'Is there time?' },
      facts: [{ text: { en: 'Nine months' }, source: 'Board' }],
    });
    expect(setup.factors.map(({ id }) => id)).not.toContain('legal');
  });

  it('takes the hint away from a built-in question whose hint was emptied', () => {
    expect(sent({ factors: changed(standard.factors, 'time', { hint: { en: '' } }) }).factors[4]).toEqual({ id: 'time', hint: {} });
  });

  it('sends the words for yes and no of an own question where a language needs them', () => {
    const own = { role: 'limiting' as const, question: { en: 'Why?', cy: 'Pam?' }, yes: { en: 'yes', cy: 'Oes' }, no: { en: 'no', cy: 'Nac oes' } };
    const factors = changed(withOwn(standard.factors, standard), 'own_1', own);
    expect(sent({ factors }).factors[10]).toEqual({ id: 'own_1', role: 'limiting', question: { en: 'Why?' } });
    expect(sent({ factors, languages: ['en', 'cy'] }).factors[10]).toEqual({ id: 'own_1', ...own });
  });

  it('sends a closing time over days alone, and open mode by its name', () => {
    const closing = '2099-05-02T17:00';
    expect(sent({ pace: 'over_days', closing }).closing_ms).toBe(new Date(closing).getTime());
    expect(sent({ pace: 'together', closing })).not.toHaveProperty('closing_ms');
    expect(setupOf(withOpen(draft(), true), standard)).toMatchObject({ open: true, min_group: 4 });
  });
});

describe('draftOf', () => {
  it('gives back what a setup was made from', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const setup = setupOf({ ...anyDraft(seed), closing: '' }, standard);
      const back = draftOf(JSON.parse(JSON.stringify(setup)), standard);
      expect(setupOf(back, standard), `seed ${seed}`).toEqual(setup);
    }
  });

  it('fills in what is not there as the server does', () => {
    const back = draftOf({ languages: ['en'] }, standard);
    expect({ ...back, title: { en: 'Sanctuary' } }).toEqual(draft());
  });

  it('lists the built-in questions that are not asked at the end, left out', () => {
    const { factors } = draftOf({ languages: ['en'], factors: [{ id: 'power' }, { id: 'time' }] }, standard);
    expect(factors.slice(0, 3).map(({ id, leftOut }) => [id, leftOut])).toEqual([
      ['power', false],
      ['time', false],
      ['social_complexity', true],
    ]);
    expect(factors).toHaveLength(10);
  });
});

import { describe, expect, it } from 'vitest';

import { me, questions, view } from '../../../src/fixtures/workshop.ts';
import { asBefore, nextToAnswer, ownQuestions, previousOpen, progressOf, type OwnQuestion } from '../../../src/state/phone/progress.ts';

const open = view();

describe('ownQuestions', () => {
  it('follows the workshop order and counts places from one', () => {
    const all = ownQuestions(open);
    expect(all.map(({ id }) => id)).toEqual(open.setup.order);
    expect([all[0]?.position, all[9]?.position, all[0]?.of]).toEqual([1, 10, 10]);
  });

  it('takes an answer on its way before the stored one', () => {
    const [first] = ownQuestions(
      open,
      { social_complexity: { round: 1, value: 3, state: 'sending' } },
      me({ social_complexity: 8 }),
    );
    expect(first).toMatchObject({ own: 'sending', value: 3 });
  });

  it('does not take an answer of an earlier round for one of this', () => {
    const second = view({ questions: { ...questions('open'), time: { state: 'open', round: 2, answered: 0 } } });
    const time = ownQuestions(second, { time: { round: 1, value: 3, state: 'saved' } }, me({ time: 3 })).find(({ id }) => id === 'time');
    expect(time).toMatchObject({ own: 'unanswered', round: 2 });
    expect(time?.value).toBeUndefined();
  });

  it('knows the answer of the round before, which stands', () => {
    const second = view({ questions: { ...questions('revealed'), time: { state: 'open', round: 2, answered: 0 } } });
    const all = ownQuestions(second, {}, me({ time: 3 }));
    expect(all.find(({ id }) => id === 'time')).toMatchObject({ own: 'unanswered', previous: 3 });
    expect(all.find(({ id }) => id === 'power')?.previous).toBeUndefined();
  });

  it('knows an answer that counts from another phone, until there is one of this phone', () => {
    const own = { ...me(), elsewhere: { time: 1 } };
    const time = (answers = {}) => ownQuestions(open, answers, own).find(({ id }) => id === 'time');
    expect(time()).toMatchObject({ own: 'elsewhere' });
    expect(time()?.value).toBeUndefined();
    expect(time({ time: { round: 1, value: 3, state: 'sending' } })).toMatchObject({ own: 'sending', value: 3 });
    const second = view({ questions: { ...questions('open'), time: { state: 'open', round: 2, answered: 0 } } });
    expect(ownQuestions(second, {}, own).find(({ id }) => id === 'time')).toMatchObject({ own: 'unanswered' });
    expect(nextToAnswer(ownQuestions(open, {}, own), 'senior_buy_in')?.id).toBe('process_resources');
  });

  it('takes what was open at the end of the workshop for closed', () => {
    const ended = ownQuestions(view({ phase: 'ended', questions: questions('open') }));
    expect(new Set(ended.map(({ state }) => state))).toEqual(new Set(['closed']));
  });

  it('says why an answer was refused', () => {
    const [first] = ownQuestions(open, { social_complexity: { round: 1, value: 3, state: 'refused', code: 'wrong_round' } });
    expect(first).toMatchObject({ own: 'refused', code: 'wrong_round' });
  });
});

describe('nextToAnswer', () => {
  it('puts the question that everybody looks at first, while it has no answer', () => {
    expect(nextToAnswer(ownQuestions(open), 'power', 'legal')?.id).toBe('legal');
    expect(nextToAnswer(ownQuestions(open, {}, me({ legal: 5 })), 'power', 'legal')?.id).toBe('senior_buy_in');
  });

  it('goes on from the question answered, and round to those left out', () => {
    const answers = me({ legitimacy: 5, power: 5 });
    const all = ownQuestions(open, {}, answers);
    expect(nextToAnswer(all, 'power')?.id).toBe('senior_buy_in');
    expect(nextToAnswer(all, 'service_resources')?.id).toBe('social_complexity');
  });

  it('passes over what is not open', () => {
    const all = ownQuestions(view({ questions: { ...questions('closed'), legal: { state: 'open', round: 1, answered: 0 } } }));
    expect(nextToAnswer(all)?.id).toBe('legal');
  });

  it('has nothing to offer when every open question has an answer, also one still kept on the phone', () => {
    const only = view({ questions: { ...questions('waiting'), legal: { state: 'open', round: 1, answered: 0 } } });
    expect(nextToAnswer(ownQuestions(only, { legal: { round: 1, value: 5, state: 'kept' } }))).toBeUndefined();
  });

  it('offers a refused answer again', () => {
    const only = view({ questions: { ...questions('waiting'), legal: { state: 'open', round: 1, answered: 0 } } });
    const refused = ownQuestions(only, { legal: { round: 1, value: 5, state: 'refused', code: 'full' } });
    expect(nextToAnswer(refused)?.id).toBe('legal');
  });
});

describe('previousOpen and progressOf', () => {
  it('finds the open question before, none before the first', () => {
    const all = ownQuestions(open);
    expect(previousOpen(all, 'power')?.id).toBe('legitimacy');
    expect(previousOpen(all, 'social_complexity')).toBeUndefined();
  });

  it('counts open, answered and shown', () => {
    const mixed = view({ questions: { ...questions('open'), time: { state: 'revealed', round: 1, answered: 3 } } });
    expect(progressOf(ownQuestions(mixed, {}, me({ power: 4 })))).toEqual({ open: 9, done: 1, revealed: 1, all: 10, shown: false });
  });

  it('has everything shown when only questions put off for later were not', () => {
    const later = { state: 'waiting', round: 0, answered: 0, skipped: true } as const;
    const all = view({ questions: { ...questions('revealed'), time: later } });
    expect(progressOf(ownQuestions(all)).shown).toBe(true);
    expect(progressOf(ownQuestions(view({ questions: questions('waiting') }))).shown).toBe(false);
  });
});

describe('asBefore', () => {
  const one: OwnQuestion = { id: 'time', position: 1, of: 2, state: 'open', round: 1, own: 'unanswered' };
  const other: OwnQuestion = { ...one, id: 'legal', position: 2 };

  it('gives the same list and the same questions when nothing has changed', () => {
    const before = [one, other];
    expect(asBefore(before, [{ ...one }, { ...other }])).toBe(before);
  });

  it('gives another object for the question that has changed alone', () => {
    const saved: OwnQuestion = { ...one, own: 'saved', value: 7 };
    const after = asBefore([one, other], [saved, { ...other }]);
    expect(after[0]).toBe(saved);
    expect(after[1]).toBe(other);
    expect(asBefore([one, other], [{ ...one }])).toEqual([one]);
  });
});

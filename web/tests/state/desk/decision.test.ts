import { describe, expect, it } from 'vitest';

import { resultOf } from '../../../src/fixtures/workshop.ts';
import {
  decisionDraft,
  decisionOf,
  differs,
  missingIn,
  readsLikeCoproduction,
  rebadging,
  tasksOf,
  withShared,
  type DecisionDraft,
} from '../../../src/state/desk/decision.ts';
import type { Result } from '../../../src/state/model/types.ts';

const advised = (level: Result['level'], status: Result['status'] = 'firm'): Result => ({
  ...resultOf.firm,
  level,
  status,
  factors: resultOf.firm.factors.map((factor) => ({ ...factor, zone: factor.id === 'time' ? 'no' : 'yes' })),
});
const draft = (more: Partial<DecisionDraft> = {}): DecisionDraft => ({ ...decisionDraft(undefined), choice: 4, shared: ['decisions'], ...more });

describe('readsLikeCoproduction', () => {
  it.each([
    'Co-production of the sanctuary', 'coproducing it', 'We CO PRODUCE', 'Our co‑production board', 'Cydgynhyrchu', 'ein cyd-gynhyrchu',
    'Y gydgynhyrchiad', 'ei chydgynhyrchu', 'fy nghyd-gynhyrchu',
  ])('hears it in %s', (name) => expect(readsLikeCoproduction(name)).toBe(true));

  it.each(['Taco production', 'Designing together', 'Production', 'Cynhyrchu gyda phobl', ''])('does not hear it in %s', (name) =>
    expect(readsLikeCoproduction(name)).toBe(false),
  );
});

describe('rebadging', () => {
  const named = draft({ name: 'Co-production panel' });

  it('warns where the group decided something else', () => {
    expect(rebadging({ ...named, choice: 2 }, advised(4))).toBe('approach');
    expect(rebadging({ ...named, choice: 'not_agreed' }, advised(4))).toBe('approach');
  });

  it('warns where the advice is below co-production, or there is none, or it is not agreed', () => {
    expect(rebadging(named, advised(2))).toBe('not_advised');
    expect(rebadging(named, advised(null, 'too_few'))).toBe('not_advised');
    expect(rebadging(named, undefined)).toBe('not_advised');
    expect(rebadging(named, advised(4, 'not_agreed'))).toBe('not_advised');
  });

  it('warns where decisions are not shared', () => {
    expect(rebadging({ ...named, shared: ['design'] }, advised(4))).toBe('not_shared');
  });

  it('is silent where the name is true, or is another', () => {
    expect(rebadging(named, advised(3))).toBeUndefined();
    expect(rebadging(named, advised(3, 'close_call'))).toBeUndefined();
    expect(rebadging(draft({ name: 'Listening days', shared: [] }), advised(1))).toBeUndefined();
  });
});

describe('what is still missing', () => {
  it('is the decision itself, for nothing is chosen for the group', () => {
    expect(missingIn(decisionDraft(undefined), advised(4))).toEqual(['choice']);
  });

  it('is both views where the group does not agree', () => {
    const split = draft({ choice: 'not_agreed', shared: [] });
    expect(missingIn(split, advised(4))).toEqual(['one', 'other']);
    expect(missingIn({ ...split, one: 'Go on', other: 'Wait' }, advised(4))).toEqual([]);
  });

  it('is where people share power from designing together on, and nowhere has to be said', () => {
    expect(missingIn(draft({ choice: 2, shared: [] }), advised(2))).toEqual(['shared']);
    expect(missingIn(draft({ choice: 2, shared: [], nowhere: true }), advised(2))).toEqual([]);
    expect(missingIn(draft({ choice: 1, shared: [] }), advised(1))).toEqual([]);
  });

  it('is why, where it differs from the advice or the name was warned of', () => {
    expect(missingIn(draft({ choice: 1, shared: [] }), advised(4))).toEqual(['why']);
    expect(missingIn(draft({ name: 'Co-production', shared: ['design'] }), advised(4))).toEqual(['why']);
    expect(missingIn(draft({ choice: 1, shared: [], why: 'Not now.' }), advised(4))).toEqual([]);
  });
});

describe('decisionOf', () => {
  it('is nothing while something is missing', () => {
    expect(decisionOf(draft({ choice: undefined }), advised(3))).toBeUndefined();
  });

  it('leaves out what is empty, and what is not asked for any more', () => {
    expect(decisionOf(draft({ why: 'left from before' }), advised(4, 'close_call'))).toEqual({
      approach: 4,
      shared: ['decisions'],
      tasks: [{ factor: 'time' }],
    });
    expect(decisionOf(draft({ choice: 1 }), advised(1))).toEqual({ approach: 1, shared: [] });
  });

  it('has both views, what happens now, and when to look again', () => {
    const split = draft({ choice: 'not_agreed', one: ' Go on. ', other: 'Wait.', next: 'The board writes down why.', review: '2027-03-01' });
    expect(decisionOf(split, advised(4))).toEqual({
      views: { one: 'Go on.', other: 'Wait.', next: 'The board writes down why.' },
      shared: [],
      review: '2027-03-01',
    });
  });

  it('has who does what by when, and nobody yet where nothing was written', () => {
    const written = draft({ choice: 3, tasks: { time: { who: 'Programme lead', by: '2027-01-10' } } });
    expect(decisionOf(written, advised(3))).toMatchObject({ tasks: [{ factor: 'time', who: 'Programme lead', by: '2027-01-10' }] });
    expect(decisionOf(draft({ choice: 3 }), advised(3))).toMatchObject({ tasks: [{ factor: 'time' }] });
  });

  it('says why it differs, and that the group was warned', () => {
    const written = draft({ name: ' Co-production ', why: ' We trust each other. ' });
    expect(decisionOf(written, advised(2))).toMatchObject({
      approach: 4,
      name: 'Co-production',
      why: 'We trust each other.',
      warned: true,
    });
  });
});

it('begins with nothing, and with what is recorded once there is something', () => {
  expect(decisionDraft(undefined)).toMatchObject({ choice: undefined, shared: [], nowhere: false, name: '', why: '' });
  const recorded = { approach: 1, shared: ['design'], name: 'Listening days', tasks: [{ factor: 'time', who: 'Lead' }], review: '2027-01-01' } as const;
  expect(decisionDraft(recorded)).toMatchObject({
    choice: 1,
    shared: ['design'],
    nowhere: false,
    name: 'Listening days',
    tasks: { time: { who: 'Lead', by: '' } },
    review: '2027-01-01',
  });
  expect(decisionDraft({ views: { one: 'a', other: 'b' }, shared: [] })).toMatchObject({ choice: 'not_agreed', one: 'a', other: 'b', next: '' });
  expect(decisionDraft({ approach: 3, shared: [] }).nowhere).toBe(true);
});

it('gives tasks only for co-producing, those of before among them', () => {
  expect(tasksOf(draft({ choice: 3, tasks: { legal: { who: 'Lawyer', by: '' } } }), advised(3))).toEqual(['time', 'legal']);
  expect(tasksOf(draft({ choice: 2 }), advised(3))).toEqual([]);
});

it('differs only from advice that was given and agreed', () => {
  expect(differs(draft({ choice: 2 }), advised(3))).toBe(true);
  expect(differs(draft({ choice: 3 }), advised(3))).toBe(false);
  expect(differs(draft({ choice: 3 }), advised(null))).toBe(false);
  expect(differs(draft({ choice: 2 }), advised(3, 'not_agreed'))).toBe(false);
  expect(differs(draft({ choice: 'not_agreed' }), advised(3))).toBe(false);
});

it('keeps the three in their order, however they are ticked', () => {
  expect(withShared(['delivery'], 'design', true)).toEqual(['design', 'delivery']);
  expect(withShared(['design', 'delivery'], 'design', false)).toEqual(['delivery']);
});

it('gives no task for a question that nobody was asked', () => {
  const { factors, ...rest } = advised(3);
  const asked = factors.filter(({ id }) => id !== 'legal').concat({ id: 'legal', role: 'limiting', n: 0 });
  expect(tasksOf(draft({ choice: 3 }), { ...rest, factors: asked })).toEqual(['time']);
});

import { describe, expect, it } from 'vitest';

import { questions, resultOf, view } from '../../../src/fixtures/workshop.ts';
import { grouped } from '../../../src/fixtures/views.ts';
import { MOST_ROUNDS, talkOf } from '../../../src/state/desk/talk.ts';
import type { FactorResult, Question, Result } from '../../../src/state/model/types.ts';

const shown = questions('revealed');
const withQuestions = (more: { readonly [factor: string]: Partial<Question> }) =>
  view({ questions: { ...shown, ...Object.fromEntries(Object.entries(more).map(([id, it]) => [id, { ...shown[id], ...it } as Question])) } });
const changed = (result: Result, more: { readonly [factor: string]: Partial<FactorResult> }): Result => ({
  ...result,
  factors: result.factors.map((factor) => ({ ...factor, ...more[factor.id] })),
});
const ids = (it = view({ questions: shown }), result: Result = resultOf.divided) => talkOf(it, result).map(({ factor }) => factor);

describe('what is worth talking about', () => {
  it('is what the advice hangs on alone: unknown first, then split, then the others', () => {
    const result = changed(resultOf.divided, { power: { disagreement: false }, time: { disagreement: true }, legal: { unknown: 'dont_know' } });
    expect(ids(undefined, result)).toEqual(['legal', 'time', 'power']);
    expect(talkOf(view({ questions: shown }), result)[0]).toEqual({ factor: 'legal', round: 2, unknown: true });
  });

  it('is nothing where the advice is clear, whatever the engine ranks to discuss', () => {
    expect(ids(undefined, resultOf.firm)).toEqual([]);
  });

  it.each([
    ['the group left it', { settled: true }],
    ['its rounds are stable', { enough: true }],
    ['it was asked three times', { round: MOST_ROUNDS }],
    ['it is open', { state: 'open' }],
  ] as const)('leaves a question out when %s', (_, more) => {
    expect(ids(withQuestions({ power: more }))).toEqual(['time', 'legal']);
  });

  it('leaves a question out whose own rounds are stable', () => {
    expect(ids(undefined, changed(resultOf.divided, { power: { stability: { stable: true } } }))).toEqual(['time', 'legal']);
    expect(ids(undefined, changed(resultOf.divided, { power: { stability: { stable: false } } }))).toContain('power');
  });

  it('is where the groups diverge too, after what else the advice hangs on, unless a split is what nobody agrees on', () => {
    const levels = [{ id: 'lived', level: 3 as const }, { id: 'managers', level: 1 as const }];
    const cells = [{ groups: ['lived'], n: 8, counts: [] }, { groups: ['managers'], n: 8, counts: [] }];
    const result = { ...grouped, status: 'not_agreed' as const, critical: ['time'], level: 3 as const, groups: levels };
    const whole = changed(result, { legitimacy: { cells }, time: { disagreement: false } });
    expect(talkOf(view({ questions: shown }), whole)).toEqual([
      { factor: 'time', round: 2, unknown: false },
      { factor: 'legitimacy', round: 2, unknown: false, groups: true },
    ]);
    expect(ids(undefined, changed(whole, { time: { disagreement: true } }))).toEqual(['time']);
  });

  it('asks for the round after the last', () => {
    expect(talkOf(withQuestions({ power: { round: 2 } }), resultOf.divided)[0]).toMatchObject({ factor: 'power', round: 3 });
  });

  it('is where the groups diverge when they alone differ', () => {
    const levels = [{ id: 'lived', level: 3 as const }, { id: 'managers', level: 1 as const }];
    const alone = changed({ ...grouped, critical: [], level: 3, groups: levels }, {
      legitimacy: { cells: [{ groups: ['lived'], n: 8, counts: [] }, { groups: ['managers'], n: 8, counts: [] }] },
    });
    expect(ids(undefined, alone)).toEqual(['legitimacy']);
  });

  it('is not where other groups diverge, or a pool of several', () => {
    const levels = [{ id: 'lived', level: 3 as const }, { id: 'staff', level: 1 as const }];
    expect(ids(undefined, { ...grouped, critical: [], level: null, groups: levels })).toEqual([]);
  });
});

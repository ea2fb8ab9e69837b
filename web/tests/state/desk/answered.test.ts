import { describe, expect, it } from 'vitest';

import { people, questions, setup, view } from '../../../src/fixtures/workshop.ts';
import { answeredOpen, enoughAnswered, enoughJoined, notAnswered } from '../../../src/state/desk/answered.ts';
import type { Person, View } from '../../../src/state/model/types.ts';

/** Four people: here with all answers, here without, away without, and one without a phone. */
const four: NonNullable<View['people']> = Object.fromEntries(
  ([[10, {}], [9, {}], [0, {}], [0, { proxy: true }]] as const).map(([answered, more], at): [string, Person] => [
    `p${at}`,
    { at, alias: [0, at], group: 'staff', answered, ...more },
  ]),
);
const HERE = 'c'; // the first two

describe('answeredOpen', () => {
  it('counts by the question when one is open', () => {
    const one = { ...questions('waiting'), time: { state: 'open', round: 1, answered: 14 } } as const;
    expect(answeredOpen(view({ questions: one, people: people(18) }))).toEqual({ all: 14, some: 14, open: 1 });
  });

  it('tells those who have answered everything from those who have answered something', () => {
    expect(answeredOpen(view({ people: four }))).toEqual({ all: 1, some: 2, open: 10 });
  });

  it('counts nobody once the workshop has ended, whatever was open', () => {
    expect(answeredOpen(view({ phase: 'ended', people: four }))).toEqual({ all: 0, some: 2, open: 0 });
  });
});

describe('who would be left out', () => {
  const left = (more: Partial<View> = {}) => notAnswered(view({ people: four, ...more }), HERE).map(([id]) => id);

  it('is whoever is present and has not answered everything, with a phone or without', () => {
    expect(left()).toEqual(['p1', 'p3']);
  });

  it('is everybody over days, where nobody sits and waits', () => {
    expect(left({ setup: { ...setup, pace: 'over_days' } })).toEqual(['p1', 'p2', 'p3']);
  });

  it('is nobody while nothing is open', () => {
    expect(left({ questions: questions('revealed') })).toEqual([]);
  });
});

describe('too few to show anything', () => {
  it('are fewer people than the smallest group, or fewer of them with a phone of their own', () => {
    expect(enoughJoined(view({ joined: 4 }))).toBe(false);
    expect(enoughJoined(view({ joined: 5 }))).toBe(true);
    expect(enoughJoined(view({ joined: 6, proxies: 2 }))).toBe(false);
    expect(enoughJoined(view({ joined: 5, proxies: 5 }))).toBe(true);
  });

  it('have answered when no question has as many', () => {
    const some = { ...questions('open', 4), time: { state: 'open', round: 1, answered: 5 } } as const;
    expect(enoughAnswered(view({ questions: some }), ['power', 'legal'])).toBe(false);
    expect(enoughAnswered(view({ questions: some }), ['power', 'time'])).toBe(true);
  });
});

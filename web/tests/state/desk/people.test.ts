import { describe, expect, it } from 'vitest';

import { questions, view } from '../../../src/fixtures/workshop.ts';
import { found, nextProxyQuestion, peopleRows, proxyQuestions } from '../../../src/state/desk/people.ts';
import type { Person } from '../../../src/state/model/types.ts';

const person = (at: number, more: Partial<Person> = {}): Person => ({ at, alias: [at, at], group: 'staff', answered: 0, ...more });

it('lists people in the order in which they joined', () => {
  const rows = peopleRows(view({ people: { z: person(0), a: person(1) } }));
  expect(rows.map(([id]) => id)).toEqual(['z', 'a']);
});

it('finds those who have every word of what was typed', () => {
  const rows = peopleRows(view({ people: { a: person(0), b: person(1) } }));
  const names = ['Calm Otter Managers', 'Brave Heron Managers'];
  const find = (typed: string) => found(rows, typed, ({ at }) => names[at] ?? '').map(([id]) => id);
  expect(find('  ')).toEqual(['a', 'b']);
  expect(find('managers heron')).toEqual(['b']);
  expect(find('nobody')).toEqual([]);
});

describe('answers for somebody without a phone', () => {
  const mixed = {
    ...questions('waiting'),
    legitimacy: { state: 'open', round: 1, answered: 3 },
    power: { state: 'closed', round: 2, answered: 3 },
    time: { state: 'revealed', round: 1, answered: 3 },
  } as const;
  const proxy = person(0, { proxy: true, done: ['power', 'time'] });

  it('are taken for open and for closed questions, and for none that is shown', () => {
    expect(proxyQuestions(view({ questions: mixed }), proxy)).toEqual([
      { factor: 'legitimacy', n: 2, round: 1, done: false },
      { factor: 'power', n: 3, round: 2, done: true },
    ]);
    expect(proxyQuestions(view({ phase: 'ended', questions: mixed }), proxy)).toEqual([]);
  });

  it('go on to the next question without one, round the end', () => {
    const list = proxyQuestions(view({ questions: questions('open') }), person(0, { done: ['legitimacy'] }));
    expect(nextProxyQuestion(list, 'social_complexity')?.factor).toBe('power');
    expect(nextProxyQuestion(list, 'service_resources')?.factor).toBe('social_complexity');
    expect(nextProxyQuestion(proxyQuestions(view({ questions: mixed }), proxy), 'legitimacy')).toBeUndefined();
  });
});

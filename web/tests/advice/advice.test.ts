import { describe, expect, it } from 'vitest';

import { flagsOf } from '../../src/advice/flags.ts';
import { headingOf, rungState, whyOf } from '../../src/advice/heading.ts';
import { conditionsOf, reasonsOf } from '../../src/advice/reasons.ts';
import { standingOf } from '../../src/advice/standing.ts';
import { farApart, statusOf } from '../../src/advice/status.ts';
import { resultOf } from '../../src/fixtures/workshop.ts';
import type { Result } from '../../src/state/model/types.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
const { firm, incomplete, divided, too_few: tooFew } = resultOf;

describe('the heading and why', () => {
  it('names what has to be in place at level 3', () => {
    const reasons = [{ clause: 'B3', factors: ['time', 'legal'] }];
    expect(headingOf(3, reasons, words)).toBe('Co-produce, once this is in place: time and the law');
  });

  it('asks for the purpose when the case caps level 3', () => {
    const purpose = [{ clause: 'C3', factors: ['innovation'] }];
    expect(headingOf(3, purpose, words)).toBe('Co-produce, once you agree why');
    expect(headingOf(3, [...purpose, { clause: 'B3', factors: ['time'] }], words)).toBe(
      'Co-produce, once you agree why and this is in place: time',
    );
  });

  it('says that power is the reason for level 1 only when it is', () => {
    expect(whyOf(1, [{ clause: 'B1a', factors: ['power'] }], words)).toEqual([
      'Power could not really be shared here, and pretending would damage trust.',
    ]);
    expect(whyOf(1, [{ clause: 'B1b', factors: ['time', 'legal'] }], words)).toEqual([
      'Time and the law leave too little room to share.',
    ]);
  });

  it('gives both reasons when both caps hold the advice down', () => {
    const both = [
      { clause: 'C2', factors: ['innovation'] },
      { clause: 'B2a', factors: ['time'] },
    ];
    expect(whyOf(2, both, words)).toEqual(['Time limits how much can be shared.', 'The reasons to co-produce are mixed.']);
  });
});

describe('where the advice stands', () => {
  it('names the rung as others call it, and no range where there is none', () => {
    expect(standingOf({ ...firm, level: 2, range: [2, 2] }, words)).toEqual([
      'On the ladder of co-production: Co-design.',
      'On the IAP2 spectrum: collaborate.',
    ]);
  });

  it('says how far a different view on one question would take it', () => {
    expect(standingOf({ ...firm, level: 3, range: [1, 4] }, words)[2]).toBe(
      'With a somewhat lower or higher view on one question, the advice runs from "Consult or engage instead" to "Co-produce".',
    );
  });

  it('says nothing where there is no advice', () => {
    expect(standingOf(incomplete, words)).toEqual([]);
  });
});

describe('the status', () => {
  it('says how far an unfinished workshop has come and what it rules out', () => {
    expect(statusOf(incomplete, words)).toEqual({
      title: '6 of 10 questions',
      text: 'Ruled out so far: Co-produce, because of money and people for this.',
    });
  });

  it('names where answers pull apart and what hangs on it', () => {
    const { title, text } = statusOf(divided, words);
    expect(title).toBe('You do not agree yet');
    expect(text).toContain('Answers on power and time pull apart');
    expect(text).toContain('Consult or engage instead to Co-produce, once the conditions are met');
  });

  it('tells too few people from too little knowledge', () => {
    expect(statusOf(tooFew, words).text).toContain('Fewer than 5 people');
    const unknown: Result = {
      ...tooFew,
      n: 9,
      critical: ['legal'],
      factors: firm.factors.map((factor) => (factor.id === 'legal' ? { ...factor, unknown: 'dont_know' } : factor)),
    };
    expect(statusOf(unknown, words).title).toBe('We need to know more first');
    expect(statusOf(unknown, words).text).toContain('"Does the law leave room for people to share in this decision?"');
  });

  it('names the groups when they, not the answers, are apart', () => {
    const apart: Result = {
      ...firm,
      status: 'not_agreed',
      critical: [],
      groups: [
        { id: 'lived', level: 1 },
        { id: 'staff', level: null },
        { id: 'leaders', level: 4 },
      ],
    };
    expect(farApart(apart)).toEqual({ a: { id: 'lived', level: 1 }, b: { id: 'leaders', level: 4 } });
    expect(statusOf(apart, words).text).toMatch(/^People with lived experience and Senior leaders reach/);
  });
});

describe('the rungs', () => {
  it('mark the advice, its range, and what is ruled out', () => {
    expect(([4, 3, 2, 1, 0] as const).map((level) => rungState(level, divided))).toEqual([
      'plain', 'chosen', 'possible', 'possible', 'plain',
    ]);
    expect(rungState(4, incomplete)).toBe('out');
    expect(rungState(3, incomplete)).toBe('plain');
  });
});

describe('reasons, conditions and flags', () => {
  it('say every clause in a sentence and pass over none that is known', () => {
    const clauses = ['C0', 'C1', 'C2', 'C3', 'C4', 'B0a', 'B0b', 'B1a', 'B1b', 'B1c', 'B2a', 'B2b', 'B2c', 'B3', 'B4'];
    const all: Result = { ...firm, reasons: clauses.map((clause) => ({ clause, factors: ['time'] })) };
    const sentences = reasonsOf(all, words);
    expect(sentences).toHaveLength(clauses.length);
    expect(sentences.some((sentence) => sentence.includes('{') || sentence.startsWith('reason.'))).toBe(false);
  });

  it('tell fixing from carving out', () => {
    expect(conditionsOf(firm, words)).toEqual([
      {
        heading: 'To reach "Co-produce":',
        ways: [['Fix this first: money and people for this', 'Carve out the part that specialist knowledge limits, and say so']],
      },
    ]);
  });

  it('have nothing to ask for at the top', () => {
    expect(conditionsOf({ ...firm, level: 4 }, words)).toEqual([]);
  });

  it('say every flag of the engine', () => {
    const flags = [
      'resource_paradox', 'buy_in_without_power', 'token_risk', 'lived_experience_absent', 'lived_experience_unheard',
      'buy_in_not_confirmed', 'power_holders_unheard', 'groups_differ', 'equal_voice_differs', 'template_changed',
    ];
    const groups = [
      { id: 'lived', level: 1 },
      { id: 'staff', level: 4 },
    ] as const;
    const told = flagsOf({ ...firm, flags, groups, equal_voice_level: 2 }, words);
    expect(told.map(({ id }) => id)).toEqual(flags);
    expect(told.every(({ title, text }) => title !== '' && !text.includes('{'))).toBe(true);
  });

  it('say which of the standard questions were left out and which are new', () => {
    const kept = firm.factors.filter(({ id }) => id !== 'legal' && id !== 'time');
    const [some] = kept;
    if (!some) throw new Error('no questions');
    const factors = [...kept, { ...some, id: 'own_1' }];
    const own: typeof words = { ...words, shorts: (ids) => ids.map((id) => (id === 'own_1' ? '“Is there a van?”' : words.short(id))).join(', ') };
    expect(flagsOf({ ...firm, factors, flags: ['template_changed'] }, own)[0]?.text).toBe(
      'This workshop asked its own set of questions. Left out: time, the law. Added: “Is there a van?”.',
    );
  });
});

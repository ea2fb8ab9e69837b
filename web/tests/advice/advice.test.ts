import { describe, expect, it } from 'vitest';

import { briefly } from '../../src/advice/brief.ts';
import { flagsOf } from '../../src/advice/flags.ts';
import { headingOf, rungState, stepsBeside, whyOf } from '../../src/advice/heading.ts';
import { conditionsOf, reasonsOf } from '../../src/advice/reasons.ts';
import { reachOf, standingOf } from '../../src/advice/standing.ts';
import { statuses } from '../../src/fixtures/statuses.ts';
import { resultOf } from '../../src/fixtures/workshop.ts';
import type { Result } from '../../src/state/model/types.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
const { firm, incomplete, divided } = resultOf;

describe('the heading and why', () => {
  it('says what to do first at level 3', () => {
    expect(headingOf(3, [{ clause: 'B3', factors: ['time'] }], words)).toBe('First: make enough time. Then co-produce.');
    expect(headingOf(3, [{ clause: 'B3', factors: ['time', 'legal'] }], words)).toBe(
      'First: make enough time, and find out what the law allows. Then co-produce.',
    );
  });

  it('asks for the purpose when the case caps level 3', () => {
    const purpose = [{ clause: 'C3', factors: ['innovation'] }];
    expect(headingOf(3, purpose, words)).toBe('First: agree why. Then co-produce.');
    expect(headingOf(3, [...purpose, { clause: 'B3', factors: ['time'] }], words)).toBe(
      'First: agree why, and make enough time. Then co-produce.',
    );
  });

  it('counts three things or more, and lists them', () => {
    const reasons = [{ clause: 'C3', factors: ['innovation'] }, { clause: 'B3', factors: ['time', 'power'] }];
    expect(headingOf(3, reasons, words)).toBe('First: 3 things. Then co-produce.');
    expect(stepsBeside(3, reasons, words)).toEqual(['agree why', 'make enough time', 'get deciders to agree to share power']);
    expect(stepsBeside(3, [{ clause: 'B3', factors: ['time'] }], words)).toEqual([]);
    expect(stepsBeside(4, reasons, words)).toEqual([]);
  });

  it("asks for a yes to a workshop's own question", () => {
    const own: typeof words = { ...words, question: () => 'Is there a van?' };
    expect(headingOf(3, [{ clause: 'B3', factors: ['van'] }], own)).toBe('First: get a yes: "Is there a van?". Then co-produce.');
    expect(briefly('van', own)).toBe('Is there a van?');
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
  it('names the rung as others call it', () => {
    expect(standingOf({ ...firm, level: 2, range: [2, 2] }, words)).toEqual([
      'On the ladder of co-production: Co-design.',
      'On the IAP2 spectrum: collaborate.',
    ]);
  });

  it('says how far a different view on one question would take an advice that is close', () => {
    expect(reachOf({ ...firm, status: 'close_call', level: 3, range: [1, 4] }, words)).toBe(
      'With a somewhat lower or higher view on one question, the advice runs from "Consult or engage instead" to "Co-produce".',
    );
    expect(reachOf(firm, words)).toBeUndefined();
  });

  it('calls a level that is not agreed by what it is, and gives it no name of others', () => {
    expect(reachOf(divided, words)).toBe('By the middle answers: Co-produce, once the conditions are met');
    expect(standingOf(divided, words)).toEqual([]);
  });

  it('says nothing where there is no advice', () => {
    expect(standingOf(incomplete, words)).toEqual([]);
    expect(reachOf(incomplete, words)).toBeUndefined();
  });
});

describe('the rungs', () => {
  const drawn = (result: Result) => ([4, 3, 2, 1, 0] as const).map((level) => rungState(level, result));

  it('mark the advice and its range where it is agreed', () => {
    expect(drawn({ ...firm, status: 'close_call', range: [2, 3] })).toEqual(['plain', 'chosen', 'possible', 'plain', 'plain']);
  });

  it('mark the ends alone where it is not', () => {
    expect(drawn(divided)).toEqual(['plain', 'highest', 'plain', 'lowest', 'plain']);
    expect(drawn({ ...divided, level: null, status: 'too_few' })).toEqual(['plain', 'highest', 'plain', 'lowest', 'plain']);
  });

  it('mark how far groups are apart', () => {
    expect(drawn(statuses.groups)).toEqual(['highest', 'plain', 'plain', 'lowest', 'plain']);
  });

  it('mark what is ruled out', () => {
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
        ways: [['Fix this first: money and people for this', 'Set apart what specialist knowledge limits']],
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

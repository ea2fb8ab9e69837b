import { describe, expect, it } from 'vitest';

import type { Decision } from '../../../../client-wasm/contract.ts';
import { questions, resultOf, revealedFirst, setup, view } from '../../../src/fixtures/workshop.ts';
import { deskAction, type Desk } from '../../../src/state/desk/action.ts';
import { commandsOfMove } from '../../../src/state/desk/commands.ts';
import { movesOf, questionHere } from '../../../src/state/desk/moves.ts';
import type { Result, View } from '../../../src/state/model/types.ts';

const oneByOne = { ...setup, pace: 'one_by_one' as const };

function moves(it: View, result: Result = resultOf.firm) {
  const desk: Desk = { result, now_ms: 0, wall: true };
  return movesOf(it, deskAction(it, desk), desk);
}

const asked = (it: View, result?: Result) => moves(it, result).flatMap(commandsOfMove);

describe('movesOf, one by one', () => {
  const third = view({ setup: oneByOne, published: {}, questions: revealedFirst(3), focus: 'power' });

  it('can ask the last one again, skip the next, go back one, and decide', () => {
    expect(asked(third)).toEqual([
      { kind: 'open', questions: [{ factor: 'power', round: 2 }] },
      { kind: 'skip', factor: 'senior_buy_in', skipped: true },
      { kind: 'focus', factor: 'legitimacy' },
      { kind: 'focus', decision: true },
    ]);
  });

  it('goes back further from an earlier question, and not before the first', () => {
    expect(moves({ ...third, focus: 'legitimacy' })).toContainEqual({ kind: 'back', factor: 'social_complexity' });
    expect(moves({ ...third, focus: 'social_complexity' }).map(({ kind }) => kind)).not.toContain('back');
  });

  it('goes back while a question is open, and gives a minute more', () => {
    const open = { ...revealedFirst(3), senior_buy_in: { state: 'open', round: 1, answered: 2 } } as const;
    expect(moves({ ...third, questions: open, focus: 'senior_buy_in' })).toEqual([{ kind: 'minute_more' }, { kind: 'back', factor: 'power' }]);
  });
});

describe('movesOf, together', () => {
  const shown = view({ questions: questions('revealed') });

  it('shows the other questions worth talking about, and can decide instead', () => {
    expect(asked(shown, resultOf.divided)).toEqual([
      { kind: 'focus', factor: 'time' },
      { kind: 'focus', factor: 'legal' },
      { kind: 'focus', decision: true },
    ]);
  });

  it('adds a fact to the question on the wall, or leaves the round that is shown as it is', () => {
    expect(moves({ ...shown, focus: 'power' }, resultOf.divided)[0]).toEqual({ kind: 'add_fact', factor: 'power' });
    expect(asked({ ...shown, focus: 'power' }, resultOf.divided)[0]).toEqual({ kind: 'settle', factor: 'power', round: 1, settled: true });
  });

  it('talks about one more though the advice does not hang on it', () => {
    expect(asked(shown)).toEqual([{ kind: 'focus', factor: 'power' }]);
  });

  it('hears someone who knows about one more that is not known, and talks about any other', () => {
    const factors = resultOf.firm.factors.map((factor) => (factor.id === 'power' ? { ...factor, unknown: 'dont_know' as const } : factor));
    expect(moves(shown, { ...resultOf.firm, factors })).toEqual([{ kind: 'show', topic: { factor: 'power', round: 2, unknown: true } }]);
    expect(moves(shown)).toEqual([{ kind: 'show', topic: { factor: 'power', round: 2, unknown: false } }]);
  });

  it('opens again what was closed, with the round it has', () => {
    expect(asked(view({ questions: { time: { state: 'closed', round: 2, answered: 9 } } }))).toEqual([
      { kind: 'open', questions: [{ factor: 'time', round: 2 }] },
    ]);
  });

  it('opens the questions though nobody has joined', () => {
    expect(moves(view({ joined: 0, questions: questions('waiting') }))[0]).toMatchObject({ kind: 'open' });
  });

  describe('keeping a decision that is older than the answers', () => {
    const decided = (decision: Decision): View => ({ ...shown, decision, answers_newer: true });
    const agreed = { approach: 3, shared: ['decisions'] } as const;
    const consult = { ...resultOf.firm, level: 1 } as const;

    it('asks nothing where it goes with the advice', () => {
      expect(asked(decided(agreed))).toEqual([{ kind: 'keep_decision' }]);
    });

    it('waits for the reason where it differs from the advice now', () => {
      expect(moves(decided(agreed), consult)).toEqual([{ kind: 'keep_decision', against: 'why' }]);
      expect(asked(decided(agreed), consult)).toEqual([]);
      expect(asked(decided({ ...agreed, why: 'We have promised it.' }), consult)).toEqual([{ kind: 'keep_decision' }]);
    });

    it('warns of a name that has become wrong, whatever was written, and once only', () => {
      const named = { ...agreed, name: 'Co-production board', why: 'We have promised it.' };
      expect(asked(decided(named))).toEqual([{ kind: 'keep_decision' }]);
      expect(moves(decided(named), consult)).toEqual([{ kind: 'keep_decision', against: 'name' }]);
      expect(asked(decided(named), consult)).toEqual([]);
      expect(asked(decided({ ...named, warned: true }), consult)).toEqual([{ kind: 'keep_decision' }]);
    });

    it('waits for the advice, without which nobody can tell', () => {
      const desk: Desk = { now_ms: 0 };
      const it = decided(agreed);
      expect(movesOf(it, deskAction(it, desk), desk)).toEqual([{ kind: 'keep_decision', against: 'advice' }]);
    });
  });

  it('has no smaller steps while paused or after the end', () => {
    expect(moves(view({ paused: true }))).toEqual([]);
    expect(moves(view({ phase: 'ended', questions: questions('revealed') }))).toEqual([]);
  });
});

describe('questionHere', () => {
  it('is what everybody looks at, else what is open, else what was shown last', () => {
    expect(questionHere(view({ questions: questions('waiting') }))).toBeUndefined();
    expect(questionHere(view({ questions: revealedFirst(2) }))).toBe('legitimacy');
    expect(questionHere(view({ questions: questions('open') }))).toBe('social_complexity');
    expect(questionHere(view({ questions: revealedFirst(2), focus: 'social_complexity' }))).toBe('social_complexity');
  });
});

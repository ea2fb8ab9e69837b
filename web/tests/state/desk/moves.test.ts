import { describe, expect, it } from 'vitest';

import { questions, resultOf, revealedFirst, setup, view } from '../../../src/fixtures/workshop.ts';
import { deskAction } from '../../../src/state/desk/action.ts';
import { movesOf, questionHere } from '../../../src/state/desk/moves.ts';
import type { View } from '../../../src/state/model/types.ts';

const oneByOne = { ...setup, pace: 'one_by_one' as const };
const moves = (it: View) => movesOf(it, deskAction(it, { result: resultOf.firm }));

describe('movesOf, one by one', () => {
  const third = view({ setup: oneByOne, questions: revealedFirst(3), focus: 'power' });

  it('can skip the next question, ask the last one again, and go back one', () => {
    expect(moves(third)).toEqual({
      skip: 'senior_buy_in',
      back: 'legitimacy',
      again: { factor: 'power', round: 2, enough: false },
    });
  });

  it('goes back further from an earlier question, and forward again', () => {
    expect(moves({ ...third, focus: 'legitimacy' })).toMatchObject({
      back: 'social_complexity',
      forward: 'legitimacy',
      again: { factor: 'legitimacy', round: 2 },
    });
    expect(moves({ ...third, focus: 'social_complexity' })).not.toHaveProperty('back');
  });

  it('says when the engine advises against another round', () => {
    const twice = { ...revealedFirst(3), power: { state: 'revealed', round: 2, answered: 9, enough: true } } as const;
    expect(moves({ ...third, questions: twice }).again).toEqual({ factor: 'power', round: 3, enough: true });
  });

  it('goes back while a question is open, and asks nothing else meanwhile', () => {
    const open = { ...revealedFirst(3), senior_buy_in: { state: 'open', round: 1, answered: 2 } } as const;
    expect(moves({ ...third, questions: open, focus: 'senior_buy_in' })).toEqual({ back: 'power' });
  });
});

describe('movesOf, together', () => {
  it('can go on to the decision instead of talking', () => {
    expect(moves(view({ questions: questions('revealed') }))).toEqual({ decide: true });
  });

  it('takes a question off the wall that is held up after its round', () => {
    const shown = view({ questions: questions('revealed'), focus: 'time' });
    expect(moves(shown)).toEqual({ decide: true, forward: 'time' });
  });

  it('has no smaller steps while paused or after the end', () => {
    expect(moves(view({ paused: true }))).toEqual({});
    expect(moves(view({ phase: 'ended', questions: questions('revealed') }))).toEqual({});
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

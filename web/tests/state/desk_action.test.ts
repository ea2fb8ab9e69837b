import { describe, expect, it } from 'vitest';

import { people, questions, revealedFirst, setup, view } from '../../src/fixtures/workshop.ts';
import { answeredOpen, deskAction } from '../../src/state/desk_action.ts';
import type { Person, View } from '../../src/state/model.ts';

function answering(...answered: readonly number[]): NonNullable<View['people']> {
  return Object.fromEntries(
    answered.map((count, index): [string, Person] => [`p${index}`, { alias: [0, index], group: 'staff', answered: count }]),
  );
}

describe('deskAction', () => {
  it('opens every question of a workshop that goes together', () => {
    const action = deskAction(view({ phase: 'lobby', questions: questions('waiting') }));
    expect(action.kind).toBe('open');
    expect(action).toMatchObject({ joined: 18, confirm: false });
    expect(action.kind === 'open' && action.questions).toEqual(setup.order.map((factor) => ({ factor, round: 1 })));
  });

  it('opens only the next question when they go one by one', () => {
    const action = deskAction(view({ setup: { ...setup, pace: 'one_by_one' }, questions: revealedFirst(2) }));
    expect(action).toMatchObject({ kind: 'open', questions: [{ factor: 'power', round: 1 }] });
  });

  it('closes and shows all open questions, counting only who has answered them all', () => {
    const action = deskAction(view({ joined: 4, questions: questions('open', 4), people: answering(10, 10, 9, 0) }));
    expect(action).toMatchObject({ kind: 'reveal', answered: 2, joined: 4, closed: false, confirm: false });
    expect(action.kind === 'reveal' && action.questions.length).toBe(10);
  });

  it('asks first when fewer than half have answered', () => {
    const action = deskAction(view({ joined: 5, questions: questions('open'), people: answering(10, 10, 3, 0, 0) }));
    expect(action).toMatchObject({ kind: 'reveal', confirm: true });
  });

  it('shows what was closed unseen before it opens anything new', () => {
    const closed = { ...questions('waiting'), time: { state: 'closed', round: 2, answered: 9 } } as const;
    expect(deskAction(view({ questions: closed }))).toMatchObject({
      kind: 'reveal',
      closed: true,
      answered: 9,
      questions: [{ factor: 'time', round: 2 }],
      confirm: false,
    });
  });

  it('leaves the group to talk when everything is shown: ending is never the next step by itself', () => {
    expect(deskAction(view({ questions: questions('revealed') }))).toEqual({ kind: 'talk', confirm: false });
  });

  it('saves the record of an ended workshop', () => {
    expect(deskAction(view({ phase: 'ended' }))).toEqual({ kind: 'save', confirm: false });
  });
});

describe('answeredOpen', () => {
  it('counts by the question when one is open', () => {
    const one = { ...questions('waiting'), time: { state: 'open', round: 1, answered: 14 } } as const;
    expect(answeredOpen(view({ questions: one, people: people(18) }))).toEqual({ all: 14, some: 14, open: 1 });
  });

  it('counts nobody once the workshop has ended, whatever was open', () => {
    const ended = view({ phase: 'ended', questions: questions('open', 4), people: answering(10, 10) });
    expect(answeredOpen(ended)).toEqual({ all: 0, some: 2, open: 0 });
  });

  it('counts nobody while nothing is open', () => {
    expect(answeredOpen(view({ questions: questions('waiting'), people: answering(0, 0) })).all).toBe(0);
  });
});

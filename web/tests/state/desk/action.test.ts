import { describe, expect, it } from 'vitest';

import { people, questions, resultOf, revealedFirst, setup, view } from '../../../src/fixtures/workshop.ts';
import { answeredOpen, deskAction, discussionOf, MOST_TO_DISCUSS } from '../../../src/state/desk/action.ts';
import type { Person, Result, View } from '../../../src/state/model/types.ts';

function answering(...answered: readonly number[]): NonNullable<View['people']> {
  return Object.fromEntries(
    answered.map((count, index): [string, Person] => [
      `p${index}`,
      { at: index, alias: [0, index], group: 'staff', answered: count },
    ]),
  );
}

const oneByOne = { ...setup, pace: 'one_by_one' as const };
const overDays = { ...setup, pace: 'over_days' as const };
const nothingLeft: Result = { ...resultOf.firm, discuss_next: [] };
const ranked = resultOf.firm.discuss_next ?? [];

describe('deskAction, together', () => {
  it('opens every question of a workshop that goes together', () => {
    const action = deskAction(view({ phase: 'lobby', questions: questions('waiting') }));
    expect(action).toEqual({ kind: 'open', skipped: false, questions: setup.order.map((factor) => ({ factor, round: 1 })) });
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

  it('closes and shows a question that is asked again, whatever the others are', () => {
    const again = { ...questions('revealed'), time: { state: 'open', round: 2, answered: 12 } } as const;
    expect(deskAction(view({ questions: again }))).toMatchObject({
      kind: 'reveal',
      answered: 12,
      questions: [{ factor: 'time', round: 2 }],
    });
  });

  it('goes on after a pause before anything else', () => {
    expect(deskAction(view({ paused: true }))).toEqual({ kind: 'resume' });
  });

  it('has the group talk about three questions and ask them again', () => {
    const action = deskAction(view({ questions: questions('revealed') }), { result: resultOf.firm });
    expect(action).toEqual({ kind: 'talk', discuss: ranked.slice(0, 3).map((factor) => ({ factor, round: 2 })) });
  });

  it('proposes nothing to talk about while the engine is on its way', () => {
    expect(deskAction(view({ questions: questions('revealed') }))).toEqual({ kind: 'talk', discuss: undefined });
  });

  it('comes to the decision, then to the end, then to the record', () => {
    const shown = view({ questions: questions('revealed') });
    const desk = { result: nothingLeft, role: 'facilitator' as const };
    expect(deskAction(shown, desk)).toEqual({ kind: 'decide', settled: 'nothing' });
    const decided = { ...shown, decision: { approach: 3, shared: [] } } as const;
    expect(deskAction(decided, desk)).toEqual({ kind: 'end' });
    expect(deskAction({ ...decided, phase: 'ended' }, desk)).toEqual({ kind: 'save' });
  });

  it('shows everybody the advice before the decision when the wall still holds up one question', () => {
    const shown = view({ questions: questions('revealed'), focus: 'time' });
    expect(deskAction(shown, { result: nothingLeft })).toEqual({ kind: 'show_advice' });
  });

  it('leaves ending and saving to the facilitator', () => {
    const decided = view({ questions: questions('revealed'), decision: { approach: 3, shared: [] } });
    const desk = { result: nothingLeft, role: 'cofacilitator' as const };
    expect(deskAction(decided, desk)).toEqual({ kind: 'leave_to_facilitator' });
    expect(deskAction({ ...decided, phase: 'ended' }, desk)).toEqual({ kind: 'leave_to_facilitator' });
  });
});

describe('deskAction, one by one', () => {
  it('opens only the next question', () => {
    const action = deskAction(view({ setup: oneByOne, questions: revealedFirst(2) }));
    expect(action).toMatchObject({ kind: 'open', questions: [{ factor: 'power', round: 1 }] });
  });

  it('passes over a skipped question and comes back to it last', () => {
    const skipped = { state: 'waiting', round: 0, answered: 0, skipped: true } as const;
    const some = { ...revealedFirst(2), power: skipped };
    expect(deskAction(view({ setup: oneByOne, questions: some }))).toMatchObject({
      kind: 'open',
      skipped: false,
      questions: [{ factor: 'senior_buy_in', round: 1 }],
    });
    const rest = { ...questions('revealed'), power: skipped };
    expect(deskAction(view({ setup: oneByOne, questions: rest }), { result: resultOf.incomplete })).toEqual({
      kind: 'open',
      skipped: true,
      questions: [{ factor: 'power', round: 1 }],
    });
  });
});

describe('deskAction, over days', () => {
  it('reminds while people answer, and can show all the same', () => {
    const action = deskAction(view({ joined: 10, setup: overDays, people: answering(10, 10, 10, 10, 10, 10) }));
    expect(action).toMatchObject({ kind: 'remind', reveal: { answered: 6, joined: 10, confirm: false } });
  });

  it('shows what the closing time has closed', () => {
    expect(deskAction(view({ setup: overDays, questions: questions('closed', 8) }))).toMatchObject({
      kind: 'reveal',
      closed: true,
      answered: 8,
    });
  });
});

describe('discussionOf', () => {
  const asked = (count: number, enough = false) => ({
    ...questions('revealed'),
    ...Object.fromEntries(
      ranked.slice(0, count).map((id) => [id, { state: 'revealed' as const, round: 2, answered: 14, ...(enough ? { enough: true as const } : {}) }]),
    ),
  });

  it('proposes no more than three in all, those asked again included', () => {
    expect(discussionOf(view({ questions: asked(2) }), resultOf.firm)).toHaveLength(MOST_TO_DISCUSS - 2);
    expect(discussionOf(view({ questions: asked(3) }), resultOf.firm)).toBe('asked');
  });

  it('leaves out what the engine advises to stop asking', () => {
    const left = discussionOf(view({ questions: asked(1, true) }), resultOf.firm);
    expect(left).toEqual(ranked.slice(1, 3).map((factor) => ({ factor, round: 2 })));
    expect(discussionOf(view({ questions: asked(10, true) }), resultOf.firm)).toBe('enough');
  });

  it('knows nothing where too few have answered', () => {
    expect(discussionOf(view({ questions: questions('revealed') }), resultOf.too_few)).toBe('unknown');
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

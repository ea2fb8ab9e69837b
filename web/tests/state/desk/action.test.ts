import { describe, expect, it } from 'vitest';

import { people, questions, resultOf, revealedFirst, setup, view } from '../../../src/fixtures/workshop.ts';
import { deskAction, type Desk } from '../../../src/state/desk/action.ts';
import type { Person, View } from '../../../src/state/model/types.ts';

// Which row of the table holds when is tested over every state in table.test.ts; here, what is counted out.
const now_ms = 1_000;
const at = (it: View, desk: Partial<Desk> = {}) => deskAction(it, { now_ms, here: 'ffffff', ...desk });

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

describe('opening', () => {
  it('takes every question of a workshop that goes together, and only the next one by one', () => {
    expect(at(view({ phase: 'lobby', questions: questions('waiting') }))).toEqual({
      kind: 'open',
      skipped: false,
      until: undefined,
      questions: setup.order.map((factor) => ({ factor, round: 1 })),
    });
    expect(at(view({ setup: oneByOne, questions: revealedFirst(2) }))).toMatchObject({ questions: [{ factor: 'power', round: 1 }] });
  });

  it('passes over a skipped question and comes back to it last', () => {
    const skipped = { state: 'waiting', round: 0, answered: 0, skipped: true } as const;
    const some = { ...revealedFirst(2), power: skipped };
    expect(at(view({ setup: oneByOne, questions: some }))).toMatchObject({ skipped: false, questions: [{ factor: 'senior_buy_in', round: 1 }] });
    const rest = { ...questions('revealed'), power: skipped };
    expect(at(view({ setup: oneByOne, questions: rest }))).toMatchObject({ skipped: true, questions: [{ factor: 'power', round: 1 }] });
  });

  it('names the closing time over days while it is to come', () => {
    const until = (closing_ms: number) =>
      at(view({ phase: 'lobby', questions: questions('waiting'), setup: { ...overDays, closing_ms } }));
    expect(until(2_000)).toMatchObject({ until: 2_000 });
    expect(until(1_000)).toMatchObject({ until: 'past' });
  });
});

describe('closing and showing', () => {
  it('counts who has answered everything, who something, and who would be left out', () => {
    const action = at(view({ joined: 4, questions: questions('open', 4), people: answering(10, 10, 9, 0) }));
    expect(action).toMatchObject({ kind: 'reveal', closed: false, answered: 2, some: 3, joined: 4, leaves: 2 });
  });

  it('leaves out nobody who is away, unless people answer over days', () => {
    const it = view({ joined: 3, people: answering(10, 10, 0) });
    expect(at(it, { here: 'c' })).toMatchObject({ leaves: 0 });
    expect(at({ ...it, setup: overDays }, { here: 'c' })).toMatchObject({ kind: 'remind', reveal: { leaves: 1, answered: 2, joined: 3 } });
  });

  it('shows what was closed unseen, of as many as had joined then', () => {
    const closed = { ...questions('waiting'), time: { state: 'closed', round: 2, answered: 9, of: [20, 19] } } as const;
    expect(at(view({ questions: closed, people: people(18) }))).toEqual({
      kind: 'reveal',
      closed: true,
      counted: { answered: 9, joined: 19 },
      questions: [{ factor: 'time', round: 2 }],
    });
  });

  it('counts no people over several closed questions: each says only how many answered it', () => {
    const closed = { state: 'closed', round: 1, answered: 24, of: [24] } as const;
    const two = { ...questions('waiting'), time: closed, legal: { ...closed, answered: 0 } };
    expect(at(view({ joined: 24, questions: two }))).not.toHaveProperty('counted');
  });
});

describe('after the answers', () => {
  const shown = view({ questions: questions('revealed') });

  it('talks about the question on the wall, whichever of them the facilitator chose', () => {
    expect(at(shown, { result: resultOf.divided })).toMatchObject({ kind: 'show', topic: { factor: 'power' } });
    expect(at({ ...shown, focus: 'legal' }, { result: resultOf.divided })).toMatchObject({ kind: 'ask_again', topic: { factor: 'legal', round: 2 } });
    expect(at({ ...shown, focus: 'innovation' }, { result: resultOf.divided })).toMatchObject({ kind: 'show', topic: { factor: 'power' } });
  });

  it('asks everything again once enough are here', () => {
    expect(at({ ...shown, joined: 4 }, { result: resultOf.too_few })).toEqual({ kind: 'invite', more: true });
    const again = at({ ...shown, joined: 5 }, { result: resultOf.too_few });
    expect(again).toMatchObject({ kind: 'ask_all' });
    expect(again.kind === 'ask_all' && again.questions.every(({ round }) => round === 2)).toBe(true);
  });

  it('goes on to the decision, and then to its form', () => {
    expect(at(shown, { result: resultOf.firm })).toEqual({ kind: 'decide', shown: false, advice: true });
    expect(at({ ...shown, deciding: true }, { result: resultOf.firm })).toEqual({ kind: 'decide', shown: true, advice: true });
    expect(at(shown, { engineFailed: true })).toEqual({ kind: 'decide', shown: false, advice: false });
  });
});

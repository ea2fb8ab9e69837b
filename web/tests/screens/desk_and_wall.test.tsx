// What the desk says of the wall, and what the wall then says: the two are drawn over the same room.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { statuses } from '../../src/fixtures/statuses.ts';
import { clientShowing, people, questions, resultOf, setup, view } from '../../src/fixtures/workshop.ts';
import { WallApp } from '../../src/screens/wall/app.tsx';
import { reasonPages } from '../../src/state/model/reason_pages.ts';
import type { Question, Result, View } from '../../src/state/model/types.ts';
import { say, startWords } from '../../src/words/say.ts';
import { deskOf } from './desk_drawn.tsx';

beforeAll(() => startWords('desk', 'wall', 'results', 'names', 'factors'));
afterEach(() => document.body.replaceChildren());

const english = { ...setup, languages: ['en'] };
const everybody = people(15);

function wallOf(it: View, result?: Result): string {
  const root = document.createElement('main');
  const client = clientShowing({ role: 'wall', view: it });
  void act(() => render(<WallApp client={client} result={signal(result)} invite={signal(undefined)} />, root));
  return root.textContent ?? '';
}

/** Three have left since these questions closed. */
const closed = (...ids: readonly string[]): NonNullable<View['questions']> => ({
  ...questions('waiting'),
  ...Object.fromEntries(ids.map((id): [string, Question] => [id, { state: 'closed', round: 1, answered: 12, of: [18] }])),
});
const after = (...ids: readonly string[]): View => view({ setup: english, joined: 15, people: everybody, questions: closed(...ids) });

describe('a closed question', () => {
  const counted = { answered: 12, joined: 18 };

  it('is counted at the desk as on the wall, whoever has come or gone since', () => {
    expect(wallOf(after('power'))).toContain(say('count.answered_of', counted));
    const desk = deskOf(after('power'));
    expect(desk.primary()?.textContent).toBe(say('desk.reveal_closed', counted));
    const row = desk.root.querySelector(`button[aria-label="${say('desk.reveal_row', { n: 3, ...counted })}"]`);
    expect(row?.textContent).toBe(say('desk.short.reveal'));
    expect(desk.root.querySelector('.desk-questions')?.textContent).toContain(say('count.answered_of', counted));
  });

  it('has no number of people beside others that closed with it: nobody can tell who has answered all of them', () => {
    expect(deskOf(after('power', 'time')).primary()?.textContent).toBe('Show answers to 2 questions');
  });
});

describe('the advice on the wall', () => {
  const deciding = view({ setup: english, people: everybody, questions: questions('revealed'), published: {}, deciding: true });
  const settled = Object.fromEntries(Object.entries(questions('revealed')).map(([id, it]) => [id, { ...it, settled: true as const }]));
  const named = (kind: keyof typeof statuses) => deskOf(deciding, { result: statuses[kind] }).root.querySelector('.desk-on-wall p')?.textContent;

  it.each([
    ['incomplete', 'how far you have come'],
    ['too_few', 'that there are not enough answers'],
    ['unknown', 'what is not known'],
    ['split', 'that you do not agree'],
    ['splits', 'that you do not agree'],
    ['groups', 'that you do not agree'],
    ['close', 'the advice'],
    ['firm', 'the advice'],
  ] as const)('is called what it is where it is %s', (kind, what) => {
    expect(named(kind)).toBe(`On the wall: ${what}`);
  });

  it('is called the decision once there is one, and the answers while nobody knows the advice', () => {
    const words = (it: View) => deskOf(it).root.querySelector('.desk-on-wall p')?.textContent;
    expect(words({ ...deciding, decision: { approach: 3, shared: [] } })).toBe('On the wall: the decision');
    expect(words(deciding)).toBe('On the wall: the answers');
  });

  it('is not said to be seen by everybody where none is agreed', () => {
    const state = deskOf({ ...deciding, questions: settled }, { result: statuses.split }).root.querySelector('.next-state')?.textContent;
    expect(state).toBe('The wall shows where you stand. The group decides.');
  });

  it('is not promised where there are too few people or none is agreed', () => {
    const { deciding: _, ...shown } = deciding;
    const next = (kind: keyof typeof statuses, more: Partial<View> = {}) => deskOf({ ...shown, ...more }, { result: statuses[kind] }).root.querySelector('.next-step')?.textContent;
    expect(next('too_few', { joined: 3 })).not.toContain(say('desk.decide'));
    expect(next('split', { questions: settled })).toContain('Go on to the decision: the wall shows that you do not agree');
    expect(next('firm')).toContain(say('desk.decide'));
  });
});

describe('reasons that go on over pages', () => {
  const long = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`r${at}`, { text: 'They listened, and then they decided alone. '.repeat(5) }]));

  it.each(['open', 'closed'] as const)('are turned while their question is asked again and %s', async (state) => {
    const again = { ...questions('revealed'), power: { state, round: 2, answered: 3, of: [15, 15] } };
    const it = view({ setup: english, joined: 15, people: everybody, published: {}, questions: again, focus: 'power', reasons: { power: long } });
    const all = reasonPages(it, 'power').length;
    expect(wallOf(it, resultOf.divided)).toContain(say('wall.reasons.page', { n: 1, all }));
    const desk = deskOf(it, { result: resultOf.divided });
    await desk.press([...desk.root.querySelectorAll<HTMLButtonElement>('.desk-on-wall button')][0]);
    expect(desk.client.commands).toEqual([{ kind: 'focus', factor: 'power', page: 2 }]);
    expect(wallOf({ ...it, page: 2 }, resultOf.divided)).toContain(say('wall.reasons.page', { n: 2, all }));
  });
});

describe('an open question', () => {
  it('is counted at the desk as on the wall', () => {
    const one = { ...questions('waiting'), power: { state: 'open', round: 1, answered: 4 } } as const;
    const open = view({ setup: english, joined: 15, people: everybody, questions: one });
    const counted = { answered: 4, joined: 15 };
    expect(wallOf(open)).toContain(say('count.answered_of', counted));
    expect(deskOf(open).primary()?.textContent).toBe(say('desk.reveal_one', counted));
  });
});

describe('a decision that is older than the answers', () => {
  const coproduce = { approach: 3, shared: ['decisions'], name: 'Co-production board' } as const;
  const shown = view({ setup: english, people: everybody, questions: questions('revealed'), published: {} });
  const older = { ...shown, decision: coproduce, answers_newer: true } as const;
  const consult = { ...resultOf.firm, level: 1, reasons: [{ clause: 'B1a', factors: ['power'] }] } as const;
  const keep = () => say('desk.keep_decision');

  it('is kept with one press where it goes with the advice, and the wall then says the advice of now', async () => {
    const desk = deskOf(older, { result: resultOf.firm });
    await desk.press(desk.button(keep()));
    expect(desk.client.commands).toEqual([{ kind: 'keep_decision' }]);
    const wall = wallOf({ ...shown, decision: { ...coproduce, kept: true } }, resultOf.firm);
    expect(wall).toContain(say('result.since.kept'));
    expect(wall).toContain('The advice is now: ');
    expect(wall).not.toContain('The advice was: ');
  });

  it('opens its form instead where its name would be wrong now, with the warning and the missing reason', async () => {
    const desk = deskOf(older, { result: consult });
    await desk.press(desk.button(keep()));
    expect(desk.client.commands).toEqual([]);
    expect(document.activeElement?.id).toBe('decision-name');
    const form = desk.root.querySelector('.desk-decision');
    expect(form?.textContent).toContain(say('desk.decision.name_check.not_advised'));
    expect(form?.textContent).toContain(say('desk.decision.error.why'));
    const why = form?.querySelector<HTMLTextAreaElement>('#decision-why');
    await act(() => {
      if (why) why.value = 'We have promised it.';
      why?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await desk.press(desk.button(say('desk.decision.save')));
    expect(desk.root.querySelector('.confirm h3')?.textContent).toBe(say('flag.rebadging.title'));
  });

  it('opens its form at the missing reason where it differs from the advice now', async () => {
    const unnamed = { ...older, decision: { approach: 3, shared: ['decisions'] } } as const;
    const desk = deskOf(unnamed, { result: consult });
    await desk.press(desk.button(keep()));
    expect(desk.client.commands).toEqual([]);
    expect(document.activeElement?.id).toBe('decision-why');
    expect(desk.root.querySelector('#decision-why-error')?.textContent).toContain(say('desk.decision.error.why'));
  });
});

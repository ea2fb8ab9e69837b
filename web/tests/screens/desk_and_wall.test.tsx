// What the desk says of the wall, and what the wall then says: the two are drawn over the same room.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { clientShowing, people, questions, setup, view } from '../../src/fixtures/workshop.ts';
import { WallApp } from '../../src/screens/wall/app.tsx';
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
const closed = (...ids: readonly string[]): View['questions'] => ({
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

describe('an open question', () => {
  it('is counted at the desk as on the wall', () => {
    const one = { ...questions('waiting'), power: { state: 'open', round: 1, answered: 4 } } as const;
    const open = view({ setup: english, joined: 15, people: everybody, questions: one });
    const counted = { answered: 4, joined: 15 };
    expect(wallOf(open)).toContain(say('count.answered_of', counted));
    expect(deskOf(open).primary()?.textContent).toBe(say('desk.reveal_one', counted));
  });
});

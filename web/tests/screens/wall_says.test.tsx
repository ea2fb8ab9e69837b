// What the wall says in its largest words, and to whom it still speaks.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeAll, expect, it } from 'vitest';

import type { Invite } from '../../src/api/workshops.ts';
import { spokenOf } from '../../src/advice/spoken.ts';
import { measuresOf } from '../../src/components/picture.tsx';
import { invite } from '../../src/fixtures/drawn.ts';
import { statuses } from '../../src/fixtures/statuses.ts';
import { decision, ended, shown } from '../../src/fixtures/views.ts';
import { clientShowing, questions, revealedFirst, setup, view as viewWith } from '../../src/fixtures/workshop.ts';
import { hear } from '../../src/screens/wall/both.tsx';
import { WallApp } from '../../src/screens/wall/app.tsx';
import type { Result, View } from '../../src/state/model/types.ts';
import { startWords } from '../../src/words/say.ts';
import { wordsIn } from '../words.ts';

beforeAll(async () => {
  await startWords('wall', 'results', 'factors');
  await hear('cy');
});
afterEach(() => document.body.replaceChildren());

const english: View['setup'] = { ...setup, languages: ['en'] };
const [en, cy] = [wordsIn('en'), wordsIn('cy')];

function drawn(view: View, result?: Result): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  const client = clientShowing({ role: 'wall', code: 'FHK247', view });
  render(<WallApp client={client} result={signal(result)} invite={signal<Invite | undefined>(invite)} />, root);
  return root;
}

const kinds = Object.keys(statuses) as (keyof typeof statuses)[];

const LARGEST: { readonly [kind in (typeof kinds)[number]]: string } = {
  incomplete: '6 of 10 questions shown',
  too_few: 'Not enough answers',
  unknown: 'We need to know more: Does the law leave room?',
  split: 'You do not agree: Will power be shared?',
  splits: 'You do not agree on 3 questions',
  groups: 'Groups do not agree',
  close: 'First: find money and people, and offer training, or set the expert part apart. Then co-produce.',
  firm: 'First: find money and people, and offer training, or set the expert part apart. Then co-produce.',
  many: 'First: 4 things. Then co-produce.',
};

it.each(kinds)('says the status first while the group decides: %s', (kind) => {
  const view = { ...shown(), deciding: true as const, setup: english };
  expect(drawn(view, statuses[kind]).querySelector('h1')?.textContent).toBe(LARGEST[kind]);
});

it.each(kinds)('says the decision first once there is one: %s', (kind) => {
  const view = { ...shown(), setup: english, decision };
  expect(drawn(view, statuses[kind]).querySelector('h1')?.textContent).toBe('You decided: Design part of it together.');
});

it('says whose view is missing, and the flags', () => {
  const text = drawn({ ...shown(), setup: english }, statuses.split).textContent ?? '';
  expect(text).toContain('Not heard: people with lived experience · deciders (too few to count)');
  expect(text).toContain(en.say('flag.resource_paradox.title'));
});

it('speaks both languages of a workshop that has two, and only one where it has one', () => {
  const both = drawn(shown(), statuses.split).textContent ?? '';
  for (const words of [en, cy]) expect(both).toContain(spokenOf(statuses.split, shown(), words).largest.text);
  const one = drawn({ ...shown(), setup: english }, statuses.split).textContent ?? '';
  expect(one).not.toContain(spokenOf(statuses.split, shown(), cy).largest.text);
});

it('says in both languages what is warned of and what to look out for, and until when people can answer', () => {
  const warned = { ...shown(), deciding: true as const, decision: { ...decision, warned: true } };
  const text = drawn(warned, statuses.split).textContent ?? '';
  const flagged = drawn(shown(), statuses.split).textContent ?? '';
  const asked = drawn(viewWith({ setup: { ...setup, closing_ms: 2_000_000 }, timer: { left_ms: 161_000 } })).textContent ?? '';
  const until = ({ say }: typeof en) => say('time.closing', { time: '' });
  for (const words of [en, cy]) {
    expect(text).toContain(words.say('result.decided.warned.approach'));
    expect(text).toContain(words.say('wall.flags.more', { n: 1 }));
    expect(flagged).toContain(words.say('flag.resource_paradox.title'));
    expect(asked).toContain(words.say('time.left', { time: '2:41' }));
    expect(asked).toContain(until(words));
  }
});

it("says in both languages each group's advice and what the answers come to, where there is room", () => {
  const two = { ...statuses.groups, flags: [], groups: [{ id: 'lived', level: 1 }, { id: 'leaders', level: 4 }] } as const;
  const apart = drawn({ ...shown(), deciding: true }, two).textContent ?? '';
  const answers = drawn(viewWith({ questions: revealedFirst(3), focus: 'power' }), statuses.firm).textContent ?? '';
  const power = statuses.firm.factors.find(({ id }) => id === 'power');
  for (const words of [en, cy]) {
    expect(apart).toContain(spokenOf(two, shown(), words).below.at(-1)?.text);
    for (const line of power ? measuresOf(power, words) : []) expect(answers).toContain(line);
  }
});

it('says in both languages that there is more of a decision than has room', () => {
  const long = { ...decision, why: 'The board cannot give up the budget this year. '.repeat(20) };
  const text = drawn({ ...shown(), deciding: true, decision: long }, statuses.firm).textContent ?? '';
  for (const words of [en, cy]) expect(text).toContain(words.say('wall.decision.rest'));
});

it('heads a page of reasons in both languages', () => {
  const texts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [String(index), { text: 'We tried it alone. '.repeat(12) }]));
  const page = drawn(viewWith({ questions: revealedFirst(3), focus: 'power', page: 2, reasons: { power: texts } }), statuses.firm).textContent ?? '';
  const all = Number(/page 2 of (\d+)/.exec(page)?.[1]);
  for (const words of [en, cy]) expect(page).toContain(words.say('wall.reasons.page', { n: 2, all }));
});

it('invites nobody after the end', () => {
  expect(drawn(shown(), statuses.firm).textContent).toContain('FHK247');
  const over = drawn({ ...ended(), decision }, statuses.firm);
  expect(over.textContent).not.toContain('FHK247');
  expect(over.querySelector('img')).toBeNull();
});

it('asks for answers only while a question takes them', () => {
  const heading = (state: 'open' | 'closed') =>
    drawn(viewWith({ setup: english, questions: questions(state) })).querySelector('h1')?.textContent;
  expect(heading('open')).toBe(en.say('wall.voting'));
  expect(heading('closed')).toBe(en.say('wall.closed'));
});

it('counts closed answers of those who had joined then, open ones of those who have joined now', () => {
  const three = {
    ...questions('waiting'),
    power: { state: 'closed', round: 1, answered: 18, of: [18] },
    time: { state: 'open', round: 1, answered: 4 },
    legal: { state: 'revealed', round: 2, answered: 16, of: [18, 17] },
  } as const;
  const list = viewWith({ setup: english, joined: 15, questions: { ...three, innovation: { state: 'open', round: 1, answered: 0 } } });
  const counts = [...drawn(list).querySelectorAll('.wall-list .number')].map(({ textContent }) => textContent).filter(Boolean);
  const said = [[18, 18], [4, 15], [16, 17], [0, 15]].map(([n, all]) => en.say('ui.of', { n: n ?? 0, all: all ?? 0 }));
  expect(counts.sort()).toEqual(said.sort());
  const closed = drawn(viewWith({ setup: english, joined: 15, focus: 'power', questions: three }));
  expect(closed.textContent).toContain(en.say('count.answered_of', { answered: 18, joined: 18 }));
});

it('lists what the groups come to under a decision, as far as there is room', () => {
  const view = { ...shown(), deciding: true as const, setup: english, decision };
  const apart = [...drawn(view, statuses.groups).querySelectorAll('.wall-listed li')].map(({ textContent }) => textContent);
  expect(apart).toContain('Senior leaders: Co-produce');
});

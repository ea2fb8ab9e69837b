// What the wall says in its largest words, and to whom it still speaks.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeAll, expect, it } from 'vitest';

import type { Invite } from '../../src/api/workshops.ts';
import { spokenOf } from '../../src/advice/spoken.ts';
import { invite } from '../../src/fixtures/drawn.ts';
import { statuses } from '../../src/fixtures/statuses.ts';
import { decision, ended, shown } from '../../src/fixtures/views.ts';
import { clientShowing, setup } from '../../src/fixtures/workshop.ts';
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

function drawn(view: View, result: Result): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  const client = clientShowing({ role: 'wall', code: 'FHK247', view });
  render(<WallApp client={client} result={signal(result)} invite={signal<Invite | undefined>(invite)} />, root);
  return root;
}

const kinds = Object.keys(statuses) as (keyof typeof statuses)[];

it.each(kinds)('says the status first while the group decides: %s', (kind) => {
  const view = { ...shown(), deciding: true as const, setup: english };
  const root = drawn(view, statuses[kind]);
  expect(root.querySelector('h1')?.textContent).toBe(spokenOf(statuses[kind], view, en).largest.text);
});

it.each(kinds)('says the decision first once there is one: %s', (kind) => {
  const view = { ...shown(), setup: english, decision };
  expect(drawn(view, statuses[kind]).querySelector('h1')?.textContent).toBe('You decided: Design part of it together.');
});

it('says whose view is missing, and the flags', () => {
  const text = drawn({ ...shown(), setup: english }, statuses.split).textContent ?? '';
  expect(text).toContain('Not heard: people with lived experience and deciders (too few to count)');
  expect(text).toContain(en.say('flag.resource_paradox.title'));
});

it('speaks both languages of a workshop that has two, and only one where it has one', () => {
  const both = drawn(shown(), statuses.split).textContent ?? '';
  for (const words of [en, cy]) expect(both).toContain(spokenOf(statuses.split, shown(), words).largest.text);
  const one = drawn({ ...shown(), setup: english }, statuses.split).textContent ?? '';
  expect(one).not.toContain(spokenOf(statuses.split, shown(), cy).largest.text);
});

it('invites nobody after the end', () => {
  expect(drawn(shown(), statuses.firm).textContent).toContain('FHK247');
  const over = drawn({ ...ended(), decision }, statuses.firm);
  expect(over.textContent).not.toContain('FHK247');
  expect(over.querySelector('img')).toBeNull();
});

// Before a reveal a rating is known to the phone it was given on, and to the server: to no other page.
import { expect, type Page } from '@playwright/test';

import type { Answers, Phone } from './phone.ts';
import type { Watch } from './watch.ts';
import { answerWords, factors, say } from './words.ts';

/** Members of a message that could carry a rating, wherever they are in it. */
const telling = new Set(['value', 'answers', 'published', 'counts', 'nonce', 'payload']);

/** Every member of this name in a message, however deep. */
function membersIn(message: unknown, path = ''): string[] {
  if (typeof message !== 'object' || message === null) return [];
  return Object.entries(message).flatMap(([name, inner]) => [
    ...(telling.has(name) ? [`${path}.${name}`] : []),
    ...membersIn(inner, `${path}.${name}`),
  ]);
}

interface Message {
  me?: { answers?: Record<string, Record<string, unknown>> };
}

const messagesOf = (watch: Watch): Message[] => {
  expect(watch.received.length, 'messages received').toBeGreaterThan(0);
  return watch.received.map((text) => JSON.parse(text) as Message);
};

/** What is on screen but its numbers: how many have answered may change, and nothing else. */
const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ');

const labels = (['9', '7', '6', '5', '4', '3', '1'] as const).map((rating) => say(`answer.${rating}`));

/** A desk or a wall was sent nothing about any rating and shows what it showed before people answered. */
export async function expectNothingOfOthers(
  { page, watch }: { readonly page: Page; readonly watch: Watch },
  before: string,
): Promise<void> {
  expect(messagesOf(watch).flatMap((message) => membersIn(message))).toEqual([]);
  const now = await page.innerText('main');
  expect(words(now)).toEqual(words(before));
  const inOptions = (text: string, label: string): number => text.split(label).length;
  for (const label of labels) expect(inOptions(now, label), label).toBe(inOptions(before, label));
}

/** The words on screen without those that say how far people have got. */
function words(text: string): string {
  const progress = [
    say('desk.people.done'),
    say('ui.of', { n: '#', all: '#' }),
    say('count.answered_of', { answered: '#', joined: '#' }),
    ...[1, 2].map((n) => withoutNumbers(`${say('desk.help')}: ${say('desk.help.left', { n })}`)),
    '✓',
    '–',
    '#',
  ];
  return progress.reduce((rest, each) => rest.split(each).join(''), withoutNumbers(text)).replace(/\s+/g, ' ');
}

/** A phone was sent no rating but its own, and shows no other. */
export async function expectOnlyOwn(phone: Phone, own: Answers): Promise<void> {
  for (const { me, ...rest } of messagesOf(phone.watch)) {
    expect(membersIn(rest)).toEqual([]);
    for (const [factor, rounds] of Object.entries(me?.answers ?? {})) {
      expect(rounds).toEqual({ '1': own[factor as keyof Answers] });
    }
  }
  for (const factor of factors) {
    const shown = say('answer.yours.is', { label: answerWords(factor, own[factor]) });
    await expect(phone.row(factor)).toContainText(shown);
    await phone.row(factor).evaluate((row, text) => {
      if (row.textContent?.split(text).length !== 2) throw new Error(`another answer in ${row.textContent}`);
    }, opening);
  }
}

const opening = say('answer.yours.is', { label: '' }).trim();

/** The counts of the answers have come over the socket. */
export function expectPublished(watch: Watch): void {
  const members = messagesOf(watch).flatMap((message) => membersIn(message));
  expect(members.some((member) => member.endsWith('.published'))).toBe(true);
}

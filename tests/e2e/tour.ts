// A walk through the whole product: every screen in every state, one after the other. What is done
// with each is the caller's: it is checked, or its picture is taken.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Page } from '@playwright/test';

import type { Facilitator, Links } from './facilitator.ts';
import { expect, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { program, type Server } from './server.ts';
import type { Wall } from './wall.ts';
import { backWithinMs, serverAway } from './watch.ts';
import { factors, say, type Factor, type Rating } from './words.ts';

export type Visit = (screen: string, page: Page, kind?: 'page' | 'wall') => Promise<void>;

const title = 'Crisis sanctuary, south Wales valleys';
const bots = 23;
const everybody = bots + 1;
const [first, second] = factors;
/** A code that no workshop has: they are drawn, and this one would take a billion draws. */
const unknownCode = 'FHKLMQ';

/** The desk's parts beside the questions. */
const parts = ['desk.part.people', 'desk.room', 'desk.part.decision', 'desk.what_if.title', 'desk.part.notes'];

const own: Readonly<Record<Factor, Rating>> = {
  social_complexity: 8,
  legitimacy: 9,
  power: 6,
  senior_buy_in: 7,
  time: 5,
  process_resources: 4,
  legal: 'dk',
  specialist_knowledge: 7,
  innovation: 8,
  service_resources: 7,
};

/** People without browsers who join, answer whatever opens, and stay. */
function bringBots(server: Server, code: string): { leave(): Promise<void> } {
  const child = spawn(
    program,
    ['bots', '--server', server.address, '--code', code, '--people', String(bots), '--pace', '0', '--for', '600', '--seed', '7'],
    { stdio: 'ignore' },
  );
  return {
    async leave() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Before anybody has joined. */
async function arrivals(people: People, server: Server, visit: Visit): Promise<{ desk: Facilitator; links: Links }> {
  const guest = await people.phone();
  await guest.openHome();
  await visit('home', guest.page);
  await guest.typeCode('');
  await visit('home-error', guest.page);
  guest.watch.expectComplaint(/status of 404/);
  await guest.typeCode(unknownCode);
  await expect(guest.alert(say('refusal.unknown_code'))).toBeVisible();
  await visit('home-unknown-code', guest.page);
  await guest.page.goto(`${server.address}/desk`);
  await expect(guest.page.getByText(say('error.link'))).toBeVisible();
  await visit('desk-bad-link', guest.page);

  const desk = await people.facilitator();
  await desk.page.goto(`${server.address}/new`);
  await desk.page.getByText(say('new.more'), { exact: true }).click();
  await visit('new', desk.page);
  await desk.button(say('new.submit')).click();
  await expect(desk.page.getByRole('alert').filter({ hasText: say('error.summary') })).toBeFocused();
  await visit('new-error', desk.page);
  const links = await desk.create(title);
  await visit('links', desk.page);
  await desk.page.getByRole('link', { name: say('links.open_desk') }).click();
  await desk.expectDesk(title);
  await visit('desk-nobody', desk.page);
  return { desk, links };
}

interface Stage {
  readonly desk: Facilitator;
  readonly wall: Wall;
  readonly phone: Phone;
  readonly visit: Visit;
}

/** One question opened, closed under a choice, answered, revealed. */
async function oneQuestion({ desk, wall, phone, visit }: Stage): Promise<void> {
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.expectQuestion(first);
  await visit('phone-question', phone.page);
  await phone.submit();
  await expect(phone.alert(say('error.summary'))).toBeFocused();
  await visit('phone-question-error', phone.page);
  await phone.choose(first, own[first]);
  await visit('phone-question-chosen', phone.page);
  await desk.expectAnswered(first, bots, everybody);
  await visit('wall-question', wall.page, 'wall');
  await desk.press(first, say('desk.close_one', { n: 1, answered: bots, joined: everybody }));
  await desk.press(first, say('desk.short.close')); // it was asked whether this is meant
  await expect(phone.alert(say('phone.state.closed_unsent'))).toBeVisible();
  await visit('phone-closed-unsent', phone.page);
  await visit('desk-closed', desk.page);
  await visit('wall-closed', wall.page, 'wall');
  await phone.button('ui.continue').click();
  await visit('phone-waiting', phone.page);
  await desk.press(first, say('desk.reopen', { n: 1 }));
  await phone.answer(first, own[first]);
  await phone.expectSaved(first, own[first]);
  await visit('phone-saved', phone.page);
  await desk.press(first, say('desk.reveal_row', { n: 1, answered: everybody, joined: everybody }));
  await expect(phone.heading()).toHaveText(say('result.picture'));
  await visit('phone-results-one', phone.page);
  await visit('wall-reveal', wall.page, 'wall');
  await visit('desk-revealed-one', desk.page);
}

/** The other nine at once: on their way, kept on the phone, saved, revealed. */
async function theRest({ desk, wall, phone, visit }: Stage): Promise<void> {
  await desk.next().getByRole('button', { name: say('desk.open_rest', { n: 9 }), exact: true }).click();
  await phone.expectQuestion(second);
  await visit('wall-questions', wall.page, 'wall');
  await visit('desk-open', desk.page);
  for (const part of parts) {
    await desk.show(part);
    await visit(part, desk.page);
  }
  await desk.show('desk.questions');
  for (const factor of factors.slice(1)) await phone.answer(factor, own[factor]);
  await expect(phone.heading()).toHaveText(say('phone.title'));
  for (const factor of factors.slice(1)) await phone.expectSaved(factor, own[factor]);
  await visit('phone-list', phone.page);
  await expect(desk.answered()).toHaveText(say('ui.of', { n: everybody, all: everybody }));
  await desk.revealAll(everybody, everybody);
  await expect(desk.row(second)).toContainText(say('desk.question.revealed'));
  await visit('desk-advice', desk.page);
  await desk.show('desk.what_if.title');
  await visit('desk-what-if', desk.page);
  await desk.show('desk.questions');
  await visit('wall-advice', wall.page, 'wall');
  await expect(phone.tab('phone.recommendation')).toHaveAttribute('aria-current', 'page');
  await visit('phone-advice', phone.page);
  await phone.tab('phone.tab.results').click();
  await visit('phone-results', phone.page);
}

/** Without a server, and after the end. */
async function theEnd({ desk, wall, phone, visit }: Stage, server: Server, code: string, people: People): Promise<void> {
  await desk.press(second, say('desk.new_round', { n: 2, round: 2 }));
  await phone.expectQuestion(second);
  await visit('phone-second-round', phone.page);
  for (const { watch } of [desk, wall, phone]) watch.expectComplaint(serverAway);
  await server.kill();
  await expect(phone.status(say('phone.state.reconnecting'))).toBeVisible();
  await phone.answer(second, 5);
  await expect(phone.about(second, 'phone.state.offline')).toBeVisible();
  await visit('phone-offline', phone.page);
  await expect(desk.page.getByRole('status').filter({ hasText: say('desk.offline') })).toBeVisible();
  await visit('desk-offline', desk.page);
  await expect(wall.page.getByText(/^Last updated/)).toBeVisible();
  await visit('wall-offline', wall.page, 'wall');
  await server.restart();
  await expect(phone.about(second, 'phone.state.saved')).toBeVisible({ timeout: backWithinMs });
  await expect(desk.page.getByText(say('desk.offline'))).toHaveCount(0, { timeout: backWithinMs });
  await expect(wall.page.getByText(/^Last updated/)).toHaveCount(0, { timeout: backWithinMs });
  await desk.askToEnd();
  await visit('desk-confirm', desk.page);
  await desk.confirmEnd();
  await visit('desk-ended', desk.page);
  await expect(wall.page.getByText(say('wall.ended'))).toBeVisible();
  await visit('wall-ended', wall.page, 'wall');
  await expect(phone.page.getByText(say('phone.state.ended'))).toBeVisible();
  await visit('phone-ended', phone.page);
  const late = await people.phone();
  await late.scan(code);
  await expect(late.heading()).toHaveText(say('phone.stopped.title'));
  await visit('phone-too-late', late.page);
}

export async function tour(people: People, server: Server, visit: Visit): Promise<void> {
  const { desk, links } = await arrivals(people, server, visit);
  const wall = await people.wall(links);
  await expect(wall.heading()).toHaveText(title);
  await visit('wall-nobody', wall.page, 'wall');
  const phone = await people.phone();
  await phone.scan(links.code);
  await expect(phone.button('join.submit.workshop')).toBeVisible();
  await visit('phone-group', phone.page);
  await phone.join('lived');
  await phone.expectLobby();
  const crowd = bringBots(server, links.code);
  try {
    await desk.expectCounts({ joined: everybody, connected: everybody, answered: '–' });
    await visit('phone-lobby', phone.page);
    await visit('desk-lobby', desk.page);
    await visit('wall-lobby', wall.page, 'wall');
    const stage: Stage = { desk, wall, phone, visit };
    await oneQuestion(stage);
    const tab = await people.secondTab(phone);
    await tab.scan(links.code);
    await expect(phone.alert(say('phone.state.other_tab'))).toBeVisible();
    await visit('phone-other-tab', phone.page);
    await tab.page.close();
    await phone.button('phone.use_this_tab').click();
    await theRest(stage);
    await theEnd(stage, server, links.code, people);
  } finally {
    await crowd.leave();
  }
}

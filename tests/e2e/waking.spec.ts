// A phone that was put away and is looked at again takes its line for dead, and is up to date at once.
import { rounds, type DeskSocket } from './desk_socket.ts';
import { ownTime, Sockets, stopTime } from './clock.ts';
import type { Gate } from './gate.ts';
import { expect, test, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { expectStates, Said } from './said.ts';
import { say } from './words.ts';

/** client-wasm/connection.hpp: a younger socket is asked first (kFreshMs). */
const freshMs = 2_000;
/** The same: how long a line that is in doubt may take to answer (kProbeWithinMs). */
const askedMs = 3_000;
/** shared/protocol/limits.hpp: a quiet line is asked after 20 s, and has 10 s to answer. */
const foundDeadMs = 30_000;
const firstTryMs = 1_000;

interface Stage {
  readonly desk: DeskSocket;
  readonly gate: Gate;
  readonly phone: Phone;
  readonly said: Said;
  readonly sockets: Sockets;
}

/** A phone in the lobby whose time stands still, and whose line, so old, has died without a word while
 *  the desk has opened a question. */
async function stranded(people: People, ageMs = freshMs): Promise<Stage> {
  const links = await people.workshop({ title: 'Asleep' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  await ownTime(phone.page);
  const said = await Said.on(phone.page);
  const sockets = new Sockets(phone.page);
  await phone.scan(links.code);
  await phone.join();
  await phone.expectLobby();
  await stopTime(phone.page);
  await phone.page.clock.runFor(ageMs);
  expect(sockets.opened).toBe(1);
  gate.strand();
  await desk.command('open', { questions: rounds(1, 'power') });
  return { desk, gate, phone, said, sockets };
}

async function expectUpToDate({ phone, sockets }: Stage): Promise<void> {
  await phone.expectQuestion('power');
  expect(sockets.opened).toBe(2);
  await phone.answer('power', 7);
  await phone.expectSaved('power', 7);
}

async function expectUnnoticed({ said }: Stage): Promise<void> {
  await said.expectNever(say('phone.state.reconnecting'), say('phone.state.back'));
}

/** As a page hears it when a tab or a phone is looked at again. */
const looksAgain = (): boolean => document.dispatchEvent(new Event('visibilitychange'));
/** As a page hears it when the browser has kept it whole and shows it again. */
const comesBack = (persisted: boolean): boolean =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

test('looked at again, it opens a new line without any waiting and shows what has happened', async ({ people }) => {
  const stage = await stranded(people);
  const { phone, sockets } = stage;
  await phone.expectLobby();
  expect(sockets.opened, 'nothing tells the phone').toBe(1);
  await phone.page.evaluate(looksAgain);
  await expectUpToDate(stage);
  await expectUnnoticed(stage);
});

test('shown again from the browser’s memory, it does the same', async ({ people }) => {
  const stage = await stranded(people);
  await stage.phone.page.evaluate(comesBack, true);
  await expectUpToDate(stage);
  await expectUnnoticed(stage);
});

test('a line that looks young, as the clock slept too, is asked, and another taken when it does not answer', async ({ people }) => {
  const stage = await stranded(people, 0);
  await stage.phone.page.evaluate(looksAgain);
  await stage.phone.page.clock.runFor(askedMs + firstTryMs);
  await expectUpToDate(stage);
});

test('several signs of one waking open one line', async ({ people }) => {
  const stage = await stranded(people);
  await stage.phone.page.evaluate(looksAgain);
  await stage.phone.page.evaluate(comesBack, true);
  await stage.phone.page.evaluate(looksAgain);
  await expectUpToDate(stage);
});

test('put away, it does nothing yet', async ({ people }) => {
  const { phone, sockets } = await stranded(people);
  await phone.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await phone.page.clock.runFor(firstTryMs);
  expect(sockets.opened).toBe(1);
  await phone.expectLobby();
});

test('with a network again, it asks the line, and takes another when there is no answer', async ({ people }) => {
  const stage = await stranded(people);
  await stage.phone.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await stage.phone.page.clock.runFor(askedMs + firstTryMs);
  await expectUpToDate(stage);
});

test('a line that died while the phone was looked at is found out without being told', async ({ people }) => {
  const stage = await stranded(people);
  await stage.phone.page.clock.runFor(foundDeadMs + firstTryMs);
  await expectUpToDate(stage);
});

test('an answer given before waking is sent on the new line, and is saved once', async ({ people }) => {
  const { desk, gate, phone, sockets } = await stranded(people);
  await phone.page.evaluate(looksAgain);
  await phone.expectQuestion('power');
  await phone.page.clock.runFor(freshMs);
  gate.strand();
  await phone.answer('power', 4);
  await expectStates(phone.page, ['sending']);
  await phone.page.evaluate(looksAgain);
  await phone.expectSaved('power', 4);
  expect(sockets.opened).toBe(3);
  await desk.people(1);
});

// A line that breaks for a moment is nobody's business: the phone is silent for three seconds.
import { rounds, type DeskSocket } from './desk_socket.ts';
import { ownTime, Sockets, stopTime } from './clock.ts';
import type { Gate } from './gate.ts';
import { expect, test, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { expectStates, Said } from './said.ts';
import { serverAway } from './watch.ts';
import { say } from './words.ts';

/** client-wasm/connection.hpp: kGraceMs, and the most that the first try waits. */
const graceMs = 3_000;
const firstTryMs = 1_000;

interface Stage {
  readonly desk: DeskSocket;
  readonly gate: Gate;
  readonly phone: Phone;
  readonly said: Said;
  readonly sockets: Sockets;
}

/** A phone in the lobby whose time stands still. */
async function waiting(people: People): Promise<Stage> {
  const links = await people.workshop({ title: 'A blip' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(serverAway);
  await ownTime(phone.page);
  const said = await Said.on(phone.page);
  const sockets = new Sockets(phone.page);
  await phone.scan(links.code);
  await phone.join();
  await phone.expectLobby();
  await stopTime(phone.page);
  return { desk, gate, phone, said, sockets };
}

test('a line that comes back within the grace was never said to be gone', async ({ people }) => {
  const { desk, gate, phone, said, sockets } = await waiting(people);
  gate.cut();
  await expect.poll(() => sockets.ended).toBe(1);
  gate.mend();
  await phone.page.clock.runFor(firstTryMs);
  await expect.poll(() => sockets.opened).toBe(2);
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.expectQuestion('power');

  await phone.page.clock.runFor(2 * graceMs);
  await expectStates(phone.page, []);
  await said.expectNever(...['reconnecting', 'offline_idle', 'offline', 'back'].map((state) => say(`phone.state.${state}`)));
});

test('an answer given within the grace is sending, and then saved: nothing else is said', async ({ people }) => {
  const { desk, gate, phone, said, sockets } = await waiting(people);
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.choose('power', 7);
  gate.cut();
  await expect.poll(() => sockets.ended).toBe(1);
  await phone.submit();
  await expectStates(phone.page, ['sending']);
  gate.mend();
  await phone.page.clock.runFor(firstTryMs);
  await phone.expectSaved('power', 7);
  await phone.page.clock.runFor(2 * graceMs);
  await said.expectNever(...['reconnecting', 'offline_idle', 'offline', 'back'].map((state) => say(`phone.state.${state}`)));
});

test('after the grace it is said, and then that the phone is back', async ({ people }) => {
  const { gate, phone, said, sockets } = await waiting(people);
  gate.cut();
  await expect.poll(() => sockets.ended).toBe(1);
  await phone.page.clock.runFor(graceMs - 1);
  await said.expectNever(say('phone.state.reconnecting'));
  await phone.page.clock.runFor(1);
  await expectStates(phone.page, ['reconnecting', 'waiting']);
  gate.mend();
  await phone.page.clock.runFor(30_000);
  await said.expectHeard(say('phone.state.back'));
  await phone.page.clock.runFor(30_000);
  await expectStates(phone.page, ['waiting']);
});

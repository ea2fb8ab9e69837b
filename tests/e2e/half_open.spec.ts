// A line that opens and then says nothing, as some networks do: the phone says what is so and tries again.
import { rounds } from './desk_socket.ts';
import { ownTime, Sockets, stopTime } from './clock.ts';
import { expect, test } from './people.ts';
import { expectStates, Said } from './said.ts';
import { serverAway } from './watch.ts';
import { say } from './words.ts';

/** client-wasm/connection.hpp: a line has so long to bring its welcome (kWelcomeWithinMs). */
const welcomeMs = 15_000;
const firstTryMs = 1_000;

test('where a socket opens and brings nothing, the phone goes on without one', async ({ people }) => {
  const links = await people.workshop({ title: 'Half open' });
  const gate = await people.gate();
  const phone = await people.phone(gate);
  const sockets = new Sockets(phone.page);
  await ownTime(phone.page);
  gate.mute = true;
  await phone.scan(links.code);
  await expectStates(phone.page, ['joining']);
  await expect.poll(() => sockets.opened).toBe(1);
  await stopTime(phone.page);
  await phone.page.clock.runFor(welcomeMs + firstTryMs);
  await phone.join();
  await expectStates(phone.page, ['waiting']);
  expect(sockets.opened, 'the rest went by requests').toBe(1);
});

test('where nothing at all is answered, the phone tries again until it gets through', async ({ people }) => {
  const links = await people.workshop({ title: 'Taken and not answered' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(serverAway);
  const sockets = new Sockets(phone.page);
  await ownTime(phone.page);
  const said = await Said.on(phone.page);
  await phone.scan(links.code);
  await phone.join();
  await expectStates(phone.page, ['waiting']);
  await stopTime(phone.page);

  gate.strand();
  gate.silent = true;
  await phone.page.clock.runFor(2_000);
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => sockets.opened).toBe(2);
  await phone.page.clock.runFor(welcomeMs + firstTryMs);
  await expect.poll(() => sockets.opened).toBe(3);
  await expectStates(phone.page, ['reconnecting', 'waiting']);
  await said.expectNever(say('phone.state.back'));
  await desk.command('open', { questions: rounds(1, 'power') });

  gate.silent = false;
  await phone.page.clock.runFor(welcomeMs + 30_000);
  await phone.expectQuestion('power');
  await phone.answer('power', 7);
  await phone.expectSaved('power', 7);
});

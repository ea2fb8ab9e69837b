// In a hotel's network, which answers everything with a page of its own, nothing breaks and nothing is lost.
import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { expectStates } from './said.ts';
import { backWithinMs, serverAway } from './watch.ts';
import { say } from './words.ts';

/** What the browser itself says of such answers; a page that stumbled over one would say "uncaught". */
const portalThere = /WebSocket connection to .* failed|Failed to load module script|Failed to fetch dynamically imported module/;

test('the start page says that the workshop cannot be reached, and joins once it can', async ({ people }) => {
  const links = await people.workshop({ title: 'Hotel' });
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(portalThere);
  await phone.openHome();
  await expect(phone.heading()).toHaveText(say('home.title'));
  gate.capture();
  await phone.typeCode(links.code);
  await expect(phone.alert(say('error.unreachable'))).toBeVisible();
  await expect(phone.page.getByLabel(say('join.code.label'))).toHaveValue(links.code);

  gate.mend();
  await phone.button('join.submit').click();
  await phone.join();
  await phone.expectLobby();
});

test('a phone that comes into it keeps its answer, and sends it when it is out again', async ({ people }) => {
  const links = await people.workshop({ title: 'Hotel' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(portalThere);
  phone.watch.expectComplaint(serverAway);
  await phone.scan(links.code);
  await phone.join();
  await desk.command('open', { questions: rounds(1, 'power', 'time') });
  await phone.choose('power', 7);
  gate.capture();
  await expectStates(phone.page, ['reconnecting']);
  await phone.submit();
  await phone.expectQuestion('time');
  await expectStates(phone.page, ['offline']);

  gate.mend();
  await expect(phone.about('power', 'phone.state.saved')).toBeVisible({ timeout: backWithinMs });
  await phone.button('phone.all').click();
  await phone.expectSaved('power', 7);
});

test('a phone without a socket takes nothing that the network says for the server’s word', async ({ people }) => {
  const links = await people.workshop({ title: 'Hotel, proxy' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  gate.noSockets = true;
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(portalThere);
  phone.watch.expectComplaint(serverAway);
  await phone.scan(links.code);
  await phone.join();
  await desk.command('open', { questions: rounds(1, 'power', 'time') });
  await phone.choose('power', 7);
  gate.capture();
  await phone.submit();
  await phone.expectQuestion('time');
  await expect(phone.about('power', 'phone.state.offline')).toBeVisible();

  gate.mend();
  await expect(phone.about('power', 'phone.state.saved')).toBeVisible({ timeout: backWithinMs });
});

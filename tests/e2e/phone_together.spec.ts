// Several people on one phone, one phone in several tabs, and people who come back.
import { expect, test } from './people.ts';
import { rounds } from './desk_socket.ts';
import { factors, say } from './words.ts';

test('two people answer on one phone, each for themselves, also after a reload', async ({ people }) => {
  const links = await people.workshop({ title: 'Together' });
  const desk = await people.deskSocket(links);
  const phone = await people.phone();
  await phone.scan(links.code);
  await phone.join('staff');
  await phone.expectLobby();
  const first = await phone.alias();

  await phone.button('phone.someone_else').click();
  await phone.join('carers');
  await phone.expectLobby();
  await expect(phone.page.getByText(say('count.joined', { n: 2 }))).toBeVisible();
  const second = await phone.alias();
  expect(second).not.toBe(first);

  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.answer('power', 7);
  await phone.expectSaved('power', 7);
  const switchTo = (alias: string) => phone.page.getByRole('button', { name: say('phone.switch_person', { alias }) });
  await switchTo(first).click();
  await phone.answer('power', 2);
  await phone.expectSaved('power', 2);

  await phone.page.reload();
  await phone.expectSaved('power', 2);
  await switchTo(second).click();
  await phone.expectSaved('power', 7);
  await desk.people(2);
});

test('two tabs of one phone are one participant, and the older one says so', async ({ people }) => {
  const links = await people.workshop({ title: 'Tabs' });
  const desk = await people.deskSocket(links);
  const older = await people.phone();
  await older.scan(links.code);
  await older.join();
  await older.expectLobby();
  await older.button('phone.someone_else').click();
  await older.join();
  await older.expectLobby();

  const newer = await people.secondTab(older);
  await newer.scan(links.code);
  await newer.expectLobby();
  await expect(older.page.getByText(say('phone.state.other_tab'))).toBeVisible();
  await older.button('phone.use_this_tab').click();
  await older.expectLobby();
  await expect(newer.page.getByText(say('phone.state.other_tab'))).toBeVisible();
  await desk.people(2);
});

test('somebody who returns finds their own answers and their alias', async ({ people }) => {
  const links = await people.workshop({ title: 'Back again' });
  const desk = await people.deskSocket(links);
  const phone = await people.phone();
  await phone.scan(links.code);
  await phone.join();
  await phone.expectLobby();
  const alias = await phone.alias();
  await desk.command('open', { questions: rounds(1, ...factors) });
  await phone.answer('social_complexity', 7);
  await phone.answer('legitimacy', 'dk');
  await phone.expectQuestion('power');

  await phone.openHome();
  await phone.scan(links.code);
  await phone.expectQuestion('power');
  expect(await phone.alias()).toBe(alias);
  await phone.button('phone.all').click();
  await phone.expectSaved('social_complexity', 7);
  await phone.expectSaved('legitimacy', 'dk');
});

test('a phone that the desk removes says so', async ({ people }) => {
  const links = await people.workshop({ title: 'Removed' });
  const desk = await people.deskSocket(links);
  const phone = await people.phone();
  await phone.scan(links.code);
  await phone.join();
  await phone.expectLobby();
  const [participant] = await desk.people(1);
  await desk.command('remove', { participant });
  await expect(phone.alert(say('phone.state.removed'))).toBeVisible();
});

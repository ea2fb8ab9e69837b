// The room from the desk: the door, invitations, the code, a pause, the timer.
import { expect, test } from './people.ts';
import { factors, say } from './words.ts';

const [first] = factors;
const title = 'The room';

test('a locked door makes people wait until the desk lets them in or turns them away', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.show('desk.room');
  await desk.button(say('desk.door.locked')).click();
  await expect(desk.page.getByText(say('desk.door.locked.hint'))).toBeVisible();

  const [late, later] = [await people.phone(), await people.phone()];
  for (const [phone, group] of [[late, 'staff'], [later, 'lived']] as const) {
    await phone.scan(links.code);
    await phone.page.getByRole('radio', { name: say(`group.preset.${group}`), exact: true }).check();
    await phone.button('door.ask').click();
    await expect(phone.heading()).toHaveText(say('door.asked.title'));
  }
  const list = desk.page.getByRole('region', { name: say('desk.waiting', { n: 2 }) });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('listitem').filter({ hasText: say('group.preset.staff') }).getByText(say('desk.admit')).click();
  await late.expectLobby();
  await desk.page.getByRole('region', { name: say('desk.waiting', { n: 1 }) }).getByText(say('desk.turn_away')).click();
  await expect(later.heading()).toHaveText(say('door.turned_away.title'));
  await desk.expectCounts({ joined: 1, connected: 1, answered: '–' });
});

test('an invitation made at the desk lets one person in and is counted as used', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;
  await desk.show('desk.room');
  await desk.button(say('desk.door.invited')).click();
  await page.getByText(say('desk.invitations'), { exact: true }).click();
  await page.getByLabel(say('desk.invitations.count')).fill('0');
  await desk.button(say('desk.invitations.make')).click();
  await expect(page.getByText(say('desk.invitations.error', { most: 100 }))).toBeVisible();
  await page.getByLabel(say('desk.people.group'), { exact: true }).selectOption({ label: say('group.preset.staff') });
  await page.getByLabel(say('desk.invitations.count')).fill('2');
  await desk.button(say('desk.invitations.make')).click();
  const made = page.getByLabel(say('desk.invitations.links', { n: 2, group: say('group.preset.staff') }));
  const [link = '', other = ''] = (await made.inputValue()).split('\n');
  expect(link).not.toBe(other);
  const [code = '', secret = ''] = new URL(link).hash.slice(1).split('.');

  const phone = await people.phone();
  await phone.openInvitation(code, secret);
  await expect(phone.page.getByText(say('door.with_invitation'))).toBeVisible();
  await phone.button('join.submit.workshop').click();
  await phone.expectLobby();
  const used = say('desk.invitations.used', { group: say('group.preset.staff'), used: 1, made: 2 });
  await expect(page.getByText(used)).toBeVisible();
});

test('a changed code opens the workshop, and the old one nothing', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.show('desk.room');
  await expect(desk.page.getByText(say('desk.code.now', { code: links.code }))).toBeVisible();
  await desk.button(say('desk.code.change')).click();
  await expect(desk.page.getByText(say('desk.confirm.code'))).toBeVisible();
  await desk.button(say('desk.code.change')).click();
  await expect(desk.page.getByText(say('desk.code.now', { code: links.code }))).toHaveCount(0);
  const code = await desk.page.locator('.code-big').innerText();
  expect(code).not.toBe(links.code);

  const phone = await people.phone();
  await phone.scan(code);
  await phone.join('staff');
  await phone.expectLobby();
  const stranger = await people.phone();
  stranger.watch.expectComplaint(/status of 404/);
  await stranger.openHome();
  await stranger.typeCode(links.code);
  await expect(stranger.alert(say('refusal.unknown_code'))).toBeVisible();
});

test('a pause keeps answers on the phones until the desk goes on', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 8);
  await desk.button(say('desk.pause')).click();
  await expect(desk.next()).toContainText(say('desk.state.paused'));
  await phone.submit();
  await expect(phone.page.getByText(say('phone.state.kept_paused'))).toBeVisible();
  await desk.expectAnswered(first, 0, 1);
  await desk.go('desk.resume');
  await desk.expectAnswered(first, 1, 1);
});

test('the timer counts down for everybody at a desk, takes one more minute, and closes nothing', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.button(say('count.minutes', { n: 2 })).click();
  const timer = desk.page.getByRole('timer');
  await expect(timer).toHaveText(/^(2:00|1:5\d)$/);
  await desk.button(say('desk.timer.minute_more')).click();
  await expect(timer).toHaveText(/^(3:00|2:5\d)$/);
  const second = await people.facilitator();
  await second.open(links.codesk);
  await expect(second.page.getByRole('timer')).toHaveText(/^2:5\d$/);
  await second.button(say('desk.timer.stop')).click();
  await expect(timer).toHaveCount(0);
});

test('the end of the timer is said once and nothing has closed', async ({ people }) => {
  const links = await people.workshop({ title });
  const socket = await people.deskSocket(links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await socket.command('timer', { ends_ms: Date.now() + 1500 });
  await expect(desk.page.getByRole('status').filter({ hasText: say('desk.timer.over') })).toBeVisible();
  await expect(desk.row(first)).toContainText(say('desk.question.open'));
});

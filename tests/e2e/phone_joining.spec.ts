// How people come in when the door is not simply open.
import { randomBytes } from 'node:crypto';

import { expect, test } from './people.ts';
import { say } from './words.ts';

const invitation = (): string => randomBytes(16).toString('hex');

test('who finds joining locked asks to come in, waits, and is let in', async ({ people }) => {
  const links = await people.workshop({ title: 'Locked' });
  const desk = await people.deskSocket(links);
  await desk.command('door', { door: 'locked' });
  const phone = await people.phone();

  await phone.scan(links.code);
  await expect(phone.page.getByText(say('door.locked'))).toBeVisible();
  await phone.page.getByRole('radio', { name: say('group.preset.staff'), exact: true }).check();
  await phone.button('door.ask').click();
  await expect(phone.heading()).toHaveText(say('door.asked.title'));
  await phone.page.reload();
  await expect(phone.heading()).toHaveText(say('door.asked.title'));

  const [waiting] = await desk.waiting(1);
  await desk.command('admit', { participant: waiting });
  await phone.expectLobby();
});

test('who is turned away is told so', async ({ people }) => {
  const links = await people.workshop({ title: 'Locked' });
  const desk = await people.deskSocket(links);
  await desk.command('door', { door: 'locked' });
  const phone = await people.phone();
  await phone.scan(links.code);
  await phone.button('door.ask').click();
  await expect(phone.heading()).toHaveText(say('door.asked.title'));

  const [waiting] = await desk.waiting(1);
  await desk.command('turn_away', { participant: waiting });
  await expect(phone.heading()).toHaveText(say('door.turned_away.title'));
  await expect(phone.page.getByText(say('refusal.turned_away'))).toBeVisible();
});

test('an invitation lets one person in, sets the group, and leaves the address', async ({ people }) => {
  const links = await people.workshop({ title: 'Invited' });
  const desk = await people.deskSocket(links);
  const secret = invitation();
  await desk.command('door', { door: 'invited' });
  await desk.command('invite', { group: 'staff', invitations: [secret] });

  await test.step('without one nobody comes in', async () => {
    const stranger = await people.phone();
    await stranger.scan(links.code);
    await expect(stranger.heading()).toHaveText(say('door.invited.title'));
    await expect(stranger.button('join.submit.workshop')).toHaveCount(0);
  });

  await test.step('with it no group is asked for, also after a reload', async () => {
    const invited = await people.phone();
    await invited.openInvitation(links.code, secret);
    await expect(invited.page.getByText(say('door.with_invitation'))).toBeVisible();
    expect(invited.page.url()).not.toContain(secret);
    await invited.page.reload();
    await expect(invited.page.getByText(say('door.with_invitation'))).toBeVisible();
    await expect(invited.page.getByRole('radio')).toHaveCount(0);
    await invited.button('join.submit.workshop').click();
    await invited.expectLobby();
  });

  await test.step('a second person finds it used', async () => {
    const second = await people.phone();
    await second.openInvitation(links.code, secret);
    await second.button('join.submit.workshop').click();
    await expect(second.alert(say('refusal.used_invitation'))).toBeVisible();
    await expect(second.heading()).toHaveText(say('door.invited.title'));
  });
});

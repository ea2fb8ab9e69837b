// Coming in by a link and by a typed code, after a new code, and after the end.
import type { Facilitator } from './facilitator.ts';
import { expect, test } from './people.ts';
import type { Phone } from './phone.ts';
import { say } from './words.ts';

const title = 'By link or by code';

async function joined(phone: Phone, link: string): Promise<void> {
  await phone.scan(link);
  await phone.join('staff');
  await phone.expectLobby();
}

async function changeCode(desk: Facilitator): Promise<string> {
  await desk.show('desk.room');
  const before = await desk.page.locator('.code-big').innerText();
  await desk.button(say('desk.code.change')).click();
  await desk.button(say('desk.code.change')).click();
  await expect(desk.page.locator('.code-big')).not.toHaveText(before);
  return desk.page.locator('.code-big').innerText();
}

test('the link that the desk shares leads in, and its key leaves the address', async ({ people }) => {
  const desk = await people.facilitator();
  const links = await desk.begin(title);
  expect(links.link).toMatch(new RegExp(`^${links.code}-[A-Z2-7]{16}$`));
  const phone = await people.phone();
  await joined(phone, links.link);
  await expect(phone.page).toHaveURL(new RegExp(`/#${links.code}$`));
  await phone.page.reload();
  await phone.expectLobby();
});

test('who has looked in and not joined yet comes in after a reload', async ({ people }) => {
  const links = await people.workshop({ title });
  const phone = await people.phone();
  await phone.openHome();
  await phone.typeCode(links.code);
  await expect(phone.button('join.submit.workshop')).toBeVisible();
  await phone.page.reload();
  await phone.join('staff');
  await phone.expectLobby();
});

test('a link that was copied by half leads in as the code does', async ({ people }) => {
  const links = await people.workshop({ title });
  await joined(await people.phone(), links.link.slice(0, -5));
});

test('after a new code the old link and the page at the door open nothing, and who was in stays in', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const inside = await people.phone();
  await joined(inside, links.link);
  const atTheDoor = await people.phone();
  await atTheDoor.scan(links.link);
  await expect(atTheDoor.button('join.submit.workshop')).toBeVisible();

  const code = await changeCode(desk);
  await expect(atTheDoor.alert(say('refusal.bad_token'))).toBeVisible();
  const late = await people.phone();
  late.watch.expectComplaint(/status of 404/);
  await late.scan(links.link);
  await expect(late.alert(say('refusal.unknown_code'))).toBeVisible();

  await inside.page.reload();
  await inside.expectLobby();
  await inside.scan(links.link);
  await inside.expectLobby();
  await late.typeCode(code);
  await late.join('staff');
  await late.expectLobby();
});

test('an ended workshop takes nobody new in, says so, and lets back in who was there', async ({ people }) => {
  const links = await people.workshop({ title });
  const inside = await people.phone();
  await joined(inside, links.link);
  const atTheDoor = await people.phone();
  await atTheDoor.scan(links.link);
  await expect(atTheDoor.button('join.submit.workshop')).toBeVisible();
  const socket = await people.deskSocket(links);
  await socket.command('end');

  await expect(atTheDoor.alert(say('phone.state.ended_outside'))).toBeVisible();
  const late = await people.phone();
  await late.scan(links.code);
  await expect(late.alert(say('phone.state.ended_outside'))).toBeVisible();
  await expect(late.page.getByText(title)).toHaveCount(0);
  await inside.page.reload();
  await expect(inside.page.getByText(say('phone.state.ended'))).toBeVisible();
});

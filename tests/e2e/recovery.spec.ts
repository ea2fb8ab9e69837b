// The facilitator's role comes back with the recovery code, on any computer.
import { expect, test } from './people.ts';
import { say } from './words.ts';

const refused = /status of 40[0-9]/;

test('a lost link is replaced on another computer, and the old one opens nothing', async ({ people, server }) => {
  const first = await people.facilitator();
  const links = await first.create('Lost and found');
  const recovery = await first.recoveryCode();
  await first.open(links.desk);
  first.watch.expectComplaint(refused);

  const second = await people.facilitator();
  await second.page.goto(server.address);
  await second.page.getByRole('link', { name: say('home.recover') }).click();
  await second.page.getByLabel(say('recover.code.label'), { exact: true }).fill(links.code.toLowerCase());
  await second.page.getByLabel(say('recover.secret.label'), { exact: true }).fill(recovery.toUpperCase());
  await expect(second.page.getByText(say('recover.warning'))).toBeVisible();
  await second.button(say('recover.submit')).click();
  await expect(second.page.getByRole('heading', { level: 1 })).toHaveText(say('recover.done.title'));
  await expect(second.page.getByRole('heading', { name: say('links.keep.once') })).toBeVisible();
  const renewed = await second.recoveryCode();
  expect(renewed).not.toBe(recovery);
  await second.page.getByRole('link', { name: say('links.open_desk') }).click();
  await second.expectDesk('Lost and found');

  // The desk that was open is closed, and its link does not open again.
  await expect(first.page.getByText(say('refusal.bad_token'))).toBeVisible();
  await first.page.reload();
  await expect(first.page.getByText(say('refusal.bad_token'))).toBeVisible();
});

test('codes that do not fit are said to, and nothing changes', async ({ people, server }) => {
  const desk = await people.facilitator();
  const links = await desk.create('Guesses');
  const guesser = await people.facilitator();
  guesser.watch.expectComplaint(refused);
  const { page } = guesser;
  await page.goto(`${server.address}/recover`);
  const summary = page.getByRole('alert').filter({ hasText: say('error.summary') });
  const secret = page.getByLabel(say('recover.secret.label'), { exact: true });
  await guesser.button(say('recover.submit')).click();
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(say('recover.code.error'));
  await expect(summary).toContainText(say('recover.secret.error'));
  await page.getByLabel(say('recover.code.label'), { exact: true }).fill(links.code);
  await secret.fill('0000 0000 0000 0000 0000');
  await guesser.button(say('recover.submit')).click();
  await expect(summary).toContainText(say('refusal.unknown_recovery'));
  await expect(secret).toHaveAccessibleDescription(new RegExp(say('refusal.unknown_recovery')));
  await expect(secret).toHaveValue('0000 0000 0000 0000 0000');
  await desk.open(links.desk);
  await desk.expectDesk('Guesses');
});

test('a link that is not whole leads to the way back in', async ({ people, server }) => {
  const desk = await people.facilitator();
  await desk.page.goto(`${server.address}/desk#no.link`);
  await desk.page.getByRole('link', { name: say('error.link.recover') }).click();
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText(say('recover.title'));
});

// The form for a new workshop with everything open, its links, and the way back in: no barrier that axe
// can find, in light and dark, and nothing to scroll sideways from 320 px up.
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { NewForm } from './new_form.ts';
import { expect, test } from './people.ts';
import { question, say } from './words.ts';

test('everything about making a workshop and getting back in is accessible and fits', async ({ people, server }) => {
  const desk = await people.facilitator();
  desk.watch.expectComplaint(/status of 404/);
  const form = new NewForm(desk.page, server.address);
  const check = async (screen: string): Promise<void> => {
    await expectAccessible(desk.page, screen);
    await expectNoSidewaysScroll(desk.page, screen);
  };
  await form.open();
  await form.more();
  await form.chooseBothLanguages();
  await form.act('ui.edit', question('time')).click();
  await form.button('new.factors.fact.add').click();
  await form.act('new.factors.leave_out', question('legal')).click();
  await form.button('new.factors.add').click();
  await form.choice('new.field.pace.over_days.label').check();
  await desk.page.getByRole('checkbox', { name: say('new.field.open.label') }).check();
  await check('new, everything open');
  await form.create();
  await expect(desk.page.getByRole('alert').filter({ hasText: say('error.summary') })).toBeFocused();
  await check('new, with problems');

  const { code } = await desk.create('Crisis sanctuary, south Wales valleys');
  const recovery = await desk.recoveryCode();
  await check('links');
  await desk.page.goto(`${server.address}/recover`);
  await desk.page.getByLabel(say('recover.code.label'), { exact: true }).fill(code);
  await desk.page.getByLabel(say('recover.secret.label'), { exact: true }).fill('0'.repeat(20));
  await desk.button(say('recover.submit')).click();
  await expect(desk.page.getByRole('alert').filter({ hasText: say('refusal.unknown_recovery') })).toBeVisible();
  await check('recover, refused');
  await desk.page.getByLabel(say('recover.secret.label'), { exact: true }).fill(recovery);
  await desk.button(say('recover.submit')).click();
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText(say('recover.done.title'));
  await check('recovered');
});

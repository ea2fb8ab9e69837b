// An answer given without a network is on the phone, not in the tab: it outlives the tab.
import { onBadLine } from './bad_line.ts';
import { expect, test } from './people.ts';
import { answersRecorded } from './record.ts';
import { backWithinMs } from './watch.ts';
import { factors, say } from './words.ts';

const [first] = factors;

test('an answer given offline is sent by the next tab, once, as the same person’s', async ({ people }) => {
  const { desk, code, gate, phone } = await onBadLine(people, 'Airplane mode');
  const alias = await phone.alias();
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 7);
  await phone.reason().fill('Nine agencies');

  gate.cut();
  await phone.context.setOffline(true);
  await phone.submit();
  await expect(phone.about(first, 'phone.state.offline')).toBeVisible();
  const next = await people.secondTab(phone, gate);
  await phone.page.close();
  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 0, all: 1 }) }, backWithinMs);

  gate.mend();
  await phone.context.setOffline(false);
  await next.scan(code);
  await next.expectSaved(first, 7);
  expect(await next.alias()).toBe(alias);
  await next.row(first).click();
  await expect(next.reason()).toHaveValue('Nine agencies');
  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 1, all: 1 }) });
  expect(await answersRecorded(desk)).toBe(1);
});

test('a change made offline in a tab that is closed replaces the answer before it', async ({ people }) => {
  const { desk, code, gate, phone } = await onBadLine(people, 'Airplane mode, twice');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.answer(first, 2);
  await phone.expectSaved(first, 2);
  gate.cut();
  await phone.context.setOffline(true);
  for (const rating of [5, 8] as const) {
    await phone.row(first).click();
    await phone.answer(first, rating);
    await expect(phone.about(first, 'phone.state.offline')).toBeVisible();
  }
  const next = await people.secondTab(phone, gate);
  await phone.page.close();
  gate.mend();
  await phone.context.setOffline(false);
  await next.scan(code);
  await next.expectSaved(first, 8);
  await desk.expectAnswered(first, 1, 1);
  expect(await answersRecorded(desk)).toBe(2);
});

// Texts that people write are texts, whatever they look like: no page makes markup of them.
import type { Page } from '@playwright/test';

import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { say } from './words.ts';

const hostile = (who: string): string => `${who} <img src=x onerror="window.taken=1"><script>window.taken=1</script> &lt;`;

/** Shows the text as it was written, and nothing has come of it. */
async function expectText(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text, { exact: false }).first()).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate('window.taken')).toBeUndefined();
}

test('a title, a fact and a reason that look like markup are shown as they were written', async ({ people }) => {
  const title = hostile('Title').slice(0, 80);
  const links = await people.workshop({ title, min_group: 2, open: true });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const wall = await people.wall(links);
  const socket = await people.deskSocket(links);
  const [one, two] = await people.crowd(2, links.code);
  if (!one || !two) throw new Error('nobody is here');
  for (const { page } of [desk, wall, one]) await expectText(page, title);

  await socket.command('open', { questions: rounds(1, 'power') });
  const fact = hostile('Fact');
  await socket.command('fact', { factor: 'power', text: { en: fact }, source: hostile('Source').slice(0, 60) });
  await expectText(one.page, fact);

  await one.choose('power', 2);
  await one.reason().fill(hostile('Reason'));
  await one.submit();
  await one.expectSaved('power', 2);
  await two.answer('power', 4);
  await two.expectSaved('power', 4);
  await socket.command('reveal', { questions: rounds(1, 'power') });
  await expectText(two.page, hostile('Reason'));
  await desk.row('power').getByText(say('desk.reasons', { n: 1 })).click();
  await expectText(desk.page, hostile('Reason'));
});

// The server dies as in a power cut and starts again on the same data: the workshop goes on.
import { expect, test } from './people.ts';
import { factors, say, type Rating } from './words.ts';
import { backWithinMs, serverAway } from './watch.ts';

const [first, second] = factors;
const ratings: readonly Rating[] = [2, 5, 9];

test('after a kill and a start every phone, the desk and the wall come back by themselves', async ({
  people,
  server,
}) => {
  const desk = await people.facilitator();
  const links = await desk.begin('A power cut');
  const wall = await people.wall(links);
  const phones = await people.crowd(3, links.code);
  for (const { watch } of [desk, wall, ...phones]) watch.expectComplaint(serverAway);

  await desk.press(first, say('desk.open_one', { n: 1 }));
  await Promise.all(phones.map((phone, index) => phone.answer(first, ratings[index] ?? 'dk')));
  await Promise.all(phones.map((phone, index) => phone.expectSaved(first, ratings[index] ?? 'dk')));
  await desk.press(second, say('desk.open_one', { n: 2 }));
  await Promise.all(phones.map((phone) => phone.expectQuestion(second)));
  const [late] = phones;
  if (!late) throw new Error('nobody is here');
  await late.choose(second, 4);

  await server.kill();
  await expect(desk.page.getByRole('status').filter({ hasText: say('desk.offline') })).toBeVisible();
  await expect(wall.page.getByText(/^Last updated \d\d:\d\d$/)).toBeVisible();
  await expect(late.status(say('phone.state.reconnecting'))).toBeVisible();
  await late.submit();
  await expect(late.about(second, 'phone.state.offline')).toBeVisible();

  await server.restart();
  await expect(late.about(second, 'phone.state.saved')).toBeVisible({ timeout: backWithinMs });
  await expect(desk.page.getByText(say('desk.offline'))).toHaveCount(0, { timeout: backWithinMs });
  await expect(wall.page.getByText(/^Last updated/)).toHaveCount(0, { timeout: backWithinMs });
  await desk.expectCounts({ joined: 3, connected: 3, answered: say('ui.of', { n: 1, all: 3 }) }, backWithinMs);
  await Promise.all(phones.slice(1).map((phone, index) => phone.answer(second, ratings[index] ?? 'dk')));
  await desk.expectAnswered(first, 3, 3);
  await desk.expectAnswered(second, 3, 3);
  await desk.expectCounts({ joined: 3, connected: 3, answered: say('ui.of', { n: 3, all: 3 }) });
});

// A browser that cannot get or run the engine says so; everything else goes on, and it tries again.
import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { WithoutPhones } from './without_phones.ts';
import { factors, say } from './words.ts';

const engine = /\/assets\/engine-\S+\.wasm/;
const refused = /engine-\S+\.(js|wasm)|status of 404|WebAssembly|refused by the test/;
const everything = rounds(1, ...factors);
const noEngine = say('result.no_engine');
const advice = say('level.4.title');

test('a phone whose browser has no engine says so, answers on, and shows the advice once it has one', async ({ people }) => {
  const links = await people.workshop({ title: 'No engine' });
  const group = await WithoutPhones.five(people, links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  phone.watch.expectComplaint(refused);
  await phone.page.route(engine, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }));
  await group.command('open', { questions: everything });
  for (const factor of factors) await group.answer(factor, 1, 9);
  await group.command('reveal', { questions: everything });
  await expect(phone.status(noEngine)).toBeVisible();
  await phone.tab('phone.tab.results').click();
  await expect(phone.status(noEngine)).toBeVisible();

  await group.command('open', { questions: rounds(2, 'power') });
  await phone.tab('phone.tab.questions').click();
  await phone.answer('power', 9);
  await phone.expectSaved('power', 9);
  await phone.page.unrouteAll();
  await phone.tab('phone.recommendation').click();
  await expect(phone.page.getByText(noEngine)).toHaveCount(0, { timeout: 60_000 });
  await expect(phone.heading()).not.toHaveText(say('ui.loading'));
});

test('a desk and a wall without the engine say so, lead on, and show the advice once they have it', async ({ people }) => {
  const links = await people.workshop({ title: 'No engine' });
  const group = await WithoutPhones.five(people, links);
  const desk = await people.facilitator();
  desk.watch.expectComplaint(refused);
  const screen = await people.phone();
  screen.watch.expectComplaint(refused);
  for (const { page } of [desk, screen]) {
    await page.route(engine, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }));
  }
  await desk.open(links.desk);
  await screen.page.goto(links.wall);
  await desk.openAll();
  await desk.expectAnswered('power', 0, 5);
  for (const factor of factors) await group.answer(factor, 1, 9);
  await desk.revealAll(5, 5);
  await expect(desk.advice().or(desk.page.getByRole('region', { name: say('result.so_far') }))).toContainText(noEngine);
  await expect(screen.page.getByText(noEngine)).toBeVisible();
  await expect(desk.row('power')).toContainText(say('desk.question.revealed'));

  for (const { page } of [desk, screen]) await page.unrouteAll();
  await expect(desk.advice().getByRole('heading', { name: advice, exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(screen.heading()).toHaveText(advice, { timeout: 60_000 });
});

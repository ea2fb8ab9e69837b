// Two desks at once, new links in place of old ones, and handing over.
import { expect, test } from './people.ts';
import { factors, say } from './words.ts';

const [first, second] = factors;
const title = 'Two desks';

test('two desks see the same and can press the same', async ({ people }) => {
  const links = await people.workshop({ title });
  const [one, two] = [await people.facilitator(), await people.facilitator()];
  await one.open(links.desk);
  await expect(one.page.getByText(say('desk.others', { n: 1 }))).toHaveCount(0);
  await two.open(links.codesk);
  for (const desk of [one, two]) await expect(desk.page.getByText(say('desk.others', { n: 1 }))).toBeVisible();

  await one.press(first, say('desk.open_one', { n: 1 }));
  await expect(two.row(first)).toContainText(say('desk.question.open'));
  await two.press(second, say('desk.open_one', { n: 2 }));
  await expect(one.row(second)).toContainText(say('desk.question.open'));
  await expect(one.next()).toContainText(say('desk.state.open', { n: 2 }));
  await expect(two.next()).toContainText(say('desk.state.open', { n: 2 }));

  await test.step('ending is the facilitator’s alone, and the other desk goes on after a reload', async () => {
    await expect(two.page.getByRole('region', { name: say('desk.end') })).toHaveCount(0);
    await two.page.reload();
    await expect(two.row(second)).toContainText(say('desk.question.open'));
  });

  await test.step('when one goes, the other is told nothing of another any more', async () => {
    await two.page.close();
    await expect(one.page.getByText(say('desk.others', { n: 1 }))).toHaveCount(0);
  });
});

for (const language of ['en', 'cy']) {
  test(`another desk that comes moves nothing from under a finger (${language})`, async ({ people }) => {
    const links = await people.workshop({ title });
    const [one, two] = [await people.facilitator(), await people.facilitator()];
    await one.open(links.desk);
    if (language === 'cy') await one.page.getByRole('button', { name: 'Cymraeg', exact: true }).click();
    const next = one.page.locator('.next-step');
    const places = async () => {
      const boxes = [];
      for (const width of [320, 390, 480, 640, 768, 1000, 1280]) {
        await one.page.setViewportSize({ width, height: 800 });
        boxes.push({ width, ...(await next.boundingBox()) });
      }
      return boxes;
    };
    await expect(next).toBeVisible();
    const before = await places();
    await two.open(links.codesk);
    await expect(one.page.locator('.desk-others')).not.toBeEmpty();
    expect(await places()).toEqual(before);
  });
}

test('handing over gives a new link and stops the old one, on this desk too', async ({ people, server }) => {
  const links = await people.workshop({ title });
  const [old, next] = [await people.facilitator(), await people.facilitator()];
  await old.open(links.desk);
  await old.show('desk.room');
  await old.button(say('desk.hand_over.button')).click();
  await expect(old.page.getByText(say('desk.confirm.hand_over'))).toBeVisible();
  await old.button(say('desk.hand_over.button')).click();
  await expect(old.page.getByRole('heading', { level: 1 })).toHaveText(say('desk.handed.title'));
  const link = await old.page.getByLabel(say('links.facilitator'), { exact: true }).inputValue();
  await expect(old.page.getByLabel(say('links.recovery'), { exact: true })).toHaveValue(/^[0-9a-f]{4}( [0-9a-f]{4}){4}$/);

  const { pathname, hash } = new URL(link);
  await next.open(server.address + pathname + hash);
  await next.press(first, say('desk.open_one', { n: 1 }));
  await expect(next.row(first)).toContainText(say('desk.question.open'));
  const late = await people.facilitator();
  late.watch.expectComplaint(/status of 401/);
  await late.page.goto(links.desk);
  await expect(late.page.getByText(say('refusal.bad_token'))).toBeVisible();
});

test('a new wall link stops the old wall', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  const wall = await people.wall(links);
  await expect(wall.heading()).toHaveText(title);
  await desk.open(links.desk);
  await desk.show('desk.room');
  await desk.button(say('desk.links.wall')).click();
  await desk.button(say('desk.links.wall')).click();
  await expect(desk.page.getByLabel(say('links.wall'), { exact: true })).toHaveValue(/\/wall#[0-9a-f]{32}\.[0-9a-f]{32}$/);
  await expect(wall.text(say('refusal.bad_token'))).toBeVisible();
});

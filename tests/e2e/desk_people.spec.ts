// Putting people right from the desk: a ghost, somebody who must go, a wrong group, somebody without a phone.
import type { Facilitator } from './facilitator.ts';
import { expect, test } from './people.ts';
import { answerName, factors, question, say } from './words.ts';

const [first] = factors;
const title = 'Putting right';

async function edit(desk: Facilitator, alias: string): Promise<void> {
  await desk.show('desk.part.people');
  await desk.person(alias).getByRole('button').click();
  await expect(desk.page.getByRole('heading', { name: alias, level: 3 })).toBeFocused();
}

test('a ghost whose phone is here is asked, and then is one with its owner, who is not told its answer', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [ghost, owner] = await people.crowd(2, links.code);
  if (!ghost || !owner) throw new Error('nobody is here');
  const names = { ghost: await ghost.alias(), owner: await owner.alias() };
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await ghost.answer(first, 7);
  await desk.expectAnswered(first, 1, 2);

  await edit(desk, names.ghost);
  await desk.page.getByLabel(say('desk.people.merge', { alias: names.ghost })).selectOption({ label: names.owner });
  await desk.button(say('desk.people.merge.short')).click();
  await expect(desk.page.getByText(say('desk.confirm.merge.asks', { alias: names.ghost, other: names.owner }))).toBeVisible();
  await desk.button(say('desk.people.merge.short')).click();
  await expect(desk.person(names.ghost)).toContainText(say('desk.people.merge.waits', { other: names.owner }));

  const heading = say('same_person.title', { alias: names.owner });
  await ghost.page.getByRole('button', { name: say('same_person.no') }).click();
  await expect(ghost.page.getByRole('heading', { name: heading })).toHaveCount(0);
  await expect(desk.person(names.ghost)).toContainText(say('desk.people.merge.no', { other: names.owner }));

  await edit(desk, names.ghost);
  await desk.page.getByLabel(say('desk.people.merge', { alias: names.ghost })).selectOption({ label: names.owner });
  await desk.button(say('desk.people.merge.short')).click();
  await desk.button(say('desk.people.merge.short')).click();
  await expect(ghost.page.getByRole('heading', { name: heading })).toBeVisible();
  await ghost.page.getByRole('button', { name: say('same_person.yes') }).click();

  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 1, all: 1 }) });
  await expect(desk.person(names.ghost)).toHaveCount(0);
  await expect(desk.person(names.owner)).toContainText(say('desk.people.done'));
  await expect(ghost.page.getByText(say('phone.state.merged'))).toBeVisible();
  await expect(owner.page.getByText(say('phone.state.elsewhere'))).toBeVisible();
});

test('a ghost whose phone is away is merged at once', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [ghost, owner] = await people.crowd(2, links.code);
  if (!ghost || !owner) throw new Error('nobody is here');
  const names = { ghost: await ghost.alias(), owner: await owner.alias() };
  await ghost.page.close();
  await edit(desk, names.ghost);
  await desk.page.getByLabel(say('desk.people.merge', { alias: names.ghost })).selectOption({ label: names.owner });
  await desk.button(say('desk.people.merge.short')).click();
  await expect(desk.page.getByText(say('desk.confirm.merge.asks', { alias: names.ghost, other: names.owner }))).toBeVisible();
  await desk.button(say('desk.people.merge.short')).click();
  await expect(desk.person(names.ghost)).toHaveCount(0);
});

test('who is removed does not count any more, and is told', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [stays, goes] = await people.crowd(2, links.code);
  if (!stays || !goes) throw new Error('nobody is here');
  const alias = await goes.alias();
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await goes.answer(first, 3);
  await desk.expectAnswered(first, 1, 2);

  await edit(desk, alias);
  await desk.button(say('desk.people.remove', { alias })).click();
  await expect(desk.page.getByText(say('desk.confirm.remove', { alias }))).toBeVisible();
  await desk.button(say('desk.people.remove', { alias })).click();

  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 0, all: 1 }) });
  await expect(goes.page.getByText(say('phone.state.removed'))).toBeVisible();
  await stays.expectQuestion(first);
});

test('a group is corrected before the reveal', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [phone] = await people.crowd(1, links.code, ['staff']);
  if (!phone) throw new Error('nobody is here');
  const alias = await phone.alias();
  await desk.show('desk.part.people');
  await expect(desk.person(alias)).toContainText(say('group.preset.staff'));
  await expect(desk.person(alias)).toContainText(say('desk.people.here'));

  await edit(desk, alias);
  await desk.page.getByLabel(say('desk.people.correct_group', { alias })).selectOption({ label: say('group.preset.lived') });
  await desk.button(say('desk.people.correct_group.short')).click();
  await expect(desk.person(alias)).toContainText(say('group.preset.lived'));
});

test('somebody without a phone answers at the desk, by keyboard, and is marked', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await desk.show('desk.part.people');
  await page.getByLabel(say('desk.proxy.group')).selectOption({ label: say('group.preset.carers') });
  await desk.button(say('desk.proxy.add')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('desk.proxy.done', { n: 0, all: 1 }))).toBeVisible();
  await expect(page.getByRole('group', { name: question(first) })).toBeVisible();
  await page.getByRole('radio', { name: answerName(first, 9), exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: answerName(first, 8), exact: true })).toBeChecked();
  await desk.button(say('desk.proxy.save', { n: 1 })).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByText(say('desk.proxy.done', { n: 1, all: 1 }))).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await desk.expectCounts({ joined: 1, connected: 0, answered: say('ui.of', { n: 1, all: 1 }) });
  await expect(page.getByRole('row').filter({ hasText: say('desk.people.no_phone') })).toContainText(say('group.preset.carers'));
  await expect(page.getByText(say('count.proxies', { n: 1 }))).toBeVisible();
});

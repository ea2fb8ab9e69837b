// Rounds and order at the desk: one after the other, back, skip, open again, ask again, stop.
import { expect, test } from './people.ts';
import { five, WithoutPhones } from './without_phones.ts';
import { factors, say } from './words.ts';

const [first, second, third] = factors;
const title = 'Rounds';

test('one by one the desk leads on, can skip, and goes back', async ({ people }) => {
  const links = await people.workshop({ title, pace: 'one_by_one' });
  const group = await WithoutPhones.five(people, links);
  const desk = await people.facilitator();
  const wall = await people.wall(links);
  await desk.open(links.desk);
  const all = { answered: five, joined: five };

  await desk.go('desk.open_one', { n: 1 });
  await desk.expectAnswered(first, 0, five);
  await group.answer(first, 1, 8);
  await desk.go('desk.reveal_one', all);
  await expect(desk.next()).toContainText(say('desk.state.revealed_one', { n: 1 }));
  await desk.go('desk.open_one', { n: 2 });
  await desk.expectAnswered(second, 0, five);
  await group.answer(second, 1, 7);
  await desk.go('desk.reveal_one', all);

  await test.step('back shows the earlier question to everybody, and forward goes on', async () => {
    await desk.go('desk.back', { n: 1 });
    await expect(desk.next()).toContainText(say('desk.state.revealed_one', { n: 1 }));
    await expect(wall.heading()).toHaveText(say('factor.social_complexity.question'));
    await desk.wall().getByRole('button', { name: say('desk.forward', { n: 1 }), exact: true }).click();
    await expect(desk.next()).toContainText(say('desk.state.revealed_one', { n: 2 }));
  });

  await test.step('a skipped question comes later', async () => {
    await desk.go('desk.skip', { n: 3 });
    await expect(desk.row(third)).toContainText(say('desk.question.skipped'));
    await expect(desk.next().getByRole('button', { name: say('desk.open_one', { n: 4 }), exact: true })).toBeVisible();
    await desk.row(third).getByText(say('ui.more')).click();
    await desk.press(third, say('desk.unskip', { n: 3 }));
    await expect(desk.next().getByRole('button', { name: say('desk.open_one', { n: 3 }), exact: true })).toBeVisible();
  });
});

test('a closed question is opened again, and another round stands beside the first until there were enough', async ({ people }) => {
  const links = await people.workshop({ title });
  const group = await WithoutPhones.five(people, links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const all = { answered: five, joined: five };

  await desk.press(first, say('desk.open_one', { n: 1 }));
  await desk.expectAnswered(first, 0, five);
  await group.answer(first, 1, 2);
  await desk.press(first, say('desk.close_one', { n: 1, ...all }));
  await expect(desk.next()).toContainText(say('desk.state.closed'));
  await desk.press(first, say('desk.reopen', { n: 1 }));
  await desk.expectAnswered(first, five, five);
  await desk.press(first, say('desk.reveal_row', { n: 1, ...all }));

  await test.step('the second round starts empty and the first stays in sight', async () => {
    await desk.press(first, say('desk.new_round', { n: 1, round: 2 }));
    await desk.expectAnswered(first, 0, five);
    await expect(desk.next()).toContainText(say('desk.state.again', { n: 1, round: 2 }));
    await group.answer(first, 2, 9);
    await desk.go('desk.reveal_one', all);
    await expect(desk.row(first)).toContainText(say('count.round', { n: 1 }));
    await expect(desk.row(first)).toContainText(say('count.round', { n: 2 }));
  });

  await test.step('after the third round the desk says to stop', async () => {
    await desk.press(first, say('desk.new_round', { n: 1, round: 3 }));
    await desk.expectAnswered(first, 0, five);
    await group.answer(first, 3, 9);
    await desk.go('desk.reveal_one', all);
    await expect(desk.row(first)).toContainText(say('desk.stop_advice'));
  });
});

test('together the desk leads from opening to the record', async ({ people }) => {
  const links = await people.workshop({ title });
  const group = await WithoutPhones.five(people, links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await expect(desk.next()).toContainText(say('desk.then.open_all'));
  await desk.openAll();
  await desk.expectAnswered(first, 0, five);
  for (const factor of factors) await group.answer(factor, 1, 7);
  await desk.revealAll(five, five);
  await expect(desk.next()).toContainText(say('desk.state.talked'));
  await desk.go('desk.decide');
  await expect(desk.page.getByRole('heading', { name: say('desk.decision.title') })).toBeFocused();
  await desk.page.getByRole('radio', { name: say('level.4.name'), exact: true }).check();
  await desk.page.getByRole('checkbox', { name: say('desk.decision.shared.decisions') }).check();
  await desk.button(say('desk.decision.save')).click();
  await expect(desk.next()).toContainText(say('desk.state.decided'));
  await desk.go('desk.end');
  await expect(desk.next()).toContainText(say('desk.confirm.end'));
  await desk.go('desk.end');
  await expect(desk.next()).toContainText(say('desk.state.ended'));
  await desk.saveRecord();
  await desk.page.getByRole('link', { name: say('desk.copy') }).click();
  await expect(desk.page.getByLabel(say('new.field.title.label'))).toHaveValue(title);
});

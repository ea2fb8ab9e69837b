// The hour at the desk: in each state of the room the one action is the right one, and the wall follows it.
import { expect, test, type People } from './people.ts';
import { WithoutPhones, five } from './without_phones.ts';
import { rounds } from './desk_socket.ts';
import { factors, question, say, type Factor, type Rating } from './words.ts';

const title = 'An hour';
const all = { answered: five, joined: five };
const everything = rounds(1, ...factors);

/** Five people who have answered everything, so that the advice hangs on what some of them say. */
async function shownTo(people: People, ratings: Partial<Record<Factor, Rating>> = {}, wish: object = {}) {
  const links = await people.workshop({ title, ...wish });
  const group = await WithoutPhones.five(people, links);
  await group.command('open', { questions: everything });
  for (const factor of factors) await group.answer(factor, 1, ratings[factor] ?? 9);
  await group.command('reveal', { questions: everything });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  return { links, group, desk };
}

/** Between yes and partly: one answer more or less changes the advice. */
const close = { time: 'dk' } as const;

test('before anybody has joined the desk opens the wall, and the old wall goes on', async ({ people }) => {
  const links = await people.workshop({ title });
  const wall = await people.wall(links);
  await expect(wall.heading()).toHaveText(title);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const opened = desk.page.waitForEvent('popup');
  await desk.next().getByRole('link', { name: say('desk.open_wall'), exact: true }).click();
  const other = await opened;
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(wall.heading()).toHaveText(title);
  await other.close();
  await expect(desk.wall().getByRole('link', { name: say('links.open_wall'), exact: true })).toBeVisible();
});

test('the co-facilitator opens the wall too, and a reload keeps the way to it', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.codesk);
  await expect(desk.page.getByText(say('desk.whose.cofacilitator'), { exact: true })).toBeVisible();
  await desk.page.reload();
  await expect(desk.next().getByRole('link', { name: say('desk.open_wall'), exact: true })).toBeVisible();
});

test('talking comes before asking again, and leaving it leads on to the decision that everybody sees', async ({ people }) => {
  const { links, group, desk } = await shownTo(people, close);
  const wall = await people.wall(links);

  await test.step('the question is shown, then asked again', async () => {
    await desk.go('desk.show_and_hear', { n: 5 });
    await expect(wall.heading()).toHaveText(question('time'));
    await expect(desk.wall()).toContainText(say('desk.on_wall', { what: say('desk.on_wall.question', { n: 5 }) }));
    await desk.go('desk.new_round', { n: 5, round: 2 });
    await desk.expectAnswered('time', 0, five);
    await group.answer('time', 2, 'dk');
    await desk.go('desk.reveal_one', all);
  });

  await test.step('left as it is, it is talked about no more, at another desk neither', async () => {
    const other = await people.facilitator();
    await other.open(links.codesk);
    await desk.go('desk.leave_it', { n: 5 });
    for (const each of [desk, other]) await expect(each.next()).toContainText(say('desk.state.asked_enough'));
    await expect(desk.row('time')).toContainText(say('desk.question.left'));
  });

  await test.step('the decision moves the wall', async () => {
    await desk.go('desk.decide.so_far', { what: say('desk.on_wall.unknown') });
    await expect(desk.page.getByRole('heading', { name: say('desk.decision.title') })).toBeFocused();
    await expect(wall.heading()).not.toHaveText(question('time'));
    await expect(desk.next()).toContainText(say('desk.state.deciding'));
  });
});

test('answers shown after the decision are said, and it is kept at every desk', async ({ people }) => {
  const { links, group, desk } = await shownTo(people);
  await group.command('decide', { approach: 4, shared: ['decisions'] });
  await expect(desk.next().getByRole('button', { name: say('desk.end'), exact: true })).toBeVisible();
  await group.command('open', { questions: rounds(2, 'time') });
  await group.answer('time', 2, 9);
  await group.command('reveal', { questions: rounds(2, 'time') });
  const other = await people.facilitator();
  await other.open(links.codesk);
  for (const each of [desk, other]) {
    await expect(each.next().getByRole('button', { name: say('desk.check_decision'), exact: true })).toBeVisible();
  }
  await desk.go('desk.keep_decision');
  await expect(desk.next().getByRole('button', { name: say('desk.end'), exact: true })).toBeVisible();
  await expect(other.next()).toContainText(say('desk.left_to_facilitator'));
});

test('too few to advise: that is said before opening and before closing, and more are invited', async ({ people }) => {
  const links = await people.workshop({ title });
  const socket = await people.deskSocket(links);
  for (let count = 0; count < 3; count += 1) await socket.proxy('staff');
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await expect(desk.next()).toContainText(say('desk.too_few.here', { k: five }));
  await desk.openAll();
  await expect(desk.next()).toContainText(say('desk.too_few.answered', { k: five }));
  await desk.go('desk.reveal_all', { answered: 0, joined: 3 });
  await expect(desk.next()).toContainText(say('desk.confirm.reveal', { n: 3 }));
  await desk.go('desk.reveal_all', { answered: 0, joined: 3 });
  await expect(desk.next().getByRole('button', { name: say('desk.invite_more', { joined: 3, k: five }), exact: true })).toBeVisible();
  await expect(desk.next().getByRole('link', { name: say('desk.copy_open'), exact: true })).toBeVisible();
  for (let count = 0; count < 2; count += 1) await socket.proxy('staff');
  // Now it is what comes next, and no more what may be done instead.
  await expect(desk.next().getByRole('button', { name: /^Copy message/ })).toHaveCount(0);
  await desk.go('desk.ask_all', { n: 10 });
  await expect(desk.row('power')).toContainText(say('count.round', { n: 2 }));
});

test('the double click that shows answers does not open the next question', async ({ people }) => {
  const links = await people.workshop({ title, pace: 'one_by_one' });
  const group = await WithoutPhones.five(people, links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.go('desk.open_one', { n: 1 });
  await desk.expectAnswered('social_complexity', 0, all.joined);
  await group.answer('social_complexity', 1, 8);
  const show = desk.next().getByRole('button', { name: say('desk.reveal_one', all), exact: true });
  await expect(show).toBeEnabled();
  await show.dblclick();
  const open = desk.next().getByRole('button', { name: say('desk.open_one', { n: 2 }), exact: true });
  await expect(open).toBeEnabled();
  await expect(desk.row('legitimacy')).toContainText(say('desk.question.waiting'));
});

test('what the group decides without agreeing is both views, and the end invites nobody to join', async ({ people }) => {
  const { links, desk } = await shownTo(people);
  const { page } = desk;
  await desk.show('desk.part.decision');
  await page.getByRole('radio', { name: say('desk.decision.not_agreed'), exact: true }).check();
  await desk.button(say('desk.decision.save')).click();
  await expect(page.getByLabel(say('desk.decision.view.one'), { exact: true })).toBeFocused();
  await page.getByLabel(say('desk.decision.view.one'), { exact: true }).fill('Go on together.');
  await page.getByLabel(say('desk.decision.view.other'), { exact: true }).fill('Wait for the board.');
  await page.getByLabel(say('desk.decision.review'), { exact: true }).fill('2027-03-01');
  await desk.button(say('desk.decision.save')).click();
  await expect(page.getByText('Wait for the board.')).toBeVisible();
  await desk.end();
  await expect(page.getByText(links.code, { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('links.message.copy') })).toHaveCount(0);
});

test('the message for chat is in both languages of the workshop', async ({ people }) => {
  const links = await people.workshop({ title, languages: ['en', 'cy'] });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const message = desk.page.getByLabel(say('links.message.label'), { exact: true });
  await expect(message).toHaveValue(/\n\n/);
  await expect(message).toHaveValue(new RegExp(`^${say('links.message', { title, url: '', address: '', code: '' }).slice(0, 8)}`));
});

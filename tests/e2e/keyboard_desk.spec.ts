// The whole workshop at the desk by keyboard alone.
import { rounds, type DeskSocket } from './desk_socket.ts';
import type { Facilitator } from './facilitator.ts';
import { Keyboard } from './keyboard.ts';
import { NewForm } from './new_form.ts';
import { expect, test, type People } from './people.ts';
import { factors, question, say } from './words.ts';
import { WithoutPhones } from './without_phones.ts';

const [first, , power] = factors;
const everything = rounds(1, ...factors);

/** Presses the one next action, or a smaller one beside it. */
async function go(keys: Keyboard, desk: Facilitator, key: string, values: Record<string, number | string> = {}): Promise<void> {
  await keys.use(desk.next().getByRole('button', { name: say(key, values), exact: true }));
}

async function show(keys: Keyboard, desk: Facilitator, key: string): Promise<void> {
  const parts = desk.page.getByRole('navigation', { name: say('desk.parts') });
  await keys.use(parts.getByRole('button', { name: say(key), exact: true }));
  await keys.expectPlace(key);
}

/** Five people without phones and one desk in front of them. */
async function deskOfFive(people: People): Promise<{ desk: Facilitator; keys: Keyboard; group: WithoutPhones; socket: DeskSocket }> {
  const links = await people.workshop({ title: 'Keys only' });
  const group = await WithoutPhones.five(people, links);
  const socket = await people.deskSocket(links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  return { desk, keys: new Keyboard(desk.page), group, socket };
}

test('a workshop is made, with a fact of its own, and its desk opened', async ({ people, server }) => {
  const desk = await people.facilitator();
  const { page } = desk;
  const keys = new Keyboard(page);
  const form = new NewForm(page, server.address);
  await form.open();
  await keys.use(form.button('new.submit'));
  const summary = page.getByRole('alert').filter({ hasText: say('error.summary') });
  await expect(summary).toBeFocused();
  await keys.use(summary.getByRole('link').first());
  await expect(form.field('new.field.title.label')).toBeFocused();
  await keys.type('Keys only');
  await keys.use(page.getByText(say('new.more'), { exact: true }));
  await keys.fill(form.field('new.field.organisation.label'), 'Tonnau Mental Health');
  await keys.use(form.act('ui.edit', question(first)));
  await keys.expectPlace('a question is changed');
  await keys.use(form.button('new.factors.fact.add').first());
  await keys.expectPlace('a fact is added');
  await keys.fill(form.field('new.factors.fact.label').first(), 'Nine agencies are involved.');
  await keys.use(form.button('new.submit'));
  const links = await desk.readLinks();
  await keys.expectPlace('the workshop is made');
  await keys.use(page.getByRole('link', { name: say('links.open_desk') }));
  await desk.expectDesk('Keys only');
  expect(links.code).toHaveLength(6);
});

test('open, close and show, with the question whether it is meant', async ({ people }) => {
  const { desk, keys, group } = await deskOfFive(people);
  await go(keys, desk, 'desk.open_all', { n: 10 });
  await desk.expectAnswered(first, 0, 5);
  await keys.expectPlace('everything is open');
  for (const factor of factors.slice(0, 2)) await group.answer(factor, 1, 8);
  const reveal = desk.next().getByRole('button', { name: say('desk.reveal_all', { answered: 0, joined: 5 }), exact: true });
  await keys.use(reveal);
  await expect(desk.page.getByRole('heading', { name: say('desk.confirm.title') })).toBeFocused();
  await keys.press('Escape');
  await expect(reveal).toBeVisible();
  await keys.expectPlace('not now');
  await keys.use(reveal);
  await keys.use(reveal, 'Space');
  await expect(desk.row(first)).toContainText(say('desk.question.revealed'));
  await keys.expectPlace('the answers are shown');
});

test('people, the room and notes', async ({ people }) => {
  const { desk, keys } = await deskOfFive(people);
  const { page } = desk;
  await show(keys, desk, 'desk.part.people');
  await keys.use(page.getByRole('table').getByRole('button').first());
  await expect(page.locator('#editor-title')).toBeFocused();
  await keys.press('Escape');
  await keys.expectPlace('the person is closed');
  await keys.use(page.getByRole('table').getByRole('button').first());
  const remove = page.getByRole('button', { name: /^Remove/ });
  await keys.use(remove);
  await expect(page.getByRole('heading', { name: say('desk.confirm.title') })).toBeFocused();
  await keys.use(remove);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + 4);
  await keys.expectPlace('somebody is removed');

  await show(keys, desk, 'desk.room');
  await keys.use(desk.button(say('desk.door.locked')));
  await expect(page.getByText(say('desk.door.locked.hint'))).toBeVisible();
  await keys.expectPlace('the door is locked');
  await keys.use(desk.button(say('desk.code.change')));
  await keys.expectPlace('the code is asked about');
  await keys.use(desk.button(say('desk.code.change')));
  await expect(page.getByText(say('desk.confirm.code'))).toHaveCount(0);
  await keys.expectPlace('the code is changed');

  await show(keys, desk, 'desk.part.notes');
  await keys.fill(page.getByLabel(say('desk.notes.new'), { exact: true }), 'Two people joined by telephone.');
  await keys.use(desk.button(say('desk.notes.add')));
  await expect(page.getByText('Two people joined by telephone.')).toBeVisible();
  await keys.expectPlace('a note is added');
});

test('the decision, another answer supposed, a second round, the end and the record', async ({ people }) => {
  const { desk, keys, group, socket } = await deskOfFive(people);
  const { page } = desk;
  await socket.command('open', { questions: everything });
  for (const factor of factors) await group.answer(factor, 1, 9);
  await socket.command('reveal', { questions: everything });
  await expect(desk.advice().getByRole('heading', { name: say('level.4.title'), exact: true })).toBeVisible();

  await show(keys, desk, 'desk.what_if.title');
  await keys.tabTo(page.getByLabel(question(power), { exact: true }));
  await keys.type('1');
  for (let stop = 0; stop < 9; stop += 1) await keys.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: say('level.1.title') })).toBeVisible();
  await keys.use(desk.button(say('desk.what_if.reset')));
  await keys.expectPlace('as answered');

  await show(keys, desk, 'desk.part.decision');
  const choice = (value: number) => page.locator(`input[name=decision-choice][value="${value}"]`);
  await keys.tabTo(choice(4));
  await keys.arrowTo(choice(3));
  await keys.use(page.getByRole('checkbox', { name: say('desk.decision.shared.design') }), 'Space');
  await keys.fill(page.getByLabel(say('desk.decision.name'), { exact: true }), 'Listening days');
  await keys.fill(page.getByLabel(say('desk.decision.why'), { exact: true }), 'There is little time.');
  await keys.use(desk.button(say('desk.decision.save')));
  await expect(page.getByText('Listening days')).toBeVisible();
  await keys.expectPlace('the decision is saved');
  await keys.use(page.getByRole('region', { name: say('desk.next') }).getByRole('button', { name: say('desk.decision.change'), exact: true }));
  await keys.expectPlace('the decision is changed');

  await show(keys, desk, 'desk.questions');
  await keys.use(desk.row(first).getByRole('button', { name: say('desk.new_round', { n: 1, round: 2 }), exact: true }));
  await desk.expectAnswered(first, 0, 5);
  await keys.expectPlace('a second round');
  await group.answer(first, 2, 9);
  await go(keys, desk, 'desk.reveal_one', { answered: 5, joined: 5 });
  await expect(desk.row(first)).toContainText(say('count.round', { n: 2 }));
  await keys.expectPlace('the second round is shown');

  const end = page.getByRole('region', { name: say('desk.end') }).getByRole('button', { name: say('desk.end'), exact: true });
  await keys.use(end);
  await expect(page.getByRole('heading', { name: say('desk.confirm.title') })).toBeFocused();
  await keys.use(end);
  await expect(page.getByText(say('desk.state.ended'))).toBeVisible();
  await keys.expectPlace('the end');
  const download = page.waitForEvent('download');
  await go(keys, desk, 'desk.save_transcript');
  expect((await download).suggestedFilename()).toMatch(/\.quorate\.json$/);
  await keys.expectPlace('the record is saved');
});

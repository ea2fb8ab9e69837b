// The group's own decision, the notes, and what would follow from other answers.
import { expect, test } from './people.ts';
import { WithoutPhones } from './without_phones.ts';
import { answerName, factors, question, say } from './words.ts';

const title = 'Decisions';
const [, , power] = factors;

test('a name that says co-production is warned of before it is recorded, and the record says so', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;
  await desk.show('desk.part.decision');
  await page.getByRole('radio', { name: say('level.3.name') }).check();
  await page.getByRole('checkbox', { name: say('desk.decision.shared.design') }).check();
  await page.getByLabel(say('desk.decision.name'), { exact: true }).fill('Co-production panel');
  await desk.button(say('desk.decision.save')).click();
  await expect(page.getByLabel(say('desk.decision.why.name'), { exact: true }), 'going on needs a reason').toBeFocused();
  await page.getByLabel(say('desk.decision.why.name'), { exact: true }).fill('The bid says so.');
  await desk.button(say('desk.decision.save')).click();
  await expect(page.getByRole('heading', { name: say('flag.rebadging.title') })).toBeFocused();
  await expect(page.getByText(say('desk.decision.name_check.not_advised'))).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel(say('desk.decision.name'), { exact: true }).fill('Cyd-gynhyrchu');
  await desk.button(say('desk.decision.save')).click();
  await desk.button(say('desk.decision.go_on')).click();
  await expect(page.getByText(say('desk.decision.warned'))).toBeVisible();
  await expect(page.getByText('Cyd-gynhyrchu')).toBeVisible();

  await test.step('another name needs no warning', async () => {
    await desk.button(say('desk.decision.change')).click();
    await page.getByLabel(say('desk.decision.name'), { exact: true }).fill('Listening days');
    await desk.button(say('desk.decision.save')).click();
    await expect(page.getByText('Listening days')).toBeVisible();
    await expect(page.getByText(say('desk.decision.warned'))).toHaveCount(0);
  });
});

test('a moved answer shows the advice that would follow, and sends nothing', async ({ people }) => {
  const links = await people.workshop({ title });
  const group = await WithoutPhones.five(people, links);
  const questions = factors.map((factor) => ({ factor, round: 1 }));
  await group.command('open', { questions });
  for (const factor of factors) await group.answer(factor, 1, 9);
  await group.command('reveal', { questions });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;
  await expect(desk.advice().getByRole('heading', { name: say('level.4.title'), exact: true })).toBeVisible();
  await desk.show('desk.what_if.title');
  const sent = desk.watch.received.length;
  const answer = page.getByLabel(question(power), { exact: true });
  await answer.selectOption({ label: answerName(power, 1) });
  const shown = page.getByRole('status').filter({ hasText: say('level.1.title') });
  await expect(shown.getByRole('heading', { name: say('desk.what_if.now') })).toBeVisible();
  await expect(shown, 'the value now, and what is tried').toContainText(say('level.4.title'));
  await expect(desk.advice().getByRole('heading', { name: say('level.4.title'), exact: true })).toBeVisible();
  expect(desk.watch.received.length).toBe(sent);
  await desk.button(say('desk.what_if.reset')).click();
  await expect(shown).toHaveCount(0);
  await expect(answer).toHaveValue('');
});

test('notes are added for every desk to read', async ({ people }) => {
  const links = await people.workshop({ title });
  const [one, two] = [await people.facilitator(), await people.facilitator()];
  await one.open(links.desk);
  await two.open(links.codesk);
  for (const desk of [one, two]) await desk.show('desk.part.notes');
  await one.page.getByLabel(say('desk.notes.new'), { exact: true }).fill('Two people joined by telephone.');
  await one.button(say('desk.notes.add')).click();
  await expect(two.page.getByText('Two people joined by telephone.')).toBeVisible();
  await expect(one.page.getByLabel(say('desk.notes.new'), { exact: true })).toHaveValue('');
});

test('a fact added at the desk comes with the question', async ({ people }) => {
  const links = await people.workshop({ title });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.press(power, say('desk.open_one', { n: 3 }));
  await desk.row(power).getByText(say('ui.more')).click();
  await desk.page.getByLabel(say('desk.fact.text', { n: 3 })).fill('Four of nine seats are shared.');
  await desk.press(power, say('desk.fact.submit'));
  await expect(desk.row(power)).toContainText('Four of nine seats are shared.');
  await expect(phone.page.getByText('Four of nine seats are shared.')).toBeVisible();
});

// Making a workshop: a title is enough, and whatever else is filled in arrives on the screens.
import { NewForm } from './new_form.ts';
import { expect, test } from './people.ts';
import { question, say } from './words.ts';

test('a title alone makes a workshop, and its links are said to be shown once', async ({ people }) => {
  const desk = await people.facilitator();
  const links = await desk.create('A title alone');
  await expect(desk.page.getByRole('heading', { name: say('links.keep.once') })).toBeVisible();
  expect(await desk.recoveryCode()).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  const download = desk.page.waitForEvent('download');
  await desk.button(say('links.save')).click();
  expect((await download).suggestedFilename()).toBe(`workshop-${links.code}-links.txt`);
  await expect(desk.page.getByText(say('links.saved', { file: `workshop-${links.code}-links.txt` }))).toBeVisible();
  await desk.open(links.desk);
  await desk.expectDesk('A title alone');
});

test('everything filled in arrives on the phone and the desk', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Everything');
  await form.more();
  await form.chooseBothLanguages();
  await form.field('new.field.title.label', 'cy').fill('Popeth');
  await form.field('new.field.question.label', 'en').fill('Shall we share this?');
  await form.field('new.field.question.label', 'cy').fill('A rannwn ni hyn?');
  await form.field('new.field.context.label', 'en').fill('The old hall is closing.');
  await form.field('new.field.context.label', 'cy').fill('Mae\'r hen neuadd yn cau.');
  await form.field('new.field.organisation.label').fill('Hall Trust');
  await form.field('new.field.contact.label').fill('hall@example.org');

  const time = question('time');
  await form.act('ui.edit', time).click();
  const edited = form.questions().nth(4);
  await form.field('new.factors.question.label', 'en', edited).fill('Have we got till spring?');
  await form.field('new.factors.question.label', 'cy', edited).fill('Oes gennym ni tan y gwanwyn?');
  await edited.getByRole('button', { name: say('new.factors.fact.add') }).click();
  await expect(form.field('new.factors.fact.label', 'en', edited)).toBeFocused();
  await form.field('new.factors.fact.label', 'en', edited).fill('The lease ends in May.');
  await form.field('new.factors.fact.label', 'cy', edited).fill('Daw\'r les i ben ym mis Mai.');
  await form.field('new.factors.fact.source.label', undefined, edited).fill('The lease');
  const up = form.act('new.factors.up', 'Have we got till spring?');
  for (const place of [3, 2, 1, 0]) {
    await up.press('Enter');
    await expect(form.questions().nth(place)).toContainText('Have we got till spring?');
    await expect(up).toBeFocused();
  }

  await form.act('new.factors.leave_out', question('legal')).click();
  await expect(form.question(question('legal'))).toContainText(say('new.factors.left_out'));
  await expect(form.act('new.factors.leave_out', question('power'))).toHaveCount(0);

  await form.button('new.factors.add').click();
  const own = form.questions().last();
  await expect(form.field('new.factors.question.label', 'en', own)).toBeFocused();
  await form.field('new.factors.question.label', 'en', own).fill('Is the hall loved?');
  await form.field('new.factors.question.label', 'cy', own).fill('Oes pobl yn caru\'r neuadd?');
  await form.field('new.factors.yes.label', 'cy', own).fill('oes');
  await form.field('new.factors.no.label', 'cy', own).fill('nac oes');
  await own.getByRole('radio', { name: say('factor.role.case_for') }).check();

  await form.button('new.groups.add').click();
  const name = say('new.groups.label', { n: 8 });
  for (const [language, words] of [['en', 'Neighbours'], ['cy', 'Cymdogion']] as const) {
    const label = say('new.text.language', { label: name, language: say(`new.language.${language}`) });
    await desk.page.getByLabel(label, { exact: true }).fill(words);
  }
  await desk.page.getByRole('checkbox', { name: say('new.field.open.label') }).check();
  await desk.page.getByRole('radio', { name: say('new.field.open.people', { n: 3 }) }).check();
  await expect(desk.page.getByText(say('new.field.open.warning', { n: 3 }))).toBeVisible();
  await form.create();
  const links = await desk.readLinks();

  const phone = await people.phone();
  await phone.scan(links.code);
  await expect(phone.page.getByText(say('consent.seen', { k: 3 }))).toBeVisible();
  await expect(phone.page.getByText(say('intro.run_by', { organisation: 'Hall Trust' }))).toBeVisible();
  await phone.page.getByRole('radio', { name: 'Neighbours', exact: true }).check();
  await phone.button('join.submit.workshop').click();
  await phone.expectLobby();
  for (const words of ['Shall we share this?', 'The old hall is closing.', say('intro.contact', { contact: 'hall@example.org' })]) {
    await expect(phone.page.getByText(words)).toBeVisible();
  }

  await desk.page.goto(links.desk);
  await desk.expectDesk('Everything');
  await desk.openAll();
  await expect(phone.heading()).toHaveText('Have we got till spring?');
  await expect(phone.page.getByText('The lease ends in May.')).toBeVisible();
  await expect(phone.page.getByText(say('factor.fact.source', { source: 'The lease' }))).toBeVisible();
  await phone.page.getByRole('button', { name: 'Cymraeg', exact: true }).click();
  await expect(phone.heading()).toHaveText('Oes gennym ni tan y gwanwyn?');
  await expect(phone.page.getByText('Daw\'r les i ben ym mis Mai.')).toBeVisible();

  const rows = desk.page.getByRole('region', { name: say('desk.questions') });
  await expect(rows.getByRole('heading', { name: 'Is the hall loved?' })).toBeVisible();
  await expect(rows.getByRole('heading', { name: question('legal') })).toHaveCount(0);
});

test('over days the closing time proposed is in a week, and one that is past is refused', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Over days');
  await form.more();
  await form.choice('new.field.pace.over_days.label').check();
  const closing = form.field('new.field.closing.label');
  await expect(closing).toHaveValue(/T17:00$/);
  await closing.fill('2020-05-02T17:00');
  await form.create();
  await form.expectProblem(say('new.field.closing.error'), closing);
  await closing.fill('2099-05-02T17:00');
  await form.create();
  await desk.readLinks();
});

test('what is missing is named at its field, and what was written stays', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.create();
  await form.expectProblem(say('new.field.title.error'), form.field('new.field.title.label'));
  await form.field('new.field.title.label').fill('Kept');
  await form.more();
  await form.button('new.factors.add').click();
  await form.more();
  await form.create();
  // The part that was folded away is open again, with the question that has the problem.
  const own = form.questions().last();
  await form.expectProblem(say('new.factors.question.error'), form.field('new.factors.question.label', undefined, own));
  await desk.page.getByRole('alert').getByRole('link', { name: say('new.factors.role.error') }).click();
  await expect(own.getByRole('radio').first()).toBeFocused();
  await expect(form.field('new.field.title.label')).toHaveValue('Kept');
});

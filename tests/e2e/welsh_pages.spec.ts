// The language of every page: by the browser's wish at once, and changed without losing anything.
import { NewForm } from './new_form.ts';
import { expect, test } from './people.ts';
import { say } from './words.ts';

const welsh = { locale: 'cy-GB' };
const cymraeg = { name: 'Cymraeg', exact: true };

test('a browser that wishes for Welsh gets Welsh on every page, at once', async ({ people, server }) => {
  const links = await people.workshop({ title: 'Noddfa' });
  const phone = await people.phone(undefined, welsh);
  const { page } = phone;
  const expectWelsh = async (path: string, shown: string): Promise<void> => {
    await page.goto(path);
    await expect(page.getByText(shown).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  };
  await expectWelsh(`${server.address}/`, say('home.title', {}, 'cy'));
  await expectWelsh(`${server.address}/new`, say('new.title', {}, 'cy'));
  await expectWelsh(`${server.address}/recover`, say('recover.title', {}, 'cy'));
  await expectWelsh(links.desk, say('desk.next', {}, 'cy'));
  await expectWelsh(links.wall, (say('wall.join', { address: '|' }, 'cy').split('|')[0] ?? '').trim());
  await page.goto('about:blank');
  await phone.scan(links.code);
  await expect(page.getByText(say('consent.title', {}, 'cy'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
});

test('on the start page the code and the problem with it stay', async ({ people }) => {
  const phone = await people.phone();
  await phone.openHome();
  await phone.typeCode('FHK');
  await expect(phone.alert(say('error.code'))).toBeVisible();
  await phone.page.getByRole('button', cymraeg).click();
  await expect(phone.heading()).toHaveText(say('home.title', {}, 'cy'));
  await expect(phone.page.getByLabel(say('join.code.label', {}, 'cy'))).toHaveValue('FHK');
  await expect(phone.alert(say('error.code', {}, 'cy'))).toBeVisible();
  await expect(phone.page.getByText(say('error.code'))).toHaveCount(0);
});

test('on a phone the choice and the reason stay, in a workshop of one language', async ({ people }) => {
  const links = await people.workshop({ title: 'Noddfa' });
  const desk = await people.deskSocket(links);
  const phone = await people.phone();
  await phone.scan(links.code);
  await phone.page.getByRole('radio', { name: say('group.preset.staff'), exact: true }).check();
  await phone.page.getByRole('button', cymraeg).click();
  await expect(phone.page.locator('input[name=group][value=staff]')).toBeChecked();
  await phone.page.getByRole('button', { name: say('join.submit.workshop', {}, 'cy'), exact: true }).click();
  await expect(phone.page.getByText(say('phone.state.waiting', {}, 'cy'))).toBeVisible();
  await desk.command('open', { questions: [{ factor: 'power', round: 1 }] });
  await phone.page.locator('#answer-7').check();
  await expect(phone.heading(), 'an English question on a Welsh page').toHaveAttribute('lang', 'en');
  const reason = phone.page.getByLabel(say('phone.reason.label', {}, 'cy'), { exact: true });
  await reason.fill('Half a sentence');
  await phone.page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(phone.radio('power', 7)).toBeChecked();
  await expect(phone.reason()).toHaveValue('Half a sentence');
});

test('on the desk a half-written note and a half-filled decision stay', async ({ people }) => {
  const links = await people.workshop({ title: 'Noddfa' });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;
  await desk.show('desk.part.notes');
  await page.getByLabel(say('desk.notes.new'), { exact: true }).fill('Two people');
  await page.getByRole('button', cymraeg).click();
  await expect(page.getByLabel(say('desk.notes.new', {}, 'cy'), { exact: true })).toHaveValue('Two people');
  await page.getByRole('button', { name: 'English', exact: true }).click();

  await desk.show('desk.part.decision');
  await page.getByRole('radio', { name: say('level.3.name') }).check();
  await page.getByRole('checkbox', { name: say('desk.decision.shared.design') }).check();
  await page.getByLabel(say('desk.decision.name'), { exact: true }).fill('Listening days');
  await page.getByRole('button', cymraeg).click();
  await expect(page.getByRole('heading', { name: say('desk.decision.title', {}, 'cy') })).toBeVisible();
  await expect(page.getByRole('radio', { name: say('level.3.name', {}, 'cy') })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: say('desk.decision.shared.design', {}, 'cy') })).toBeChecked();
  await expect(page.getByLabel(say('desk.decision.name', {}, 'cy'), { exact: true })).toHaveValue('Listening days');
});

test('on the form for a new workshop what is filled in stays', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Crisis sanctuary');
  await form.more();
  await form.field('new.field.organisation.label').fill('Tonnau Mental Health');
  await desk.page.getByRole('button', cymraeg).click();
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText(say('new.title', {}, 'cy'));
  await expect(desk.page.getByLabel(say('new.field.organisation.label', {}, 'cy'))).toHaveValue('Tonnau Mental Health');
  await expect(desk.page.locator('input').filter({ visible: true }).first()).toBeVisible();
  const values = await desk.page.locator('input, textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(values).toContain('Crisis sanctuary');
  await desk.page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(form.field('new.field.title.label')).toHaveValue('Crisis sanctuary');
});

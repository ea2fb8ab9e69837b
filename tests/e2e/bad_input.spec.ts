// What a person meets who brings the wrong code, the wrong link, or comes too late.
import { expect, test, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { factors, say } from './words.ts';

const [first] = factors;
const unknownCode = 'FHKLMQ';
const refused = /status of 40[0-9]/;

async function home(people: People): Promise<Phone> {
  const phone = await people.phone();
  await phone.openHome();
  return phone;
}

/** The summary has the focus, says the same as the field, and leads to it. */
async function expectProblem(phone: Phone, sentence: string): Promise<void> {
  const summary = phone.alert(say('error.summary'));
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(sentence);
  const field = phone.page.getByLabel(say('join.code.label'));
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
  await summary.getByRole('link', { name: sentence }).click();
  await expect(field).toBeFocused();
}

test('a code that is missing or too short is asked for in one sentence', async ({ people }) => {
  const phone = await home(people);
  await phone.typeCode('');
  await expectProblem(phone, say('error.code'));
  await phone.typeCode('FHK24');
  await expectProblem(phone, say('error.code'));
});

test('a code that no workshop has is said to be unknown, typed or scanned', async ({ people }) => {
  const phone = await home(people);
  phone.watch.expectComplaint(refused);
  await phone.typeCode(unknownCode);
  await expectProblem(phone, say('refusal.unknown_code'));
  const scanned = await people.phone();
  scanned.watch.expectComplaint(refused);
  await scanned.scan(unknownCode);
  await expectProblem(scanned, say('refusal.unknown_code'));
});

test('submitting without a choice asks for one and keeps the question', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('Nothing chosen');
  const [phone] = await people.crowd(1, code);
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone?.expectQuestion(first);
  await phone?.submit();
  const summary = phone?.alert(say('error.summary'));
  await expect(summary!).toBeFocused();
  await summary?.getByRole('link', { name: say(`factor.${first}.error`) }).click();
  await expect(phone!.radio(first, 9)).toBeFocused();
});

test('a question that closes under an unsent choice says that it was not counted', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('Too slow');
  const [phone] = await people.crowd(1, code);
  if (!phone) throw new Error('nobody is here');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 6);
  await desk.press(first, say('desk.close_one', { n: 1, answered: 0, joined: 1 }));
  await desk.press(first, say('desk.short.close')); // it was asked whether this is meant
  await expect(phone.alert(say('phone.state.closed_unsent'))).toBeVisible();
  await expect(phone.radio(first, 6)).toBeChecked();
  await phone.button('ui.continue').click();
  await expect(phone.heading()).toHaveText(say('phone.waiting.title'));
  await desk.expectAnswered(first, 0, 1);
});

test('the end of the workshop closes what was open, and says that an unsent choice was not counted', async ({
  people,
}) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('The end');
  const [phone] = await people.crowd(1, code);
  if (!phone) throw new Error('nobody is here');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 6);
  await desk.end();
  await expect(phone.alert(say('phone.state.closed_unsent'))).toBeVisible();
  await phone.button('ui.continue').click();
  await expect(phone.page.getByText(say('phone.state.ended')).first()).toBeVisible();
  await expect(desk.row(first)).toContainText(say('desk.question.closed'));
});

test('an ended workshop says so to whoever comes too late', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('Over');
  await desk.end();
  const phone = await home(people);
  await phone.typeCode(code);
  await expect(phone.heading()).toHaveText(say('phone.stopped.title'));
  await expect(phone.page.getByText(say('phone.state.ended_outside'))).toBeVisible();
});

test('a link that is not whole, or not the right one, opens no desk and no wall', async ({ people, server }) => {
  const desk = await people.facilitator();
  const links = await desk.create('Private');
  desk.watch.expectComplaint(refused);
  const main = desk.page.getByRole('main');
  for (const page of ['desk', 'wall']) {
    await desk.page.goto(`${server.address}/${page}`);
    await expect(main.getByText(say('error.link'))).toBeVisible();
    await desk.page.goto('about:blank');
    await desk.page.goto(`${server.address}/${page}#no.link`);
    await expect(main.getByText(say('error.link'))).toBeVisible();
  }
  // A wall's secret opens no desk, and one changed digit opens nothing.
  const secret = new URL(links.wall).hash;
  const wrong = links.desk.replace(/(?<=#[0-9a-f]{32}\.)./, (digit) => (digit === '0' ? '1' : '0'));
  for (const link of [`${server.address}/desk${secret}`, wrong]) {
    await desk.page.goto('about:blank');
    await desk.page.goto(link);
    await expect(main.getByText(say('refusal.bad_token'))).toBeVisible();
  }
});

test('without JavaScript the form answers too, and a right code leads on', async ({ people }) => {
  const desk = await people.facilitator();
  const { code, link } = await desk.begin('No script');
  const phone = await people.phone(undefined, { javaScriptEnabled: false });
  phone.watch.expectComplaint(refused);
  await phone.openHome();
  await phone.typeCode('');
  await expect(phone.page.getByText(say('error.code'))).toBeVisible();
  await phone.typeCode(unknownCode);
  await expect(phone.page.getByText(say('error.unknown_code'))).toBeVisible();
  await phone.typeCode(code.toLowerCase());
  await expect(phone.page).toHaveURL(new RegExp(`/#${link}$`));
  await expect(phone.page.locator('noscript p')).toHaveText(say('ui.no_script'));
  await expect(phone.page.locator('noscript p')).toBeVisible();
});

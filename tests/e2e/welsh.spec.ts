// The language can be changed at any moment, and changes nothing else.
import { expect, test } from './people.ts';
import { answerName, factors, question, say } from './words.ts';

const [first] = factors;

test('changing to Welsh changes every word and keeps the unsent choice', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('Noddfa');
  const [phone] = await people.crowd(1, code);
  if (!phone) throw new Error('nobody is here');
  const { page } = phone;
  const root = page.locator('html');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 7);
  await expect(root).toHaveAttribute('lang', 'en');

  await page.getByRole('button', { name: 'Cymraeg', exact: true }).click();
  await expect(root).toHaveAttribute('lang', 'cy');
  await expect(phone.heading()).toHaveText(question(first, 'cy'));
  await expect(page.getByRole('radio', { name: answerName(first, 7, 'cy'), exact: true })).toBeChecked();
  await expect(page.getByText(question(first, 'en'))).toHaveCount(0);
  await desk.expectAnswered(first, 0, 1);

  await page.getByRole('button', { name: say('phone.submit', {}, 'cy'), exact: true }).click();
  await expect(phone.status(say('phone.state.saved', {}, 'cy'))).toBeVisible();
  await desk.expectAnswered(first, 1, 1);
  await page.reload();
  await expect(root).toHaveAttribute('lang', 'cy');
  await expect(phone.heading()).toHaveText(say('phone.title', {}, 'cy'));
});

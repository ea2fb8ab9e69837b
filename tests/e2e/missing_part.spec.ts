// A part of the page that is fetched late and does not come: the phone says so and offers what helps.
import { expect, test } from './people.ts';
import { factors, say } from './words.ts';

const [first] = factors;

test('a phone whose results do not load says so, and has them after loading the page again', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('A part is missing');
  const [phone] = await people.crowd(1, code);
  if (!phone) throw new Error('nobody is here');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.answer(first, 7);
  await phone.expectSaved(first, 7);

  await phone.page.route(/\/assets\/results-/, (route) => route.fulfill({ status: 404 }));
  phone.watch.expectComplaint(/404|dynamically imported module/);
  await desk.press(first, say('desk.reveal_row', { n: 1, answered: 1, joined: 1 }));
  await expect(phone.status(say('phone.not_loaded'))).toBeVisible();

  await phone.page.unroute(/\/assets\/results-/);
  await phone.button('phone.load_again').click();
  await expect(phone.heading()).toHaveText(say('result.picture'));
});

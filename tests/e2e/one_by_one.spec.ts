// One question after the other, from the desk: open, close, reveal, and ask again.
import { expect, test } from './people.ts';
import { answerWords, factors, question, say, type Rating } from './words.ts';

const [first, second] = factors;
const earlier: readonly Rating[] = [1, 2, 2, 3, 1];
/** Of all but the second, who keeps the answer. */
const later: readonly Rating[] = [9, 8, 9, 9];

test('each question is opened, closed and revealed by itself, and a second round starts empty', async ({
  people,
}) => {
  const desk = await people.facilitator();
  const links = await desk.begin('One by one');
  const phones = await people.crowd(5, links.code);
  const [phone] = phones;
  if (!phone) throw new Error('nobody is here');

  await desk.press(first, say('desk.open_one', { n: 1 }));
  await Promise.all(phones.map((each, index) => each.answer(first, earlier[index] ?? 'dk')));
  await desk.expectAnswered(first, 5, 5);

  await test.step('a closed question takes no answer, and keeps those it has when opened again', async () => {
    await desk.press(first, say('desk.close_one', { n: 1, answered: 5, joined: 5 }));
    await expect(desk.row(first)).toContainText(say('desk.question.closed'));
    await expect(phone.button('phone.submit')).toHaveCount(0);
    await desk.press(first, say('desk.reopen', { n: 1 }));
    await expect(desk.row(first)).toContainText(say('desk.question.open'));
    await desk.expectAnswered(first, 5, 5);
    await phone.expectSaved(first, 1);
  });

  await test.step('the reveal shows the picture of answers, with one own answer on each phone', async () => {
    await desk.press(first, say('desk.reveal_row', { n: 1, answered: 5, joined: 5 }));
    await expect(desk.row(first)).toContainText(say('desk.question.revealed'));
    for (const each of phones) {
      await expect(each.page.getByRole('heading', { name: question(first) })).toBeVisible();
      await expect(each.page.getByText(bar(1, 2))).toBeAttached();
      await expect(each.page.getByText(say('answer.yours'), { exact: true })).toHaveCount(1);
    }
  });

  await test.step('another question does not take the first away', async () => {
    await desk.press(second, say('desk.open_one', { n: 2 }));
    await phone.answer(second, 5);
    await desk.expectAnswered(second, 1, 5);
    await phone.tab('phone.tab.results').click();
    await expect(phone.page.getByRole('heading', { name: question(first) })).toBeVisible();
    await phone.tab('phone.tab.questions').click();
  });

  await test.step('answers are shown only after asking while somebody here has not answered', async () => {
    await desk.press(second, say('desk.reveal_row', { n: 2, answered: 1, joined: 5 }));
    await expect(desk.row(second)).toContainText(say('desk.confirm.reveal.then'));
    await desk.press(second, say('ui.cancel'));
    await expect(desk.row(second)).toContainText(say('desk.question.open'));
    await desk.press(second, say('desk.close_one', { n: 2, answered: 1, joined: 5 }));
    await expect(desk.row(second)).toContainText(say('desk.confirm.close.then'));
    await desk.press(second, say('desk.short.close'));
  });

  await test.step('the second round starts empty and stands for itself', async () => {
    await desk.press(first, say('desk.new_round', { n: 1, round: 2 }));
    await desk.expectAnswered(first, 0, 5);
    await expect(desk.row(first)).toContainText(say('count.round', { n: 2 }));
    await phone.expectQuestion(first);
    await expect(phone.page.getByRole('radio', { checked: true })).toHaveCount(0);
    const [keeper, ...others] = phones.slice(1);
    await keeper?.page.getByRole('button', { name: say('phone.keep', { label: answerWords(first, earlier[1] ?? 'dk') }) }).click();
    await Promise.all([phone, ...others].map((each, index) => each.answer(first, later[index] ?? 'dk')));
    await desk.expectAnswered(first, 5, 5);
    await desk.press(first, say('desk.reveal_row', { n: 1, answered: 5, joined: 5 }));
    for (const each of phones) {
      await expect(each.page.getByText(bar(2, 1))).toBeAttached();
      await expect(each.page.getByText(bar(9, 3))).toBeAttached();
      await expect(each.page.getByText(bar(1, 2))).toHaveCount(0);
    }
  });
});

/** How a reader hears one bar of the first question's picture. */
function bar(rating: Rating, people: number): string {
  return say('measure.bar', { label: answerWords(first, rating), n: people });
}

// A phone with a bad signal: every answer is saved once, and the phone says nothing that is not so.
import { onBadLine } from './bad_line.ts';
import { expect, test } from './people.ts';
import { answersRecorded } from './record.ts';
import { factors, say } from './words.ts';

const [first, second] = factors;

test('an answer given without a network is kept, sent when it is back, and saved once', async ({ people }) => {
  const { desk, gate, phone } = await onBadLine(people, 'A bad line');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 7);

  gate.cut();
  await phone.context.setOffline(true);
  await phone.submit();
  await expect(phone.about(first, 'phone.state.offline')).toBeVisible();
  await expect(phone.row(first)).toContainText(say('phone.question.unsent'));
  await expect(phone.page.getByText(say('phone.state.saved'))).toHaveCount(0);
  await desk.expectAnswered(first, 0, 1);

  gate.mend();
  await phone.context.setOffline(false);
  await expect(phone.status(say('phone.state.back'))).toBeVisible();
  await expect(phone.about(first, 'phone.state.saved')).toBeVisible();
  await phone.expectSaved(first, 7);
  await desk.expectAnswered(first, 1, 1);
  expect(await answersRecorded(desk)).toBe(1);
});

test('an answer whose way there broke is sent again and saved once', async ({ people }) => {
  const { desk, gate, phone } = await onBadLine(people, 'A worse line');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 3);

  gate.deaf = true;
  await phone.submit();
  await expect(phone.status(say('phone.state.sending'))).toBeVisible();
  gate.cut();
  await expect(phone.about(first, 'phone.state.offline')).toBeVisible();
  gate.mend();
  await expect(phone.about(first, 'phone.state.saved')).toBeVisible();
  await desk.expectAnswered(first, 1, 1);
  expect(await answersRecorded(desk)).toBe(1);
});

test('an answer whose receipt got lost is saved once, and is said to be when the phone knows', async ({ people }) => {
  const { desk, gate, phone } = await onBadLine(people, 'The worst line');
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 'na');

  gate.mute = true;
  await phone.submit();
  await desk.expectAnswered(first, 1, 1);
  await expect(phone.status(say('phone.state.sending'))).toBeVisible();
  await expect(phone.page.getByText(say('phone.state.saved'))).toHaveCount(0);
  gate.cut();
  gate.mend();
  await phone.expectSaved(first, 'na');
  await desk.expectAnswered(first, 1, 1);
  expect(await answersRecorded(desk)).toBe(1);
});

for (const how of ['closed', 'shown'] as const) {
  test(`an answer that comes when its question is ${how} is said not to be counted, also on the next one`, async ({ people }) => {
    const { desk, gate, phone } = await onBadLine(people, 'Too late');
    await desk.openAll();
    await phone.choose(first, 7);
    gate.cut();
    await phone.context.setOffline(true);
    await phone.submit();
    await phone.expectQuestion(second);
    await expect(phone.about(first, 'phone.state.offline')).toBeVisible();

    const counts = { n: 1, answered: 0, joined: 1 };
    await desk.press(first, say(how === 'closed' ? 'desk.close_one' : 'desk.reveal_row', counts));
    // Who was here a moment ago is left out by it: it asks first.
    const asked = desk.row(first).getByRole('group', { name: say('desk.confirm.title') });
    await asked.getByRole('button', { name: say(how === 'closed' ? 'desk.short.close' : 'desk.short.reveal'), exact: true }).click();
    await expect(desk.row(first)).toContainText(say(how === 'closed' ? 'desk.question.closed' : 'desk.question.revealed'));
    gate.mend();
    await phone.context.setOffline(false);
    await expect(phone.alert(say('phone.state.closed_unsent'))).toBeVisible();
    await expect(phone.page.getByText(say('phone.state.saved'))).toHaveCount(0);
    await phone.expectQuestion(second);
    expect(await answersRecorded(desk)).toBe(0);
  });
}

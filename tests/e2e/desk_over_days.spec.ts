// A workshop over days: a closing time, a reminder, reasons that wait for the desk.
import { expect, test } from './people.ts';
import { factors, say } from './words.ts';

const [first] = factors;
const title = 'Over days';
const hour = 3_600_000;

test('questions open until a closing time, with a reminder to paste, and reasons wait for the desk', async ({ people }) => {
  const links = await people.workshop({ title, pace: 'over_days' });
  const desk = await people.facilitator();
  await desk.open(links.desk);
  const { page } = desk;

  await test.step('the closing time is set before opening, and must be to come', async () => {
    const field = page.getByLabel(say('new.field.closing.label'), { exact: true });
    await field.fill('2020-01-01T12:00');
    await desk.go('desk.closing.set');
    await expect(desk.next()).toContainText(say('new.field.closing.error'));
    await field.fill(inTheField(Date.now() + 48 * hour));
    await desk.go('desk.closing.set');
    await expect(desk.next().getByRole('button', { name: /^Open 10 questions until / })).toBeVisible();
  });

  const phones = await people.crowd(5, links.code);
  await desk.next().getByRole('button', { name: /^Open 10 questions until / }).click();
  await expect(page.getByLabel(say('desk.reminder'), { exact: true })).toHaveValue(new RegExp(links.code));
  await expect(page.getByLabel(say('desk.reminder'), { exact: true })).toHaveValue(/0 of 5 have answered everything/);

  for (const phone of phones) {
    await phone.choose(first, 7);
    await phone.reason().fill('We tried it alone twice.');
    await phone.submit();
  }
  await desk.expectAnswered(first, 5, 5);
  await desk.press(first, say('desk.reveal_row', { n: 1, answered: 5, joined: 5 }));

  await test.step('nobody but the desk sees a reason until it is shown', async () => {
    await expect(desk.next()).toContainText(say('desk.reasons.held', { n: 5 }));
    const reader = phones[0];
    if (!reader) throw new Error('nobody is here');
    await reader.tab('phone.tab.results').click();
    await expect(reader.results(first)).toBeVisible();
    await expect(reader.page.getByText('We tried it alone twice.')).toHaveCount(0);
    await desk.go('desk.reasons.read');
    await desk.row(first).getByRole('button', { name: say('desk.reason.show', { text: 'We tried it alone twice.' }) }).first().click();
    await expect(desk.next()).toContainText(say('desk.reasons.held', { n: 4 }));
    await expect(reader.page.getByText('We tried it alone twice.')).toHaveCount(1);
    await desk.row(first).getByRole('button', { name: say('desk.reason.hide', { text: 'We tried it alone twice.' }) }).click();
    await expect(reader.page.getByText('We tried it alone twice.')).toHaveCount(0);
  });
});

test('at the closing time everything closes by itself, and the desk goes on to showing', async ({ people }) => {
  const links = await people.workshop({ title, pace: 'over_days' });
  const socket = await people.deskSocket(links);
  const desk = await people.facilitator();
  await desk.open(links.desk);
  await desk.openAll();
  await expect(desk.next()).toContainText(say('desk.confirm.no_end'));
  await desk.go('desk.open_without_end');
  await expect(desk.row(first)).toContainText(say('desk.question.open'));
  await socket.command('closing', { at_ms: Date.now() + 1500 });
  await expect(desk.next()).toContainText(say('desk.state.closed'));
  await expect(desk.row(first)).toContainText(say('desk.question.closed'));
});

/** As a field of the browser has it, in the browser's own time zone. */
function inTheField(ms: number): string {
  return new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T').slice(0, 16);
}

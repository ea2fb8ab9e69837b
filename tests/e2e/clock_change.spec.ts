// A phone's own clock may be wrong, or be put right in the middle: the server's is what counts.
import type { Page } from '@playwright/test';

import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { say } from './words.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** A page whose clock of the day, and nothing else, can be put forward or back. */
async function ownClock(page: Page): Promise<(byMs: number) => Promise<void>> {
  await page.addInitScript(() => {
    const Real = Date;
    let by = 0;
    class Moved extends Real {
      constructor(...given: ConstructorParameters<typeof Date> | []) {
        if (given.length === 0) super(Real.now() + by);
        else super(...(given as ConstructorParameters<typeof Date>));
      }
      static override now(): number {
        return Real.now() + by;
      }
    }
    Object.assign(window, { Date: Moved, putClock: (ms: number) => (by = ms) });
  });
  return (byMs) => page.evaluate((ms) => (window as unknown as { putClock: (ms: number) => void }).putClock(ms), byMs);
}

for (const [how, byMs] of [
  ['three hours forward', 3 * hourMs],
  ['a day back', -24 * hourMs],
] as const) {
  test(`a clock put ${how} changes no answer, no timer and no closing time`, async ({ people }) => {
    const closing = Date.now() + 4 * hourMs;
    const links = await people.workshop({ title: 'Clocks', closing_ms: closing });
    const desk = await people.deskSocket(links);
    const phone = await people.phone();
    const { page } = phone;
    const putClock = await ownClock(page);
    await phone.scan(links.code);
    await phone.join();
    await desk.command('open', { questions: rounds(1, 'power', 'time') });
    await desk.command('timer', { ends_ms: Date.now() + 10 * minuteMs });
    await phone.choose('power', 7);
    await phone.reason().fill('Half a sentence');
    const timer = page.getByRole('timer');
    const shown = page.locator('.time-left');
    await expect(timer).toHaveText(/\b(10:00|9:\d\d)\b/);
    const closes = (await shown.locator('span').last().textContent()) ?? '';

    await putClock(byMs);
    const before = await timer.textContent();
    await expect(timer).not.toHaveText(before ?? '');
    await expect(timer).toHaveText(/\b9:\d\d\b/);
    await expect(shown).toContainText(closes);
    await expect(phone.radio('power', 7)).toBeChecked();
    await expect(phone.reason()).toHaveValue('Half a sentence');
    await phone.submit();
    await phone.answer('time', 3);
    await phone.expectSaved('power', 7);
    await phone.expectSaved('time', 3);
    await expect(phone.page.getByText(say('phone.state.reconnecting'))).toHaveCount(0);
    await desk.command('timer', { ends_ms: Date.now() + 5 * minuteMs });
    await expect(timer).toHaveText(/\b(5:00|4:\d\d)\b/);
  });

  test(`a phone whose clock was ${how} all along shows the same timer`, async ({ people }) => {
    const links = await people.workshop({ title: 'Clocks' });
    const desk = await people.deskSocket(links);
    const phone = await people.phone();
    const putClock = await ownClock(phone.page);
    await phone.openHome();
    await putClock(byMs);
    await phone.typeCode(links.code);
    await phone.join();
    await desk.command('open', { questions: rounds(1, 'power') });
    await desk.command('timer', { ends_ms: Date.now() + 10 * minuteMs });
    await expect(phone.page.getByRole('timer')).toHaveText(/\b(10:00|9:\d\d)\b/);
    await phone.answer('power', 7);
    await phone.expectSaved('power', 7);
  });
}

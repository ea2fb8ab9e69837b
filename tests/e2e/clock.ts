// A page whose time the test lets pass: its timers and its monotonic clock stand still in between.
import { expect, type Page } from '@playwright/test';

/** The page's time can be stopped from now on; before the page is opened. */
export async function ownTime(page: Page): Promise<void> {
  await page.clock.install();
}

/** Stops the page's time a moment from now. On a busy machine that moment is over before the page hears of it:
 *  then its time stands already, and the next moment is to come. */
export async function stopTime(page: Page): Promise<void> {
  await expect(async () => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)).toPass();
}

/** Counts the sockets a page has opened, and those that have ended. */
export class Sockets {
  opened = 0;
  ended = 0;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.opened += 1;
      socket.on('close', () => (this.ended += 1));
    });
  }
}

// A person who uses the keyboard alone: no pointer touches their page.
import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page has stops; the way round goes through the browser's own bar as well. */
const mostStops = 200;

/** Whether the focus can be seen there. A tile shows the focus of the radio button inside it. */
function showsFocus(element: Element): boolean {
  const seen = [element, element.closest('label')].filter((each) => each !== null);
  return seen.map((each) => getComputedStyle(each)).some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
  );
}

export class Keyboard {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Tab, until this has the focus; it can be seen there. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await this.press('Tab');
    }
    await expect(target).toBeFocused();
    expect(await target.evaluate(showsFocus), 'the focus can be seen').toBe(true);
  }

  /** Goes to a button or a link and presses it. */
  async use(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    // What has only just changed its meaning takes no press yet.
    await expect(target).toBeEnabled();
    await this.press(key);
  }

  async fill(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.type(text);
    await expect(field).toHaveValue(text);
  }

  /** The arrow moves within the group of radio buttons that the focus is in, and chooses. */
  async arrowTo(target: Locator, key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown'): Promise<void> {
    for (let stop = 0; stop < mostStops && !(await target.isChecked()); stop += 1) await this.press(key);
    await expect(target).toBeChecked();
    await expect(target).toBeFocused();
  }

  /** What was done has left the focus somewhere: who presses Tab goes on from there, not from the page's top. */
  async expectPlace(after: string): Promise<void> {
    const place = () =>
      this.page.evaluate(() => {
        const { activeElement: here, body } = document;
        return here === null || here === body ? 'nowhere' : 'somewhere';
      });
    await expect.poll(place, { message: `the focus after: ${after}` }).toBe('somewhere');
  }
}

// Everything by keyboard alone: no pointer touches a page here.
import { expect, type Locator, type Page } from '@playwright/test';

import { test } from './people.ts';
import { factors, say } from './words.ts';

const [first] = factors;
const mostStops = 60;

/** Presses Tab until this has the focus, and checks that the focus can be seen there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
  const mark = await target.evaluate((element) => {
    // A tile shows the focus of the radio button inside it.
    const seen = [element, element.closest('label')].filter((each) => each !== null);
    return seen.map((each) => getComputedStyle(each)).some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
  });
  expect(mark, 'the focus can be seen').toBe(true);
}

test('join, answer, open, reveal and end with the keyboard', async ({ people, server }) => {
  const desk = await people.facilitator();
  await desk.page.goto(`${server.address}/new`);
  await tabTo(desk.page, desk.page.getByLabel(say('new.field.title.label')));
  await desk.page.keyboard.type('Keys only');
  await tabTo(desk.page, desk.button(say('new.submit')));
  await desk.page.keyboard.press('Enter');
  const { code } = await desk.readLinks();
  await tabTo(desk.page, desk.page.getByRole('link', { name: say('links.open_desk') }));
  await desk.page.keyboard.press('Enter');
  await desk.expectDesk('Keys only');

  const phone = await people.phone();
  await phone.openHome();
  await tabTo(phone.page, phone.page.getByLabel(say('join.code.label')));
  await phone.page.keyboard.type(code);
  await phone.page.keyboard.press('Enter');
  const group = phone.page.getByRole('radio', { name: say('group.preset.lived') });
  await tabTo(phone.page, group);
  await phone.page.keyboard.press('Space');
  await expect(group).toBeChecked();
  await tabTo(phone.page, phone.button('join.submit.workshop'));
  await phone.page.keyboard.press('Enter');
  await phone.expectLobby();

  const open = desk.row(first).getByRole('button', { name: say('desk.open_one', { n: 1 }) });
  await tabTo(desk.page, open);
  await desk.page.keyboard.press('Enter');

  await phone.expectQuestion(first);
  await tabTo(phone.page, phone.radio(first, 9));
  await phone.page.keyboard.press('ArrowDown');
  await expect(phone.radio(first, 8)).toBeChecked();
  await tabTo(phone.page, phone.button('phone.submit'));
  await phone.page.keyboard.press('Enter');
  await phone.expectSaved(first, 8);

  await tabTo(desk.page, desk.next().getByRole('button', { name: say('desk.reveal_one', { answered: 1, joined: 1 }) }));
  await desk.page.keyboard.press('Enter');
  await expect(desk.row(first)).toContainText(say('desk.question.revealed'));

  const end = desk.page.getByRole('region', { name: say('desk.end') });
  await tabTo(desk.page, end.getByRole('button', { name: say('desk.end'), exact: true }));
  await desk.page.keyboard.press('Enter');
  await expect(end.getByRole('heading', { name: say('desk.confirm.title') })).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(end.getByRole('heading', { name: say('desk.confirm.title') })).toHaveCount(0);
});

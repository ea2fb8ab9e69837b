// What is said without being asked for: the regions are there before they speak, and only errors interrupt.
import { components, expect, kinds, test, type Kind } from './states.ts';

/** Screens that say in an alert what went wrong; nothing else is worth interrupting a reader for. */
const alerting = [
  'joining-refused',
  'joining-used-invitation',
  'question-refused',
  'question-closed-unsent',
  'question-closed-change',
  'stopped-other-tab',
  'stopped-removed',
  'stopped-merged',
  'stopped-ended',
  'stopped-new-code',
  'stopped-update',
  'new-refused',
  'new-refused-field',
  'new-key',
  'new-key-wrong',
  'recover-refused',
  'desk-offline-refused',
  components,
];

/** The page is over: nothing will be said in it any more. */
const silent = /^stopped-/;

test('every screen has its live regions before they speak, and alerts for nothing but errors', async ({ states, page }) => {
  test.setTimeout(300_000);
  const names = [components];
  for (const kind of Object.keys(kinds) as Kind[]) names.push(...(await states.names(kind)));
  const found: string[] = [];
  for (const name of names) {
    await states.show(name);
    const { statuses, hidden, alerts } = await page.evaluate(() => {
      const all = [...document.querySelectorAll('[role="status"], [role="alert"]')];
      return {
        statuses: all.filter((each) => each.matches('[role="status"]')).length,
        // What is not drawn is not in the tree either, and speaks too late. (In what is folded away it may.)
        hidden: all.filter((each) => !each.closest('details:not([open])') && !each.checkVisibility()).map(({ outerHTML }) => outerHTML),
        alerts: [...document.querySelectorAll('[role="alert"]')].filter(({ textContent }) => textContent !== '').length,
      };
    });
    if (!silent.test(name)) expect.soft(statuses, `${name}: regions for what is to be said`).toBeGreaterThan(0);
    expect.soft(hidden, `${name}: regions that are not there before they speak`).toEqual([]);
    if (alerts > 0 || (name === components && (await page.getByRole('alert').count()) > 0)) found.push(name);
  }
  expect([...found].sort()).toEqual([...alerting].sort());
});

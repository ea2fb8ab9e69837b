// The app on the phone: it can be installed, opens without a network, and where there is a new version is
// never an old one, nor changes under anybody's hands.
import type { Page } from '@playwright/test';

import { expect, test, type People } from './people.ts';
import type { Facilitator } from './facilitator.ts';
import type { Phone } from './phone.ts';
import { newVersion, versionOf } from './site_version.ts';
import { serverAway } from './watch.ts';
import { factors, say } from './words.ts';

const [first, second] = factors;
const updateNeeded = 4003;

/** The page is kept on the phone, with all it is made of. */
async function expectKept(page: Page, path = '/'): Promise<void> {
  const isKept = async (address: string) => (await caches.match(address)) !== undefined;
  await expect.poll(() => page.evaluate(isKept, path)).toBe(true);
}

async function joined(people: People, phone: Phone): Promise<{ desk: Facilitator; code: string }> {
  const desk = await people.facilitator();
  const { code } = await desk.begin('On the phone');
  await phone.scan(code);
  await phone.join();
  await phone.expectLobby();
  await expectKept(phone.page);
  return { desk, code };
}

test('the app can be installed', async ({ people, server }) => {
  const phone = await people.phone();
  await joined(people, phone);
  const browser = await phone.context.newCDPSession(phone.page);
  const { url, errors, data } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${server.address}/app.webmanifest`);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);

  const { icons } = JSON.parse(data ?? '{}') as { icons: { src: string; sizes: string }[] };
  for (const { src, sizes } of icons) {
    const measured = await phone.page.evaluate(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }, src);
    expect(measured, src).toBe(sizes);
  }
});

test('without a network the app opens and says so; what it kept is sent when there is one', async ({ people }) => {
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(serverAway);
  const { desk, code } = await joined(people, phone);
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 6);
  gate.cut();
  await phone.context.setOffline(true);
  await phone.submit();
  await expect(phone.about(first, 'phone.state.offline')).toBeVisible();
  await phone.page.close();

  const again = await people.secondTab(phone, gate);
  again.watch.expectComplaint(serverAway);
  await again.scan(code);
  await expect(again.status(say('phone.state.offline_idle'))).toBeVisible();

  gate.mend();
  await phone.context.setOffline(false);
  await again.expectSaved(first, 6);
  await desk.expectAnswered(first, 1, 1);
});

test('a desk that is opened while the server is away says so, and is back with it', async ({ people, server }) => {
  const desk = await people.facilitator();
  await desk.begin('A desk on the train');
  desk.watch.expectComplaint(serverAway);
  await expectKept(desk.page, '/desk');
  await server.stop();
  await desk.page.reload();
  await expect(desk.page.getByRole('status').filter({ hasText: say('desk.offline') })).toBeVisible();
  await server.restart();
  await desk.expectDesk('A desk on the train');
});

test('a new version does not disturb an open workshop and is there when the page is loaded again', async ({
  people,
  server,
}) => {
  const phone = await people.phone();
  const { desk, code } = await joined(people, phone);
  for (const { watch } of [desk, phone]) watch.expectComplaint(serverAway);
  const before = await versionOf(phone.page);
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 2);
  await phone.page.evaluate(() => (document.body.dataset['same'] = 'yes'));

  await server.stop();
  const site = await newVersion();
  await server.restart(site.folder);
  await phone.submit();
  await phone.expectSaved(first, 2);
  await phone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await desk.press(second, say('desk.open_one', { n: 2 }));
  await phone.expectQuestion(second);
  await expect(phone.page.locator('body')).toHaveAttribute('data-same', 'yes');
  await expect(phone.page.locator('html')).not.toHaveAttribute('data-version');

  await phone.page.reload();
  await expect(phone.page.locator('html')).toHaveAttribute('data-version', site.version);
  await phone.expectQuestion(second);

  // The old version goes with its last page.
  await phone.page.close();
  const again = await people.secondTab(phone);
  await again.scan(code);
  await again.expectQuestion(second);
  await expectKept(again.page);
  await expect.poll(() => versionOf(again.page)).toEqual([`quorate-${site.version}`]);
  expect(before).not.toContain(`quorate-${site.version}`);
  await site.dispose();
});

test('a page that is too old for the server says so, waits for the person, and is then the new one', async ({
  people,
  server,
}) => {
  const phone = await people.phone();
  const { desk, code } = await joined(people, phone);
  desk.watch.expectComplaint(serverAway);
  await phone.page.close();

  const old = await people.secondTab(phone);
  await old.page.routeWebSocket(/\/ws\//, (socket) => void socket.close({ code: updateNeeded }));
  await old.scan(code);
  await expect(old.alert(say('phone.state.update'))).toBeVisible();
  await server.stop();
  const site = await newVersion();
  await server.restart(site.folder);
  await expect(old.alert(say('phone.state.update'))).toBeVisible();
  await old.button('phone.reload').click();
  await expect(old.page.locator('html')).toHaveAttribute('data-version', site.version);
  await site.dispose();
});

// A browser that keeps nothing: the page says so, and everything works until it is closed.
import type { Page } from '@playwright/test';

import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { expectStates } from './said.ts';
import { serverAway } from './watch.ts';
import { say } from './words.ts';

/** As where a reader's settings forbid all storage. */
const noAccess = (): void => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
};

/** As in a private window without room: it can be read, and nothing can be put in. */
const noRoom = (): void => {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
};

/** As where a reader's settings let a page have the storage and nothing in it. */
const noReading = (): void => {
  for (const name of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
    Storage.prototype[name] = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  }
  Object.defineProperty(Storage.prototype, 'length', {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
};

/** Every secret that the page has said hello with. */
function secretsOf(page: Page): string[] {
  const secrets: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { readonly t: string; readonly secret?: string };
      if (message.t === 'hello') secrets.push(message.secret ?? '');
    });
  });
  return secrets;
}

for (const [how, refuse] of [
  ['all access to storage', noAccess],
  ['anything to be put in', noRoom],
  ['anything to be read', noReading],
] as const) {
  test(`a browser that refuses ${how} still joins, answers and stays the same person`, async ({ people }) => {
    const links = await people.workshop({ title: 'Nothing is kept' });
    const desk = await people.deskSocket(links);
    const gate = await people.gate();
    const phone = await people.phone(gate);
    phone.watch.expectComplaint(serverAway);
    const secrets = secretsOf(phone.page);
    await phone.page.addInitScript(refuse);
    await phone.scan(links.code);
    await phone.join();
    await expectStates(phone.page, ['storage_refused', 'waiting']);
    const alias = await phone.alias();

    await desk.command('open', { questions: rounds(1, 'power') });
    await phone.answer('power', 7);
    await phone.expectSaved('power', 7);
    await expectStates(phone.page, ['saved', 'storage_refused', 'waiting_next']);

    await test.step('a line that breaks does not make it somebody else', async () => {
      gate.cut();
      await expect(phone.status(say('phone.state.reconnecting'))).toBeVisible();
      await phone.row('power').click();
      await phone.answer('power', 3);
      await expect(phone.about('power', 'phone.state.offline')).toBeVisible();
      gate.mend();
      await phone.expectSaved('power', 3);
      expect(await phone.alias()).toBe(alias);
      await desk.people(1);
      expect(secrets.length).toBeGreaterThan(1);
      expect(new Set(secrets).size).toBe(1);
      expect(secrets[0]).toMatch(/^[0-9a-f]{32}$/);
    });
  });
}

test('a browser that keeps things says nothing of it', async ({ people }) => {
  const links = await people.workshop({ title: 'Everything is kept' });
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await expectStates(phone.page, ['waiting']);
});

// What a real server seldom says: it is put into its mouth on the way to the phone.
import type { WebSocketRoute } from '@playwright/test';

import { rounds } from './desk_socket.ts';
import { expect, test, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { expectStates } from './said.ts';
import { say } from './words.ts';

interface Message {
  readonly t?: string;
  readonly kind?: string;
  readonly id?: string;
}

/** A phone whose socket the test sits on: `answers` is what becomes of a command of this kind. */
async function overheard(people: People, answers: (message: Message) => object | undefined = () => undefined) {
  const phone = await people.phone();
  const routes: WebSocketRoute[] = [];
  await phone.page.routeWebSocket(/\/ws\//, (route) => {
    routes.push(route);
    const server = route.connectToServer();
    route.onMessage((text) => {
      const answer = answers(JSON.parse(String(text)) as Message);
      if (answer) route.send(JSON.stringify(answer));
      else server.send(text);
    });
  });
  const close = async (code: number): Promise<void> => routes[routes.length - 1]?.close({ code });
  return { phone, close };
}

async function joined(phone: Phone, code: string): Promise<void> {
  await phone.scan(code);
  await phone.join();
  await phone.expectLobby();
}

test('a page that is too old for the server says so, and loads anew', async ({ people }) => {
  const links = await people.workshop({ title: 'Newer' });
  const { phone, close } = await overheard(people);
  await joined(phone, links.code);
  await close(4003);
  await expectStates(phone.page, ['update'], ['update']);
  await phone.button('phone.reload').click();
  await phone.expectLobby();
});

for (const [code, key] of [[4004, 'refusal.unknown_workshop'], [4005, 'refusal.bad_token']] as const) {
  test(`a phone that the server closes with ${code} says why, and leads to the start`, async ({ people }) => {
    const links = await people.workshop({ title: 'Gone' });
    const { phone, close } = await overheard(people);
    await joined(phone, links.code);
    await close(code);
    await expect(phone.alert(say(key))).toBeVisible();
    await expectStates(phone.page, []);
    await expect(phone.page.getByRole('link', { name: say('ui.start') })).toHaveAttribute('href', '/');
  });
}

for (const code of [4008, 4009]) {
  test(`a phone that the server closes with ${code} offers to load the page again`, async ({ people }) => {
    const links = await people.workshop({ title: 'Confused' });
    const { phone, close } = await overheard(people);
    await joined(phone, links.code);
    await close(code);
    await expect(phone.alert(say('refusal.out_of_order'))).toBeVisible();
    await expectStates(phone.page, []);
    await phone.button('phone.reload').click();
    await phone.expectLobby();
  });
}

test('an answer that the server refuses for good is said not to be saved, and why', async ({ people }) => {
  const links = await people.workshop({ title: 'Refused' });
  const desk = await people.deskSocket(links);
  const refusing = ({ kind, id }: Message) =>
    kind === 'answer' ? { t: 'outcome', id, ok: false, code: 'not_joined' } : undefined;
  const { phone } = await overheard(people, refusing);
  await joined(phone, links.code);
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.answer('power', 7);
  await expect(phone.alert(say('phone.state.not_sent', { reason: say('refusal.not_joined') }))).toBeVisible();
  await expectStates(phone.page, ['not_sent'], ['not_sent']);
  await expect(phone.radio('power', 7)).toBeChecked();
});

test('an answer that a busy server puts off is kept, said to be, and saved later', async ({ people }) => {
  const links = await people.workshop({ title: 'Busy' });
  const desk = await people.deskSocket(links);
  let busy = true;
  const puttingOff = ({ kind, id }: Message) =>
    busy && kind === 'answer' ? { t: 'outcome', id, ok: false, code: 'busy' } : undefined;
  const { phone } = await overheard(people, puttingOff);
  await joined(phone, links.code);
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.answer('power', 7);
  await expectStates(phone.page, ['busy', 'waiting_next']);
  await expect(phone.row('power')).toContainText(say('phone.question.unsent'));
  busy = false;
  await phone.expectSaved('power', 7);
  await expectStates(phone.page, ['saved', 'waiting_next']);
});

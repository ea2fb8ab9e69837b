// Whether somebody joined twice: their phone is asked, and the desk sees how far that has got.
import { render } from 'preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';

import { SCREENS } from '../../src/fixtures/screens.tsx';
import { clientShowing, me, view } from '../../src/fixtures/workshop.ts';
import { SamePerson } from '../../src/screens/phone/same_person.tsx';
import { createPhone } from '../../src/state/phone/phone.ts';
import { aliasWords } from '../../src/words/alias.ts';
import { say, startWords } from '../../src/words/say.ts';

const alias = [3, 17] as const;

beforeAll(() => startWords('phone', 'phone_aside', 'desk', 'names'));
afterEach(() => document.body.replaceChildren());

function drawn(more: Partial<ReturnType<typeof view>> = {}, working = {}) {
  const client = clientShowing({ view: view(more), me: { ...me(), same_as: { id: 'p7', alias } }, working });
  const root = document.createElement('main');
  document.body.append(root);
  render(<SamePerson phone={createPhone(client)} />, root);
  const press = (key: 'same_person.yes' | 'same_person.no') =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === say(key))?.click();
  return { client, root, press };
}

it('sends the yes and the no about the one it was asked of', () => {
  const { client, root, press } = drawn();
  expect(root.textContent).toContain(say('same_person.title', { alias: aliasWords(alias, say) }));
  press('same_person.yes');
  press('same_person.no');
  expect(client.commands).toEqual([
    { kind: 'same_person', into: 'p7', yes: true },
    { kind: 'same_person', into: 'p7', yes: false },
  ]);
});

it('sends nothing while an answer is on its way, and asks nothing after the end', () => {
  const { client, press } = drawn({}, { same_person: true });
  press('same_person.yes');
  expect(client.commands).toEqual([]);
  expect(drawn({ phase: 'ended' }).root.textContent).toBe('');
});

it('is fetched by the phone that is asked', async () => {
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS['question-same-person']?.draw() ?? null, root);
  await vi.waitFor(() => expect(root.textContent).toContain(say('same_person.yes')));
});

it('shows the desk who is asked and who said no', () => {
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS['desk-people-asked']?.draw() ?? null, root);
  const nameOf = (index: number) => aliasWords([(index * 7) % 64, (index * 11) % 64], say);
  expect(root.textContent).toContain(say('desk.people.merge.waits', { other: nameOf(7) }));
  expect(root.textContent).toContain(say('desk.people.merge.no', { other: nameOf(8) }));
});
